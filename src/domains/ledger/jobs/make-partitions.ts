import { sql } from 'kysely'
import type { Databases } from '../../../platform/database.ts'
import { addMonths, startOfMonth } from '../../../platform/day.ts'
import type { Day } from '../../../platform/day.ts'

const monthsAhead = 4

/** Makes the ledger's monthly partitions ahead of the world's clock. Made in good time, none is ever missing. */
export const ledgerPartitions = {
  name: 'ledger.make-partitions',
  async run({ databases }: { databases: Databases }, today: Day): Promise<void> {
    const from = addMonths(startOfMonth(today), -1)
    const until = addMonths(startOfMonth(today), monthsAhead)
    await sql`select ledger.make_partitions(${from}, ${until})`.execute(databases.owner)
  },
}
