export { endStay } from './commands/end-stay.ts'
export { noteStay } from './commands/note-stay.ts'
export { routes } from './routes.ts'
export { askAboutContributions } from './jobs/ask-about-contributions.ts'
