import type { Route } from '../../ui/visit.ts'
import { personRoute } from '../people/index.ts'
import { showFrontDoor } from './pages/front-door.tsx'
import { showHome } from './pages/home.tsx'

export const routes: readonly Route[] = [
  { path: '/', enter: 'anyone', visit: 'Front door', show: showFrontDoor },
  personRoute({ path: '/people/:personId', enter: 'see a budget', visit: 'Home', show: showHome }),
]
