export * from './bank-holidays.ts'
export { matchingBounds } from './matching-bounds.ts'
export { patience } from './patience.ts'
