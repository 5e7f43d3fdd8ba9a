import { dailyCheck } from '../checks/index.ts'
import { ledgerPartitions } from './domains/ledger/index.ts'
import { askAboutContributions } from './domains/monitoring/index.ts'
import { sendTheRun } from './domains/payments/index.ts'
import { readTheFile } from './domains/statements/index.ts'
import type { Work } from './platform/worker.ts'

/** Every job, what falls due on each day of the world, and what the machine does each day; in the domains' order. */
export const work: Work = {
  kinds: [sendTheRun, readTheFile],
  daily: [ledgerPartitions, askAboutContributions],
  nightly: [dailyCheck],
}
