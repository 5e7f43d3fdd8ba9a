import { sql } from 'kysely'
import type { QueryExecutorProvider } from 'kysely'
import type { Databases } from './database.ts'

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
      // Whoever reads everything gains nothing by looking rows up one by one; planned so on statistics of an emptier
      // database, it would take hours.
      await sql`set local enable_nestloop = off`.execute(transaction)
      return read(transaction)
    })
}
