import type { Databases } from './database.ts'

const appLock = 0x636f6d61

/** Another Commonpurse runs on the same private database. */
export class AlreadyRunning extends Error {}

/** Holds the private database as its only app until released, or refuses. The operator's commands may join it. */
export async function aloneOn(databases: Databases): Promise<{ release(): Promise<void> }> {
  const client = await databases.ownerPool.connect()
  client.on('error', () => undefined)
  const answer = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [appLock])
  if (!answer.rows[0]?.alone) {
    client.release()
    throw new AlreadyRunning(
      'Commonpurse is already running on this data folder. Stop that one first, or set COMMONPURSE_DATA to another folder.',
    )
  }
  return { release: async () => client.release(true) }
}
