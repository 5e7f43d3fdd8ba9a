import { sql } from 'kysely'
import type { Databases } from '../database.ts'
import { hashPayload } from './append.ts'
import { beforeTheFirst, hashEntry, sealableColumns } from './seal.ts'
import type { SealableEntry } from './seal.ts'

/** What does not fit, in one sentence that names the chain, the entry or the row. */
export type RecordProblem = string

export type Verification = {
  entries: number
  /** Written in the last second or so; counted, and verified except for their place in a chain. */
  notYetSealed: number
  rows: number
  problems: RecordProblem[]
}

const pageSize = 10_000
const named = 20

/**
 * Recomputes everything: each chain's links, each payload's hash, each digest of what an entry wrote, and each
 * covered row against what was last written of it. Names what does not fit (the first {@link named} of a kind).
 */
export async function verifyRecord(databases: Databases): Promise<Verification> {
  const counts = await sql<{ entries: number; unsealed: number; rows: number }>`
    select (select count(*)::int from record.entry) as entries,
           (select count(*)::int from record.unsealed) as unsealed,
           (select coalesce(sum(rows), 0)::int from record.written) as rows`.execute(databases.owner)
  const problems = [
    ...(await brokenChains(databases)),
    ...(await looseEnds(databases)),
    ...(await changedDigests(databases)),
    ...(await changedRows(databases)),
  ]
  const { entries = 0, unsealed = 0, rows = 0 } = counts.rows[0] ?? {}
  return { entries, notYetSealed: unsealed, rows, problems }
}

type SealedEntry = SealableEntry & {
  sealedIn: string
  no: bigint
  previous: Buffer
  hash: Buffer
  missing: boolean
  payload: string | null
  salt: Buffer | null
}

async function brokenChains(databases: Databases): Promise<RecordProblem[]> {
  const problems: RecordProblem[] = []
  let at = { chain: '00000000-0000-0000-0000-000000000000', no: 0n }
  let last = beforeTheFirst
  for (;;) {
    const page = await sql<SealedEntry>`
      select s.chain_id as "sealedIn", s.no, s.previous, s.hash, e.id is null as missing, e.payload, e.salt,
             ${sealableColumns}
      from record.seal s left join record.entry e on e.id = s.entry_id
      where (s.chain_id, s.no) > (${at.chain}::uuid, ${at.no}) order by s.chain_id, s.no limit ${pageSize}
    `.execute(databases.owner)
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
  if (entry.chainId !== entry.sealedIn) return 'it stands in another chain than it was sealed in.'
  if (!hashEntry(entry, entry.no, last.hash).equals(entry.hash)) {
    return `the entry (${entry.command}, ${entry.id}) was changed after it was sealed.`
  }
  if (entry.payload !== null && entry.salt !== null) {
    if (!hashPayload(entry.salt, entry.payload).equals(entry.payloadHash)) {
      return `what the entry (${entry.command}, ${entry.id}) says was changed.`
    }
  }
  return undefined
}

async function looseEnds(databases: Databases): Promise<RecordProblem[]> {
  const answer = await sql<{ id: string; problem: string }>`
    (select e.id, 'was neither sealed nor is it waiting to be' as problem from record.entry e
      where not exists (select 1 from record.seal s where s.entry_id = e.id)
        and not exists (select 1 from record.unsealed u where u.entry_id = e.id) limit ${named})
    union all
    (select distinct w.entry_id, 'is gone, but what it wrote is still noted' from record.written w
      where not exists (select 1 from record.entry e where e.id = w.entry_id) limit ${named})
  `.execute(databases.owner)
  return answer.rows.map((row) => `Entry ${row.id} ${row.problem}.`)
}

async function changedDigests(databases: Databases): Promise<RecordProblem[]> {
  const answer = await sql<{ id: string; command: string }>`
    select e.id, e.command from record.entry e cross join lateral record.wrote(e.id) now
    where now.digest <> e.wrote_digest or now.rows <> e.wrote_rows
    order by e.id limit ${named}`.execute(databases.owner)
  return answer.rows.map((row) => `The note of what entry ${row.id} (${row.command}) wrote was changed.`)
}

/** Covered tables know themselves: they carry the trigger that notes their rows. */
async function changedRows(databases: Databases): Promise<RecordProblem[]> {
  const tables = await sql<{ name: string; bulk: boolean }>`
    select n.nspname || '.' || c.relname as name, p.proname = 'note_many' as bulk
    from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_namespace pn on pn.oid = p.pronamespace
    join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where pn.nspname = 'record' and p.proname in ('note_rows', 'note_many') and t.tgname = 'noted_insert'
    order by 1`.execute(databases.owner)
  const problems: RecordProblem[] = []
  for (const table of tables.rows) {
    const found = table.bulk ? changedInBulk(table.name) : changedSingly(table.name)
    const answer = await found.execute(databases.owner)
    problems.push(...answer.rows.map((row) => `${table.name} ${row.id} ${row.problem}.`))
  }
  return problems
}

type Found = { id: string; problem: string }

const changedSingly = (table: string) => sql<Found>`
  select coalesce(t.id::text, w.row_id) as id,
         case when t.id is null then 'is gone' when w.row_id is null then 'was written outside a command'
              else 'was changed outside a command' end as problem
  from ${sql.table(table)} t
  full join (
    select distinct on (row_id) row_id, digest from record.written
    where table_name = ${table} order by row_id, no desc
  ) w on w.row_id = t.id::text
  where w.digest is distinct from record.row_digest(to_jsonb(t))
  limit ${named}`

const changedInBulk = (table: string) => sql<Found>`
  with noted as (
    select entry_id, row_id, digest, rows, split_part(row_id, '..', 1)::bigint as first_no,
           split_part(row_id, '..', 2)::bigint as last_no
    from record.written where table_name = ${table}
  ), kept as (
    select n.entry_id, n.row_id, n.digest, n.rows,
           count(t.no) as now_rows, sha256(coalesce(string_agg(record.row_digest(to_jsonb(t)), ''::bytea order by t.no), ''::bytea)) as now_digest
    from noted n left join ${sql.table(table)} t
      on t.entry_id = n.entry_id and t.no between n.first_no and n.last_no
    group by n.entry_id, n.row_id, n.digest, n.rows
  )
  (select row_id || ' of entry ' || entry_id as id, 'were changed outside a command' as problem from kept
    where digest <> now_digest or rows <> now_rows limit ${named})
  union all
  (select t.no::text, 'was written outside a command' from ${sql.table(table)} t
    where not exists (select 1 from noted n where n.entry_id = t.entry_id and t.no between n.first_no and n.last_no)
    limit ${named})`
