export { addOrganisation } from './commands/add-organisation.ts'
export * from './organisation.ts'
export * from './queries/organisations.ts'
