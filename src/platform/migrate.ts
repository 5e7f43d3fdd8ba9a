import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

/** Any number that nothing else locks by. */
const migrationLock = 0x6d696772

/**
 * Applies the SQL files of `folder` that this database has not seen, in the order of their names, each in a
 * transaction of its own; several processes starting at once wait for one another. `only` names those to apply, where
 * a backup of some earlier day is restored. Answers the names applied. Throws where an applied file has changed since: a migration is history.
 */
export async function migrate(
  ownerPool: pg.Pool,
  folder: string,
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const client = await ownerPool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(`create schema if not exists platform;
      create table if not exists platform.migration (
        name text primary key, sha256 text not null, applied_at timestamptz not null)`)
    const known = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from platform.migration',
    )
    const applied = new Map(known.rows.map((row) => [row.name, row.sha256]))
    const fresh: string[] = []
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
      const text = await readFile(join(folder, name), 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      if (applied.get(name) === sha256 || only?.has(name) === false) continue
      if (applied.has(name))
        throw new Error(`Migration ${name} was changed after it was applied to this database.`)
      await apply(client, name, text, sha256)
      fresh.push(name)
    }
    return fresh
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined)
    client.release()
  }
}

async function apply(client: pg.PoolClient, name: string, text: string, sha256: string) {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into platform.migration values ($1, $2, clock_timestamp())', [name, sha256])
    await client.query('commit')
  } catch (problem) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(problem as Error).message}`, { cause: problem })
  }
}
