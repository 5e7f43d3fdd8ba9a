export * from './bank-holidays.ts'
