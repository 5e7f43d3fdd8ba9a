export * from './bank-holidays.ts'
export { matchingBounds } from './matching-bounds.ts'
