import type { Route } from '../../ui/visit.ts'
import { personRoute } from '../people/index.ts'
import { showHome } from './pages/home.tsx'

export const routes: readonly Route[] = [
  personRoute({ path: '/people/:personId', enter: 'see a budget', visit: 'Home', show: showHome }),
]
