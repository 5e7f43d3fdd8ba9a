import type { Database } from '../../../platform/database.ts'
import type { UserId } from '../actor.ts'

/** Where somebody who can still sign in is written to; undefined where that is not known. */
export async function emailOf(
  database: Pick<Database, 'selectFrom'>,
  userId: UserId,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('accounts.user')
    .select('email')
    .where('id', '=', userId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return row?.email ?? undefined
}
