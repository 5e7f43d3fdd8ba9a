import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Viewer } from './actor.ts'

/**
 * The scope that every query applies first: rows of people whom this viewer may see today. Row-level security
 * asks the same table again underneath. `column` is the row's person, such as `line.person_id`.
 */
export function visible(viewer: Viewer, column: string): RawBuilder<boolean> {
  if (viewer.scope === 'everything') return sql<boolean>`true`
  return sql<boolean>`exists (
    select 1 from people.access granted
    where granted.person_id = ${sql.ref(column)}
      and granted.grantee_id = any (${[...viewer.grantees]}::uuid[])
      and granted.starts_on <= (select platform.today())
      and (granted.ends_on is null or granted.ends_on > (select platform.today())))`
}
