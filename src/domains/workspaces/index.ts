export { navigationFor } from './navigation.ts'
export { routes } from './routes.ts'
export { exportLedgerOfOrganisation, exportLedgerOfPerson } from './export-ledger.ts'
export type { LedgerExport } from './export-ledger.ts'
