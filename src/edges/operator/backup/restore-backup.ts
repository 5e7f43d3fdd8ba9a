import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { isEmpty } from '../../../first-start.ts'
import type { Databases } from '../../../platform/database.ts'
import { migrate } from '../../../platform/migrate.ts'
import type { Uploads } from '../../../platform/uploads.ts'
import { migrationsOf } from '../../../start.ts'
import { bytesOf } from '../bytes-of.ts'
import { NotDone } from '../verb.ts'
import type { Desk } from '../verb.ts'
import { fileOfTable, fileOfUpload } from './manifest.ts'
import type { Manifest } from './manifest.ts'

/**
 * Puts a backup into an empty database, as it was on its day: the migrations that it names first, then everything
 * in one transaction. Later migrations are the caller's. Nothing is left behind where something of it is not whole.
 */
export async function restoreBackup(
  { config, platform }: Desk,
  folder: string,
  made: Manifest,
): Promise<void> {
  const { databases, uploads } = platform
  await mustBeEmpty(databases)
  await mustNotBeNewer(databases, made)
  const names = new Set(made.migrations.map(({ name }) => name))
  const missing = await migrateTo(databases, migrationsOf(config), names)
  if (missing.length > 0)
    throw new NotDone(`This version is older than the backup: it lacks ${missing.join(', ')}.`)
  for (const upload of made.uploads) await keepUpload(uploads, folder, upload.sha256)
  const client = await databases.ownerPool.connect()
  try {
    await client.query('begin')
    await copyAllIn(client, folder, made)
    await client.query('commit')
  } finally {
    // Where something went wrong, the server rolls back when the connection ends.
    client.release(true)
  }
}

async function mustBeEmpty(databases: Databases) {
  const answer = await sql<{ there: boolean }>`
    select to_regclass('platform.world') is not null as there`.execute(databases.owner)
  if (answer.rows[0]?.there && !(await isEmpty(databases))) {
    throw new NotDone('This database is not empty, so nothing was restored. Restore into a new one.')
  }
}

async function mustNotBeNewer(databases: Databases, made: Manifest) {
  const answer = await sql<{ there: boolean }>`
    select to_regclass('platform.migration') is not null as there`.execute(databases.owner)
  if (!answer.rows[0]?.there) return
  const names = made.migrations.map(({ name }) => name)
  const newer = await sql<{ name: string }>`
    select name from platform.migration where name <> all (${names}) order by name`.execute(databases.owner)
  const [first] = newer.rows
  if (first) {
    throw new NotDone(
      `This empty database was already brought up to ${first.name}, beyond the backup. Restore into a new one, which then follows.`,
    )
  }
}

/** Answers those that the backup had seen and this version does not know. */
async function migrateTo(
  databases: Databases,
  folder: string,
  names: ReadonlySet<string>,
): Promise<string[]> {
  await migrate(databases.ownerPool, folder, names)
  const seen = await sql<{ name: string }>`select name from platform.migration`.execute(databases.owner)
  const known = new Set(seen.rows.map(({ name }) => name))
  return [...names].filter((name) => !known.has(name))
}

async function keepUpload(uploads: Uploads, folder: string, sha256: string) {
  const file = fileOfUpload(folder, sha256)
  const kept = await uploads.keep(bytesOf(file)).catch((problem: unknown) => {
    throw new NotDone(`${file} cannot be read: ${(problem as Error).message}`)
  })
  if (kept.sha256.toString('hex') !== sha256)
    throw new NotDone(`${file} is not what it was when it was backed up.`)
}

async function copyAllIn(client: pg.PoolClient, folder: string, made: Manifest) {
  if (made.transfers) {
    await client.query(`select ledger.make_partitions($1, $2::date + 1)`, [
      made.transfers.from,
      made.transfers.to,
    ])
  }
  const ordered = await inOrderOfReference(client, made.tables)
  // Rows come with what their triggers made of them; foreign keys and constraints still look at every row.
  for (const { name } of ordered) await client.query(`alter table ${quoted(name)} disable trigger user`)
  for (const { name } of ordered.toReversed()) await client.query(`delete from ${quoted(name)}`)
  for (const table of ordered) await copyIn(client, fileOfTable(folder, table.name), table)
  for (const { name } of ordered) await client.query(`alter table ${quoted(name)} enable trigger user`)
  for (const { name, last } of made.sequences) await client.query('select setval($1, $2)', [name, last])
}

type BackedUp = Manifest['tables'][number]

async function copyIn(client: pg.PoolClient, file: string, { name, columns, rows, sha256 }: BackedUp) {
  const hash = createHash('sha256')
  const check = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      hash.update(chunk)
      pass(null, chunk)
    },
  })
  const list = columns.map((column) => `"${column}"`).join(', ')
  const into = client.query(copyFrom(`copy ${quoted(name)} (${list}) from stdin`))
  await pipeline(createReadStream(file), check, into).catch((problem: unknown) => {
    throw new NotDone(`${file} cannot be restored: ${(problem as Error).message}. Nothing was kept.`)
  })
  if (hash.digest('hex') !== sha256 || into.rowCount.toString() !== rows) {
    throw new NotDone(`${file} is not what it was when it was backed up. Nothing was kept.`)
  }
}

/** Tables that others refer to come first. */
async function inOrderOfReference(client: pg.PoolClient, tables: readonly BackedUp[]): Promise<BackedUp[]> {
  const { rows } = await client.query<{ from: string; to: string }>(`
    select distinct fn.nspname || '.' || f.relname as "from", tn.nspname || '.' || t.relname as "to"
    from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
    join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where k.contype = 'f' and f.oid <> t.oid`)
  const left = new Map(tables.map((table) => [table.name, table]))
  const ordered: BackedUp[] = []
  while (left.size > 0) {
    const free = [...left.values()].filter(
      ({ name }) => !rows.some(({ from, to }) => from === name && left.has(to)),
    )
    if (free.length === 0)
      throw new Error(`Tables refer to one another in a ring: ${[...left.keys()].join(', ')}`)
    for (const table of free) left.delete(table.name)
    ordered.push(...free)
  }
  return ordered
}

const quoted = (table: string) =>
  table
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')
