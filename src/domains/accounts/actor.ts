import type { Actor } from '../../platform/actor.ts'
import type { Id } from '../../platform/id.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { PersonId } from '../people/index.ts'
import { mayDo } from './role.ts'
import type { Role } from './role.ts'

export type UserId = Id<'user'>

/** Somebody as their sign-in makes them. */
export type User = {
  id: UserId
  name: string
  /** Their own file, for a person with a budget. */
  personId: PersonId | undefined
  memberships: readonly { organisationId: OrganisationId; role: Role }[]
}

/**
 * Who acts when this user does: for a person themself, on behalf of the ICB that is responsible for them; for staff
 * in their first role, seeing what their organisations may see.
 */
export function actorOf(user: User, icbOfPerson?: OrganisationId): Actor {
  const held = user.personId ? (['person'] as const) : user.memberships.map((membership) => membership.role)
  const organisations = [...new Set(user.memberships.map((membership) => membership.organisationId))]
  const organisationId = organisations[0] ?? icbOfPerson
  if (!organisationId) throw new Error(`User ${user.id} belongs to nobody`)
  return {
    userId: user.id,
    name: user.name,
    grantees: [user.id, ...organisations] as unknown as Id<'grantee'>[],
    scope: 'granted',
    permissions: new Set(held.flatMap((role) => mayDo[role])),
    actingAs: held[0] ?? 'nobody',
    organisationId,
  }
}

/** Commonpurse itself, doing for an organisation what falls due. */
export const serviceFor = (organisationId: OrganisationId): Actor =>
  nobodyOfTheStaff('service', { userId: serviceUserId, name: 'Commonpurse', organisationId })

/** Whoever has the machine, doing for an organisation what is asked for at the command line. */
export const operatorFor = (organisationId: OrganisationId): Actor =>
  nobodyOfTheStaff('operator', { userId: operatorUserId, name: 'The operator', organisationId })

function nobodyOfTheStaff(
  role: 'service' | 'operator',
  { userId, name, organisationId }: Pick<Actor, 'userId' | 'name'> & { organisationId: OrganisationId },
): Actor {
  return {
    userId,
    name,
    grantees: [organisationId] as unknown as Id<'grantee'>[],
    scope: 'granted',
    permissions: new Set(mayDo[role]),
    actingAs: role,
    organisationId,
  }
}

/** Nobody can sign in as these two. */
export const serviceUserId = '00000000-0000-4000-8000-000000000001' as UserId
export const operatorUserId = '00000000-0000-4000-8000-000000000002' as UserId
