export { closeTask } from './commands/close-task.ts'
export { closeTasksAbout, openTask } from './open-task.ts'
export type { NewTask, OpenedTask } from './open-task.ts'
export * from './task.ts'
