import type { Route } from '../../ui/visit.ts'
import { personRoute } from '../people/index.ts'
import { showAway, submitAway, submitHome } from './pages/away.tsx'

export const routes: readonly Route[] = [
  personRoute({
    path: '/people/:personId/away',
    enter: 'answer for a budget',
    visit: 'In hospital, or away',
    show: showAway,
    submit: submitAway,
  }),
  personRoute({
    path: '/people/:personId/away/:stayId/home',
    enter: 'answer for a budget',
    visit: 'Home again',
    submit: submitHome,
  }),
]
