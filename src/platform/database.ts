import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Transaction } from 'kysely'
import pg from 'pg'
import type { Viewer } from './actor.ts'
import { dayAt } from './day.ts'
import type { Day } from './day.ts'
import type { Id } from './id.ts'
import type { Tables } from './tables.generated.ts'

/** A handle to read with: every query takes one, and the viewer it reads for. */
export type Database = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'getExecutor'>

/** A handle to write with: only a transaction that `perform` opened has one. */
export type Tx = Transaction<Tables>

/** The world's time, as one transaction sees it. */
export type WorldTime = { now: Date; today: Day }

/** Both doors to one database. */
export type Databases = {
  /** For requests and jobs: each transaction assumes the role that owns nothing. */
  app: Kysely<Tables>
  /** For migrations, partitions, the sealer and the operator. Bypasses row-level security. */
  owner: Kysely<Tables>
  ownerPool: pg.Pool
  close(): Promise<void>
}

const oid = { int8: 20, date: 1082, timestamptz: 1184, int8Array: 1016, dateArray: 1182 }
const parsers = new Map<number, (text: string) => unknown>([
  [oid.int8, (text) => BigInt(text)],
  [oid.date, (text) => text],
  [oid.timestamptz, (text) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))],
  [oid.int8Array, (text) => listOf(text).map(BigInt)],
  [oid.dateArray, (text) => listOf(text)],
])

const listOf = (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(','))

export type ConnectionOptions = { ownerUrl: pg.PoolConfig; appUrl?: pg.PoolConfig | undefined; size?: number }

export function connectDatabases({ ownerUrl, appUrl, size = 20 }: ConnectionOptions): Databases {
  const appPool = makePool(appUrl ?? ownerUrl, size)
  // Each job under way holds one, and so do the sealer, the bell and the lock that keeps a second app out.
  const ownerPool = makePool(ownerUrl, 12)
  const app = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: appPool }) })
  const owner = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: ownerPool }) })
  return {
    app,
    owner,
    ownerPool,
    async close() {
      await Promise.all([app.destroy(), owner.destroy()])
    },
  }
}

function makePool(connection: pg.PoolConfig, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    options: '-c timezone=UTC -c datestyle=ISO -c bytea_output=hex -c jit=off',
    types: { getTypeParser: (id, format) => parsers.get(id) ?? pg.types.getTypeParser(id, format) },
  })
  // An idle connection that the server closes is replaced; the next query tells if the server is gone.
  pool.on('error', () => undefined)
  // The same for one in use between two queries: without anybody who hears of it, the process would end.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** A read-only transaction in which row-level security knows the viewer. */
export async function reading<Answer>(
  databases: Databases,
  viewer: Viewer,
  read: (database: Database, time: WorldTime) => Promise<Answer>,
): Promise<Answer> {
  return databases.app
    .transaction()
    .setAccessMode('read only')
    .execute(async (transaction) => read(transaction, await enter(transaction, viewer)))
}

/**
 * Assumes the role that owns nothing and says who is acting, until this transaction ends; one round trip.
 * `entry` is the record's entry that this transaction will write, without which covered tables refuse changes.
 */
export async function enter(transaction: Tx, viewer: Viewer, entry?: Id<'entry'>): Promise<WorldTime> {
  const grantees = `{${viewer.grantees.join(',')}}`
  const answer = await sql<{ now: Date }>`
    select platform.world_now() as now,
      set_config('app.user_id', ${viewer.userId}, true),
      set_config('app.grantees', ${grantees}, true),
      set_config('app.entry_id', ${entry ?? ''}, true),
      set_config('app.today', platform.day_in_england(platform.world_now())::text, true),
      set_config('role', 'commonpurse_app', true)`.execute(transaction)
  const now = answer.rows[0]?.now
  if (!now) throw new Error('The database did not tell the time')
  return { now, today: dayAt(now) }
}
