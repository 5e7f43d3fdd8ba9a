import type { SignedIn } from '../../ui/visit.ts'

/** Where somebody begins after signing in. */
export function homeOf({ actor, personId }: Pick<SignedIn, 'actor' | 'personId'>): string {
  if (personId) return `/people/${personId}`
  if (actor.permissions.has('see finance')) return '/finance'
  if (actor.permissions.has('answer a task')) return '/today'
  return actor.permissions.has('see the caseload') ? '/people' : '/'
}
