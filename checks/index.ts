import type { Databases } from '../src/platform/database.ts'
import type { DailyJob } from '../src/platform/jobs.ts'
import { verifyRecord } from '../src/platform/record/verify.ts'
import { atOneMoment } from '../src/platform/snapshot.ts'
import type { Snapshot } from '../src/platform/snapshot.ts'
import { budgetLaws } from './budgets.ts'
import { catalogueLaws } from './catalogue.ts'
import { findBroken } from './law.ts'
import type { Broken, Law } from './law.ts'
import { ledgerLaws } from './ledger.ts'
import { paymentLaws } from './payments.ts'
import { statementLaws } from './statements.ts'

export type { Broken, Law } from './law.ts'

/** Truths that must hold of any live database: after every story, every night, and whenever the operator asks. */
export const laws: readonly Law[] = [
  ...ledgerLaws,
  ...budgetLaws,
  ...paymentLaws,
  ...statementLaws,
  ...catalogueLaws,
]

/** The laws that do not hold, and what breaks them, all of one moment. */
export function checkLaws(databases: Databases): Promise<Broken[]> {
  return atOneMoment(databases, checkWithin)
}

export const checkWithin = (snapshot: Snapshot): Promise<Broken[]> => findBroken(snapshot, laws)

/**
 * Once a day everything is checked and the record verified. What is logged says which law and how many, never whose:
 * the operator's `check` and `verify-record` name the rest.
 */
export const dailyCheck: DailyJob = {
  name: 'checks.check-everything',
  async run({ databases, log }) {
    const broken = await checkLaws(databases)
    const { entries, rows, problems } = await verifyRecord(databases)
    for (const { law, count } of broken) log.error({ law, count }, 'a law is broken')
    if (problems.length > 0) log.error({ count: problems.length }, 'the record does not verify')
    if (broken.length + problems.length === 0) {
      log.info({ laws: laws.length, entries, rows }, 'every law holds and the record verifies')
    }
  },
}
