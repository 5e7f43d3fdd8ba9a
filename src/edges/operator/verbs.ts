import { addOrganisationVerb } from './add-organisation.ts'
import { addPersonVerb } from './add-person.ts'
import { addStaffVerb } from './add-staff.ts'
import { backup } from './backup.ts'
import { check } from './check.ts'
import { clock } from './clock.ts'
import { correctPersonVerb } from './correct-person.ts'
import { exportLedger } from './export-ledger.ts'
import { importStatement } from './import-statement.ts'
import { messages } from './messages.ts'
import { restore } from './restore.ts'
import { loadCaseload } from './load-caseload.ts'
import { seed } from './seed.ts'
import { startReal } from './start-real.ts'
import type { Verb } from './verb.ts'
import { verifyRecordVerb } from './verify-record.ts'

/** The operator's table of contents, in the order in which it is read. */
export const verbs: readonly Verb[] = [
  seed,
  clock,
  startReal,
  addOrganisationVerb,
  addStaffVerb,
  addPersonVerb,
  correctPersonVerb,
  loadCaseload,
  importStatement,
  exportLedger,
  verifyRecordVerb,
  check,
  messages,
  backup,
  restore,
]
