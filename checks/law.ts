import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Snapshot } from '../src/platform/snapshot.ts'

/** A truth that must hold of any live database. */
export type Law = {
  /** The truth, as a sentence. */
  name: string
  /** Answers a row for each thing that breaks it: `what` says which, and what to look at. */
  broken: RawBuilder<{ what: string }>
}

export type Broken = { law: string; count: number; first: string[] }

/** So many of the things that break a law are named. */
const named = 10

export const law = (name: string, broken: RawBuilder<{ what: string }>): Law => ({ name, broken })

export async function findBroken(snapshot: Snapshot, laws: readonly Law[]): Promise<Broken[]> {
  const broken: Broken[] = []
  for (const each of laws) {
    const found = await breaks(snapshot, each)
    const [first] = found
    if (first) broken.push({ law: each.name, count: first.count, first: found.map((row) => row.what) })
  }
  return broken
}

type Found = { what: string; count: number }

/** Where something is so wrong that a law cannot even be worked out, it is broken too. */
async function breaks(snapshot: Snapshot, { broken: rows }: Law): Promise<Found[]> {
  await sql`savepoint law`.execute(snapshot)
  try {
    const found = await sql<Found>`
      select what, count(*) over ()::int as count from (${rows}) as found order by what limit ${named}`.execute(
      snapshot,
    )
    return found.rows
  } catch (problem) {
    await sql`rollback to savepoint law`.execute(snapshot)
    return [{ what: `it cannot be worked out: ${(problem as Error).message}`, count: 1 }]
  }
}

/** `£-1,234.50`, in SQL. */
export const inPounds = (pence: string) =>
  sql.raw(`'£' || to_char(coalesce(${pence}, 0) / 100.0, 'FM999,999,999,990.00')`)
