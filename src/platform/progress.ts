import { sql } from 'kysely'
import type { Databases } from './database.ts'
import type { Id } from './id.ts'

/** How far long work is. Written beside the work, not in its transaction, so that it can be seen while it runs. */
export type Progress = { done: number; of: number | undefined; words: string }

export async function noteProgress(databases: Databases, id: Id<string>, progress: Progress): Promise<void> {
  const { done, of, words } = progress
  await sql`
    insert into platform.progress (id, done, of, words, at)
    values (${id}, ${Math.round(done)}, ${of === undefined ? null : Math.round(of)}, ${words}, clock_timestamp())
    on conflict (id) do update set done = excluded.done, of = excluded.of, words = excluded.words, at = excluded.at
  `.execute(databases.app)
}

export async function findProgress(databases: Databases, id: Id<string>): Promise<Progress | undefined> {
  const answer = await sql<{ done: bigint; of: bigint | null; words: string }>`
    select done, of, words from platform.progress where id = ${id}`.execute(databases.app)
  const row = answer.rows[0]
  return row && { done: Number(row.done), of: row.of === null ? undefined : Number(row.of), words: row.words }
}

export async function forgetProgress(databases: Databases, id: Id<string>): Promise<void> {
  await sql`delete from platform.progress where id = ${id}`.execute(databases.app)
}
