import type { Route } from '../../ui/visit.ts'
import { personRoute } from '../people/index.ts'
import { showTask, submitTask } from './pages/task.tsx'

export const routes: readonly Route[] = [
  personRoute({
    path: '/people/:personId/tasks/:taskId',
    enter: 'answer a task',
    visit: 'A task',
    show: showTask,
    submit: submitTask,
  }),
]
