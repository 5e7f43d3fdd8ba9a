import { sql } from 'kysely'
import type { Databases } from '../../../platform/database.ts'
import type { UserId } from '../actor.ts'

/** One name on the demonstration's sign-in page. */
export type Choice = { userId: UserId; name: string; as: string; organisation: string | undefined }

/** The name of the synthetic ICB that this database is seeded with; undefined on a real one. */
export async function syntheticWorld(databases: Databases): Promise<string | undefined> {
  const answer = await sql<{ synthetic: string | null }>`select synthetic from platform.world`.execute(
    databases.app,
  )
  return answer.rows[0]?.synthetic ?? undefined
}

/**
 * Everyone who can be chosen on the sign-in page: of a synthetic ICB alone. On any other database there is nobody
 * to choose, whoever asks.
 */
export async function whoCanSignIn(databases: Databases): Promise<Choice[]> {
  const answer = await sql<Choice>`
    select u.id as "userId", u.name, coalesce(m.role, 'person') as "as", organisation.name as organisation
    from platform.world world
    cross join accounts."user" u
    left join accounts.membership m on m.user_id = u.id and m.ends_on is null
    left join organisations.organisation organisation on organisation.id = m.organisation_id
    where world.synthetic is not null and u.ended_on is null
    order by u.person_id is null, m.role, u.name, u.id limit 200`.execute(databases.app)
  return answer.rows
}
