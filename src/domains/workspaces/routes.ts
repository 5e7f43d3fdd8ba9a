import type { Route } from '../../ui/visit.ts'
import { personRoute } from '../people/index.ts'
import { showAbout } from './pages/about.tsx'
import { showAccessibility } from './pages/accessibility.tsx'
import { showAddPerson, submitAddPerson } from './pages/add-person.tsx'
import { showExports, submitExports } from './pages/exports.tsx'
import { showFinance } from './pages/finance.tsx'
import { showFrontDoor } from './pages/front-door.tsx'
import { showGlance } from './pages/glance.tsx'
import { showHome } from './pages/home.tsx'
import { showImports, showImportsAsCsv } from './pages/imports.tsx'
import { showPeople } from './pages/people.tsx'
import { showPlan } from './pages/plan.tsx'
import { showToday } from './pages/today.tsx'
import { showWhatHappened, showWhoHasLooked } from './pages/what-happened.tsx'

export const routes: readonly Route[] = [
  { path: '/', enter: 'anyone', visit: 'Front door', show: showFrontDoor },
  { path: '/about', enter: 'anyone', visit: 'What this is', show: showAbout },
  { path: '/accessibility', enter: 'anyone', visit: 'Accessibility statement', show: showAccessibility },
  { path: '/today', enter: 'answer a task', visit: 'Today', show: showToday },
  { path: '/people', enter: 'see the caseload', visit: 'People', show: showPeople },
  { path: '/finance', enter: 'see finance', visit: 'Finance', show: showFinance },
  { path: '/finance/imports', enter: 'see the caseload', visit: 'Statements', show: showImports },
  {
    path: '/finance/imports.csv',
    enter: 'see the caseload',
    visit: 'Statements as a file',
    show: showImportsAsCsv,
  },
  {
    path: '/finance/exports',
    enter: 'see finance',
    visit: 'Exports',
    show: showExports,
    submit: submitExports,
  },
  {
    path: '/people/new',
    enter: 'look after people',
    visit: 'Add a person',
    show: showAddPerson,
    submit: submitAddPerson,
  },
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
  personRoute({ path: '/people/:personId/plan', enter: 'see a budget', visit: 'The plan', show: showPlan }),
]
