import type { Route } from '../../ui/visit.ts'
import { personRoute } from '../people/index.ts'
import { showLine } from './pages/line.tsx'
import { showSetAside } from './pages/set-aside.tsx'
import { showToPay, submitNotNeeded, submitPaid } from './pages/to-pay.tsx'

const see = 'see a budget'
const answer = 'answer for a budget'

export const routes: readonly Route[] = [
  personRoute({ path: '/people/:personId/set-aside', enter: see, visit: 'Set aside', show: showSetAside }),
  personRoute({ path: '/people/:personId/to-pay', enter: see, visit: 'What is to be paid', show: showToPay }),
  personRoute({
    path: '/people/:personId/to-pay/:commitmentId/paid',
    enter: answer,
    visit: 'Say that it is paid',
    submit: submitPaid,
  }),
  personRoute({
    path: '/people/:personId/to-pay/:commitmentId/not-needed',
    enter: answer,
    visit: 'Release what was set aside',
    submit: submitNotNeeded,
  }),
  personRoute({
    path: '/people/:personId/lines/:lineId',
    enter: see,
    visit: 'A line of the budget',
    show: showLine,
  }),
]
