import type { Route } from '../../ui/visit.ts'
import { personRoute } from '../people/index.ts'
import { showHelp, showNeedHelp, showNobodyCame, submitNeedHelp, submitNobodyCame } from './pages/help.tsx'
import { showTask, submitTask } from './pages/task.tsx'

const ask = 'ask for help'

export const routes: readonly Route[] = [
  personRoute({
    path: '/people/:personId/nobody-came',
    enter: ask,
    visit: 'Nobody came',
    show: showNobodyCame,
    submit: submitNobodyCame,
  }),
  personRoute({
    path: '/people/:personId/need-help',
    enter: ask,
    visit: 'I need help',
    show: showNeedHelp,
    submit: submitNeedHelp,
  }),
  personRoute({
    path: '/people/:personId/help',
    enter: 'see a budget',
    visit: 'What they told us',
    show: showHelp,
  }),
  personRoute({
    path: '/people/:personId/tasks/:taskId',
    enter: 'answer a task',
    visit: 'A task',
    show: showTask,
    submit: submitTask,
  }),
]
