import { sql } from 'kysely'
import type { Databases } from '../database.ts'
import { atOneMoment } from '../snapshot.ts'
import type { Snapshot } from '../snapshot.ts'
import { lostHeads } from './heads.ts'
import type { ChainHead } from './heads.ts'
import { brokenChains, looseEnds } from './verify-chains.ts'
import { changedRows } from './verify-rows.ts'

export type Verification = {
  entries: number
  /** Written in the last second or so; verified except for their place in a chain. */
  notYetSealed: number
  /** What they said was lawfully erased; their hashes stand. */
  erased: number
  rows: number
  /** What does not fit: each a sentence that names the chain and entry, or the table and row. */
  problems: string[]
}

type Counts = Omit<Verification, 'problems'>

/**
 * Recomputes everything (docs/record.md): each chain's links, each payload's hash, each digest of what an entry wrote,
 * and each covered row against what was last written of it. `heads` are ends of chains that were noted earlier and
 * kept elsewhere.
 */
export function verifyRecord(databases: Databases, heads: readonly ChainHead[] = []): Promise<Verification> {
  return atOneMoment(databases, (snapshot) => verifyWithin(snapshot, heads))
}

export async function verifyWithin(
  snapshot: Snapshot,
  heads: readonly ChainHead[] = [],
): Promise<Verification> {
  const counts = await sql<Counts>`
    select (select count(*)::int from record.entry) as entries,
           (select count(*)::int from record.entry where payload is null) as erased,
           (select count(*)::int from record.unsealed) as "notYetSealed",
           (select coalesce(sum(rows), 0)::int from record.written) as rows`.execute(snapshot)
  const problems = [
    ...(await lostHeads(snapshot, heads)),
    ...(await brokenChains(snapshot)),
    ...(await looseEnds(snapshot)),
    ...(await changedRows(snapshot)),
  ]
  return { entries: 0, notYetSealed: 0, erased: 0, rows: 0, ...counts.rows[0], problems }
}
