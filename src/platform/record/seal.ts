import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Databases } from '../database.ts'
import { groupBy } from '../group.ts'
import type { Id } from '../id.ts'

export type SealableEntry = {
  id: Id<'entry'>
  chainId: Id<'chain'>
  /** Whose chain it is. */
  chainOf: 'person' | 'organisation'
  at: Date
  userId: Id<'user'>
  actingAs: string
  command: string
  rules: string
  payloadHash: Buffer
  wroteDigest: Buffer
  wroteRows: number
}

export type Seal = { no: bigint; hash: Buffer }

/** Where in its chain an entry stands, and since when. */
export type Place = { no: bigint; previous: Buffer; sealedAt: Date }

/** What the first entry of a chain links to. */
export const beforeTheFirst: Seal = { no: 0n, hash: Buffer.alloc(32) }

const atOnce = 5_000
const sealerLock = 0x7365616c

/**
 * The hash that links an entry into its chain. Its text is fixed for ever (docs/record.md): chains made before
 * a change could not be verified after it.
 */
export function hashEntry(entry: SealableEntry, { no, previous, sealedAt }: Place): Buffer {
  const text = [
    'commonpurse-record-1',
    `chain ${entry.chainOf} ${entry.chainId}`,
    `no ${no}`,
    `sealed ${sealedAt.toISOString()}`,
    `previous ${previous.toString('hex')}`,
    `entry ${entry.id}`,
    `at ${entry.at.toISOString()}`,
    `user ${entry.userId}`,
    `as ${entry.actingAs}`,
    `command ${entry.command}`,
    `rules ${entry.rules}`,
    `payload ${entry.payloadHash.toString('hex')}`,
    `wrote ${entry.wroteRows} ${entry.wroteDigest.toString('hex')}`,
  ].join('\n')
  return createHash('sha256').update(text).digest()
}

/**
 * Numbers and links the entries that are not sealed yet. Only one sealer works at a time, so commands never wait
 * for one another's place in a chain. Answers how many it sealed.
 */
export async function sealEntries(databases: Databases): Promise<number> {
  return databases.owner.transaction().execute(async (tx) => {
    const lock = await sql<{ got: boolean; now: Date }>`
      select pg_try_advisory_xact_lock(${sealerLock}) as got,
             date_trunc('milliseconds', clock_timestamp()) as now`.execute(tx)
    const [locked] = lock.rows
    if (!locked?.got) return 0
    const sealedAt = locked.now
    const entries = await sql<SealableEntry>`
      select ${sealableColumns} from record.unsealed u join record.entry e on e.id = u.entry_id
      order by e.id limit ${atOnce}`.execute(tx)
    if (entries.rows.length === 0) return 0
    const chains = groupBy(entries.rows, (entry) => entry.chainId)
    const heads = await sql<Seal & { chainId: Id<'chain'> }>`
      select distinct on (chain_id) chain_id as "chainId", no, hash from record.seal
      where chain_id = any (${[...chains.keys()]}::uuid[]) order by chain_id, no desc`.execute(tx)
    const headOf = new Map<string, Seal>(heads.rows.map((head) => [head.chainId, head]))
    const seals = [...chains].flatMap(([chainId, chain]) =>
      link(chain, headOf.get(chainId) ?? beforeTheFirst, sealedAt),
    )
    await sql`
      insert into record.seal (chain_id, no, entry_id, previous, hash, sealed_at)
      select *, ${sealedAt}::timestamptz from unnest(
        ${seals.map((seal) => seal.chainId)}::uuid[], ${seals.map((seal) => seal.no)}::bigint[],
        ${seals.map((seal) => seal.entryId)}::uuid[], ${seals.map((seal) => seal.previous)}::bytea[],
        ${seals.map((seal) => seal.hash)}::bytea[])`.execute(tx)
    await sql`delete from record.unsealed where entry_id = any (${seals.map((seal) => seal.entryId)}::uuid[])`.execute(
      tx,
    )
    return seals.length
  })
}

/** The columns of record.entry `e` that are sealed. */
export const sealableColumns = sql.raw(`
  e.id, coalesce(e.person_id, e.organisation_id) as "chainId",
  case when e.person_id is null then 'organisation' else 'person' end as "chainOf", e.at, e.user_id as "userId",
  e.acting_as as "actingAs", e.command, e.rules, e.payload_hash as "payloadHash",
  e.wrote_digest as "wroteDigest", e.wrote_rows as "wroteRows"`)

function link(chain: readonly SealableEntry[], head: Seal, sealedAt: Date) {
  let last = head
  return chain.map((entry) => {
    const place = { no: last.no + 1n, previous: last.hash, sealedAt }
    last = { no: place.no, hash: hashEntry(entry, place) }
    return { chainId: entry.chainId, entryId: entry.id, previous: place.previous, ...last }
  })
}
