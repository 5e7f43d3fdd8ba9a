import { sql } from 'kysely'
import type { Snapshot } from '../snapshot.ts'
import { hashPayload } from './append.ts'
import { beforeTheFirst, hashEntry, sealableColumns } from './seal.ts'
import type { SealableEntry } from './seal.ts'

/** So many problems of a kind are named; more would not tell more. */
export const named = 20

const pageSize = 10_000

type Said = { payload: string | null; salt: Buffer | null }

type SealedEntry = SealableEntry &
  Said & {
    sealedIn: string
    no: bigint
    previous: Buffer
    hash: Buffer
    sealedAt: Date
    /** Times are hashed to the millisecond; a finer part would be somebody's addition. */
    isFiner: boolean
    /** Of a person and of an organisation at once, where only the first is hashed. */
    isOfTwo: boolean
    missing: boolean
  }

/** Each chain from its first entry to its last, recomputed. */
export async function brokenChains(snapshot: Snapshot): Promise<string[]> {
  const problems: string[] = []
  let at = { chain: '00000000-0000-0000-0000-000000000000', no: 0n }
  let last = beforeTheFirst
  for (;;) {
    const page = await sql<SealedEntry>`
      select s.chain_id as "sealedIn", s.no, s.previous, s.hash, s.sealed_at as "sealedAt",
             e.id is null as missing, e.payload, e.salt,
             coalesce(date_trunc('milliseconds', e.at) <> e.at, false)
               or date_trunc('milliseconds', s.sealed_at) <> s.sealed_at as "isFiner",
             num_nonnulls(e.person_id, e.organisation_id) > 1 as "isOfTwo",
             ${sealableColumns}
      from record.seal s left join record.entry e on e.id = s.entry_id
      where (s.chain_id, s.no) > (${at.chain}::uuid, ${at.no}) order by s.chain_id, s.no limit ${pageSize}
    `.execute(snapshot)
    for (const entry of page.rows) {
      if (entry.sealedIn !== at.chain) last = beforeTheFirst
      const problem = problemOf(entry, last)
      if (problem) problems.push(`Chain ${entry.sealedIn}, entry ${entry.no}: ${problem}`)
      at = { chain: entry.sealedIn, no: entry.no }
      last = entry
    }
    if (page.rows.length < pageSize || problems.length >= named) return problems.slice(0, named)
  }
}

function problemOf(entry: SealedEntry, last: { no: bigint; hash: Buffer }): string | undefined {
  if (entry.no !== last.no + 1n) return `${last.no} is followed by ${entry.no}; what was between is gone.`
  if (entry.missing) return 'the entry that was sealed here is gone.'
  if (!entry.previous.equals(last.hash)) return 'it does not link to the entry before it.'
  if (entry.isOfTwo || entry.chainId !== entry.sealedIn)
    return 'it stands in another chain than it was sealed in.'
  const seal = { no: entry.no, previous: last.hash, sealedAt: entry.sealedAt }
  const timesAreWhole = !entry.isFiner && isTime(entry.at) && isTime(entry.sealedAt)
  if (!timesAreWhole || !hashEntry(entry, seal).equals(entry.hash)) {
    return `the entry (${entry.command}, ${entry.id}) or its seal was changed after it was sealed.`
  }
  return saysOtherwise(entry) ? `what the entry (${entry.command}, ${entry.id}) says was changed.` : undefined
}

const isTime = (instant: Date) => !Number.isNaN(instant.getTime())

/** Erased with its salt, what an entry said is gone for good, and its hash still stands in the chain. */
function saysOtherwise({ payload, salt, payloadHash }: Said & { payloadHash: Buffer }): boolean {
  if (payload === null && salt === null) return false
  return payload === null || salt === null || !hashPayload(salt, payload).equals(payloadHash)
}

/** What hangs on no chain, what hangs on nothing, and what an entry wrote against its own digest of it. */
export async function looseEnds(snapshot: Snapshot): Promise<string[]> {
  const answer = await sql<{ id: string; problem: string }>`
    (select e.id, 'was neither sealed nor is it waiting to be' as problem from record.entry e
      where not exists (select 1 from record.seal s where s.entry_id = e.id)
        and not exists (select 1 from record.unsealed u where u.entry_id = e.id) order by e.id limit ${named})
    union all
    (select u.entry_id, 'is gone, and was not sealed yet' from record.unsealed u
      where not exists (select 1 from record.entry e where e.id = u.entry_id) order by 1 limit ${named})
    union all
    (select u.entry_id, 'waits to be sealed and is sealed already' from record.unsealed u
      where exists (select 1 from record.seal s where s.entry_id = u.entry_id) order by 1 limit ${named})
    union all
    (select distinct w.entry_id, 'is gone, but what it wrote is still noted' from record.written w
      where not exists (select 1 from record.entry e where e.id = w.entry_id) order by 1 limit ${named})
    union all
    (select e.id, '(' || e.command || ') wrote other rows than are noted of it' from record.entry e
      cross join lateral record.wrote(e.id) now
      where now.digest <> e.wrote_digest or now.rows <> e.wrote_rows order by e.id limit ${named})
  `.execute(snapshot)
  const unsealed = await sql<Said & { id: string; payloadHash: Buffer }>`
    select e.id, e.payload, e.salt, e.payload_hash as "payloadHash"
    from record.unsealed u join record.entry e on e.id = u.entry_id order by e.id`.execute(snapshot)
  const changed = unsealed.rows
    .filter(saysOtherwise)
    .map(({ id }) => ({ id, problem: 'says something else than when it was written' }))
  return [...answer.rows, ...changed.slice(0, named)].map(({ id, problem }) => `Entry ${id} ${problem}.`)
}
