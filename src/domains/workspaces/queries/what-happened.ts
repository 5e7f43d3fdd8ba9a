import { sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '../../../platform/day.ts'
import { query } from '../../../platform/query.ts'
import { visible } from '../../../platform/visibility.ts'
import { PersonId, filesOfPerson } from '../../people/index.ts'

export const entriesPerPage = 50

/** One sentence of the record: what was done, by whom, acting as what. */
export type Happened = { id: string; at: Date; says: string; who: string; actingAs: string }

const asked = z.object({ personId: PersonId, pageNo: z.int().min(1).max(10_000) })

/** What was done about this person, the newest first. Erased entries say so. */
export const whatHappened = query({
  name: 'workspaces.what-happened',
  input: asked,
  allow: 'see a budget',
  async read({ database, viewer }, { personId, pageNo }): Promise<{ happened: Happened[]; isMore: boolean }> {
    const files = await filesOfPerson(database, viewer, personId)
    const answer = await sql<Happened>`
      select entry.id, entry.at, coalesce(entry.payload::jsonb ->> 'says', 'This entry was erased') as says,
             coalesce(u.name, 'Commonpurse') as who, entry.acting_as as "actingAs"
      from record.entry entry left join accounts."user" u on u.id = entry.user_id
      where entry.person_id = any (${[...files]}::uuid[]) and ${visible(viewer, 'entry.person_id')}
      order by entry.at desc, entry.id desc
      limit ${entriesPerPage + 1} offset ${(pageNo - 1) * entriesPerPage}`.execute(database)
    return {
      happened: answer.rows.slice(0, entriesPerPage),
      isMore: answer.rows.length > entriesPerPage,
    }
  },
})

/** Somebody's looks at a person's record on one day. */
export type Looks = {
  on: Day
  who: string
  organisation: string | undefined
  at: readonly string[]
  times: number
}

/** Who has looked at this person's record, by day, the newest first. Their own looks are not noted. */
export const whoHasLooked = query({
  name: 'workspaces.who-has-looked',
  input: asked,
  allow: 'see a budget',
  async read({ database, viewer }, { personId, pageNo }): Promise<{ looks: Looks[]; isMore: boolean }> {
    const files = await filesOfPerson(database, viewer, personId)
    const answer = await sql<Omit<Looks, 'organisation'> & { organisation: string | null }>`
      select platform.day_in_england(seen.at) as on, u.name as who, works_for.name as organisation,
             array_agg(distinct seen.visit order by seen.visit) as at, count(*)::int as times
      from people.seen seen
      join accounts."user" u on u.id = seen.user_id
      left join lateral (
        select organisation.name from accounts.membership member
        join organisations.organisation organisation on organisation.id = member.organisation_id
        where member.user_id = u.id order by member.starts_on limit 1
      ) works_for on true
      where seen.person_id = any (${[...files]}::uuid[]) and ${visible(viewer, 'seen.person_id')}
      group by 1, 2, 3, u.id
      order by 1 desc, 2, u.id
      limit ${entriesPerPage + 1} offset ${(pageNo - 1) * entriesPerPage}`.execute(database)
    return {
      looks: answer.rows
        .slice(0, entriesPerPage)
        .map(({ organisation, ...look }) => ({ ...look, organisation: organisation ?? undefined })),
      isMore: answer.rows.length > entriesPerPage,
    }
  },
})
