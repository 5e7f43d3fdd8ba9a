import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { chainHeads } from '../../../platform/record/heads.ts'
import { atOneMoment } from '../../../platform/snapshot.ts'
import type { Snapshot } from '../../../platform/snapshot.ts'
import { NotDone } from '../verb.ts'
import type { Desk } from '../verb.ts'
import { fileOfTable, fileOfUpload, manifestFile } from './manifest.ts'
import type { Manifest } from './manifest.ts'

/**
 * Not in a backup: who is signed in, how far work is, and which migrations this database has seen (the manifest
 * says those, and a restored database is migrated anew).
 */
const leftOut = ['platform.migration', 'platform.session', 'platform.progress']

type Table = { name: string; quoted: string; columns: string[] }

/** Everything of one moment into an empty folder, while the service goes on. Answers what is in it. */
export async function takeBackup({ config, platform }: Desk, folder: string): Promise<Manifest> {
  await makeEmpty(folder)
  const { databases, uploads } = platform
  return atOneMoment(databases, async (snapshot) => {
    const exported = await sql<{ id: string }>`select pg_export_snapshot() as id`.execute(snapshot)
    const tables: Manifest['tables'] = []
    const client = await databases.ownerPool.connect()
    try {
      await client.query('begin isolation level repeatable read read only')
      await client.query(`set transaction snapshot '${exported.rows[0]?.id}'`)
      for (const table of await tablesOf(snapshot)) tables.push(await copyOut(client, folder, table))
      await client.query('commit')
    } finally {
      client.release(true)
    }
    const kept = await uploadsOf(snapshot)
    for (const { sha256 } of kept) await copyUpload(uploads.open(Buffer.from(sha256, 'hex')), folder, sha256)
    const made: Manifest = {
      format: 'commonpurse-backup-1',
      takenAt: new Date().toISOString(),
      version: config.version,
      ...(await aboutDatabase(snapshot)),
      tables,
      uploads: kept,
      heads: (await chainHeads(snapshot)).map(({ chainId, no, hash }) => ({
        chain: chainId,
        no: no.toString(),
        hash: hash.toString('hex'),
      })),
    }
    await writeDurably(join(folder, manifestFile), `${JSON.stringify(made, null, 1)}\n`)
    return made
  })
}

async function makeEmpty(folder: string) {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0)
    throw new NotDone(`${folder} is not empty, so nothing was written there.`)
  await mkdir(join(folder, 'tables'), { mode: 0o700 })
  await mkdir(join(folder, 'uploads'), { mode: 0o700 })
}

async function tablesOf(snapshot: Snapshot): Promise<Table[]> {
  const found = await sql<Table>`
    select n.nspname || '.' || c.relname as name, c.oid::regclass::text as quoted,
           array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
      and n.nspname || '.' || c.relname <> all (${leftOut})
    group by c.oid, n.nspname, c.relname order by 1`.execute(snapshot)
  if (found.rows.length === 0) throw new NotDone('There is nothing here to back up.')
  return found.rows
}

async function copyOut(
  client: pg.PoolClient,
  folder: string,
  table: Table,
): Promise<Manifest['tables'][number]> {
  const columns = table.columns.map((column) => `"${column}"`).join(', ')
  const rows = client.query(copyTo(`copy (select ${columns} from ${table.quoted}) to stdout`))
  const hash = createHash('sha256')
  await pipeline(rows, hashing(hash), durableFile(fileOfTable(folder, table.name)))
  return {
    name: table.name,
    columns: table.columns,
    rows: rows.rowCount.toString(),
    sha256: hash.digest('hex'),
  }
}

async function copyUpload(contents: AsyncIterable<Uint8Array>, folder: string, sha256: string) {
  const path = fileOfUpload(folder, sha256)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  await pipeline(contents, hashing(hash), durableFile(path)).catch((problem: unknown) => {
    throw new NotDone(
      `A file that was handed in is not there any more (${sha256}): ${(problem as Error).message}`,
    )
  })
  if (hash.digest('hex') !== sha256)
    throw new NotDone(`A file that was handed in was changed since: ${sha256}`)
}

async function uploadsOf(snapshot: Snapshot) {
  const kept = await sql<{ sha256: string; size: string }>`
    select encode(sha256, 'hex') as sha256, max(size)::text as size from platform.upload group by 1 order by 1`.execute(
    snapshot,
  )
  return kept.rows
}

type About = Pick<Manifest, 'synthetic' | 'migrations' | 'sequences' | 'transfers'>

async function aboutDatabase(snapshot: Snapshot): Promise<About> {
  const world = await sql<{ synthetic: string | null; from: string | null; to: string | null }>`
    select synthetic, (select min(recorded_at at time zone 'UTC')::date from ledger.transfer) as from,
           (select max(recorded_at at time zone 'UTC')::date from ledger.transfer) as to
    from platform.world`.execute(snapshot)
  const migrations = await sql<{ name: string; sha256: string }>`
    select name, sha256 from platform.migration order by name`.execute(snapshot)
  const sequences = await sql<{ name: string; last: string }>`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as last from pg_sequences
    where schemaname not like 'pg\\_%' and last_value is not null order by 1`.execute(snapshot)
  const { synthetic = null, from = null, to = null } = world.rows[0] ?? {}
  return {
    synthetic,
    migrations: migrations.rows,
    sequences: sequences.rows,
    transfers: from !== null && to !== null ? { from, to } : null,
  }
}

const hashing = (hash: ReturnType<typeof createHash>) =>
  new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      hash.update(chunk)
      pass(null, chunk)
    },
  })

/** On the disk when it is closed: a backup that a power cut takes is none. */
const durableFile = (path: string) => createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })

async function writeDurably(path: string, text: string) {
  const file = await open(path, 'wx', 0o600)
  await file.writeFile(text)
  await file.sync()
  await file.close()
}
