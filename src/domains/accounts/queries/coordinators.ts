import type { Database } from '../../../platform/database.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import type { UserId } from '../actor.ts'

/** The care coordinators of an organisation. Staff are no persons' rows: no viewer is asked for. */
export async function coordinatorsOf(
  database: Pick<Database, 'selectFrom'>,
  organisationId: OrganisationId,
): Promise<{ userId: UserId; name: string; email: string | undefined }[]> {
  const rows = await database
    .selectFrom('accounts.membership as membership')
    .innerJoin('accounts.user as user', 'user.id', 'membership.user_id')
    .select(['user.id', 'user.name', 'user.email'])
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.role', '=', 'coordinator')
    .where('membership.ends_on', 'is', null)
    .where('user.ended_on', 'is', null)
    .orderBy('user.name')
    .orderBy('user.id')
    .limit(1_000)
    .execute()
  return rows.map(({ id, name, email }) => ({ userId: id, name, email: email ?? undefined }))
}
