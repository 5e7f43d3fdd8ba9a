import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import { visible } from '../../../platform/visibility.ts'
import type { PersonId } from '../../people/index.ts'
import type { UserId } from '../actor.ts'

/** Who this person can ring; undefined where nobody is appointed. */
export async function coordinatorOf(
  database: Database,
  viewer: Viewer,
  files: readonly PersonId[],
): Promise<{ userId: UserId; name: string } | undefined> {
  return database
    .selectFrom('accounts.coordinator as coordinator')
    .innerJoin('accounts.user as user', 'user.id', 'coordinator.user_id')
    .select(['user.id as userId', 'user.name'])
    .where('coordinator.person_id', 'in', files)
    .where('coordinator.ends_on', 'is', null)
    .where(visible(viewer, 'coordinator.person_id'))
    .orderBy('coordinator.starts_on', 'desc')
    .limit(1)
    .executeTakeFirst()
}
