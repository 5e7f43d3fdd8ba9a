import { ledgerPartitions } from './domains/ledger/index.ts'
import { sendTheRun } from './domains/payments/index.ts'
import { readTheFile } from './domains/statements/index.ts'
import type { Work } from './platform/worker.ts'

/** Every job and every daily piece of work, in the domains' order. */
export const work: Work = {
  kinds: [sendTheRun, readTheFile],
  daily: [ledgerPartitions],
}
