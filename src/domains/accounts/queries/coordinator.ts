import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import { visible } from '../../../platform/visibility.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { UserId } from '../actor.ts'

/** The person's care coordinator, and the organisation that they do it for. */
export type Coordinator = { userId: UserId; name: string; organisationId: OrganisationId | undefined }

/** Who this person can ring; undefined where nobody is appointed. */
export async function coordinatorOf(
  database: Pick<Database, 'selectFrom'>,
  viewer: Viewer,
  files: readonly PersonId[],
): Promise<Coordinator | undefined> {
  const row = await database
    .selectFrom('accounts.coordinator as coordinator')
    .innerJoin('accounts.user as user', 'user.id', 'coordinator.user_id')
    .select((of) => [
      'user.id as userId',
      'user.name',
      of
        .selectFrom('accounts.membership as membership')
        .select('membership.organisation_id')
        .whereRef('membership.user_id', '=', 'user.id')
        .where('membership.role', '=', 'coordinator')
        .where('membership.ends_on', 'is', null)
        .orderBy('membership.starts_on')
        .orderBy('membership.id')
        .limit(1)
        .as('organisation_id'),
    ])
    .where('coordinator.person_id', 'in', files)
    .where('coordinator.ends_on', 'is', null)
    .where(visible(viewer, 'coordinator.person_id'))
    .orderBy('coordinator.starts_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { userId: row.userId, name: row.name, organisationId: row.organisation_id ?? undefined }
}
