import { sql } from 'kysely'
import { ledgerPartitions } from '../src/domains/ledger/index.ts'
import type { Databases } from '../src/platform/database.ts'
import { dayAt } from '../src/platform/day.ts'
import type { Day } from '../src/platform/day.ts'

/** Nine in the morning in England, summer and winter. */
export function morningOf(on: Day): Date {
  const guess = new Date(`${on}T09:00:00Z`)
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' }).format(
      guess,
    ),
  )
  return new Date(guess.getTime() - (hour - 9) * 3_600_000)
}

/** Puts the synthetic world's clock to an instant, where it stands. Refused on a database that is not synthetic. */
export async function setClock(databases: Databases, instant: Date): Promise<void> {
  const moved = await sql`
    update platform.world set standing_at = ${instant} where synthetic is not null`.execute(databases.owner)
  if (moved.numAffectedRows === 0n) {
    throw new Error('Only the clock of a synthetic world can be moved, and this database is real.')
  }
  await ledgerPartitions.run({ databases }, dayAt(instant))
}
