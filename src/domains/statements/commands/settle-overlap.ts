import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { lockImport, takeIn } from '../importing.ts'
import { ImportId } from '../statement-line.ts'

/** Says whether payments that two kinds of file tell of on the same days are the same payments. */
export const settleOverlap = command({
  name: 'statements.settle-overlap',
  input: z.object({ personId: PersonId, importId: ImportId, are: z.enum(['the-same', 'new']) }),
  allow: 'answer for a budget',
  async run(context, { personId, importId, are }) {
    const asked = await lockImport(context, personId, importId)
    if (asked?.state !== 'same-payments' || !asked.reading) return refuse('not-asked')
    const tellApart = are === 'the-same' ? 'amount' : 'none'
    const state = await takeIn(context, asked, asked.reading, { accountIsSure: true, tellApart })
    return done({ state })
  },
  says: (_value, { are }) =>
    are === 'the-same' ? 'Said that we have these payments already' : 'Said that these payments are new',
})
