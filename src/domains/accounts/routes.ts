import type { Route } from '../../ui/visit.ts'
import { showSignIn, submitSignIn } from './pages/sign-in.tsx'
import { submitSignOut } from './pages/sign-out.ts'

export const routes: readonly Route[] = [
  { path: '/sign-in', enter: 'anyone', visit: 'Sign in', show: showSignIn, submit: submitSignIn },
  { path: '/sign-out', enter: 'anyone signed in', visit: 'Sign out', submit: submitSignOut },
]
