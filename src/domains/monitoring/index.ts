export { endStay } from './commands/end-stay.ts'
export { noteStay } from './commands/note-stay.ts'
export { routes } from './routes.ts'
