import { sql } from 'kysely'
import type { QueryExecutorProvider, Transaction } from 'kysely'
import type { Databases } from './database.ts'
import type { Tables } from './tables.generated.ts'

/** The whole database as it is at one moment, read as the owner: nothing that is committed meanwhile is seen. */
export type Snapshot = QueryExecutorProvider

export async function atOneMoment<Answer>(
  databases: Databases,
  read: (snapshot: Snapshot) => Promise<Answer>,
): Promise<Answer> {
  return databases.owner
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      // Whoever reads everything of a large database gains nothing by looking rows up one by one; planned so on
      // statistics of an emptier one, it would take hours. In a small one it is the quicker way.
      if (await isLarge(transaction)) await sql`set local enable_nestloop = off`.execute(transaction)
      return read(transaction)
    })
}

const largeInBytes = 16 * 1024 * 1024

/** By its size on the disk: what PostgreSQL knows of its tables may be long out of date. */
async function isLarge(transaction: Transaction<Tables>): Promise<boolean> {
  const answer = await sql<{ bytes: bigint }>`
    select coalesce(sum(pg_relation_size(c.oid)), 0)::bigint as bytes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`.execute(transaction)
  return (answer.rows[0]?.bytes ?? 0n) > largeInBytes
}
