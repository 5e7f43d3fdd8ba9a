import type { Route } from '../../ui/visit.ts'
import { personRoute } from '../people/index.ts'
import { showFrontDoor } from './pages/front-door.tsx'
import { showGlance } from './pages/glance.tsx'
import { showHome } from './pages/home.tsx'
import { showPeople } from './pages/people.tsx'
import { showToday } from './pages/today.tsx'
import { showWhatHappened, showWhoHasLooked } from './pages/what-happened.tsx'

export const routes: readonly Route[] = [
  { path: '/', enter: 'anyone', visit: 'Front door', show: showFrontDoor },
  { path: '/today', enter: 'answer a task', visit: 'Today', show: showToday },
  { path: '/people', enter: 'see the caseload', visit: 'People', show: showPeople },
  personRoute({
    path: '/people/:personId/glance',
    enter: 'see the caseload',
    visit: 'At a glance',
    show: showGlance,
  }),
  personRoute({ path: '/people/:personId', enter: 'see a budget', visit: 'Home', show: showHome }),
  personRoute({
    path: '/people/:personId/what-happened',
    enter: 'see a budget',
    visit: 'What happened',
    show: showWhatHappened,
  }),
  personRoute({
    path: '/people/:personId/what-happened/who-has-looked',
    enter: 'see a budget',
    visit: 'Who has looked',
    show: showWhoHasLooked,
  }),
]
