import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { AccountId } from '../../budgets/index.ts'
import { PersonId } from '../../people/index.ts'
import { lockImport, takeIn } from '../importing.ts'
import { ImportId } from '../statement-line.ts'

/** Says whose account a statement is of, where the file did not say or said otherwise. */
export const chooseAccount = command({
  name: 'statements.choose-account',
  input: z.object({ personId: PersonId, importId: ImportId, accountId: AccountId }),
  allow: 'answer for a budget',
  async run(context, { personId, importId, accountId }) {
    const asked = await lockImport(context, personId, importId)
    if (asked?.state !== 'which-account' || !asked.reading) return refuse('not-asked')
    const state = await takeIn(context, { ...asked, accountId }, asked.reading, { accountIsSure: true })
    return done({ state })
  },
  says: () => 'Said whose account a bank statement is of',
})
