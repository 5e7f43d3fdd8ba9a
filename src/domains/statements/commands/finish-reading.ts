import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { lockImport, refuseImport, takeIn } from '../importing.ts'
import { reading } from '../reading.ts'
import { ImportId } from '../statement-line.ts'

/** The worker has read the file and staged its lines: applies it, or says why not, or what it must ask first. */
export const finishReading = command({
  name: 'statements.finish-reading',
  input: z.object({ personId: PersonId, importId: ImportId, reading }),
  allow: 'answer for a budget',
  async run(context, { personId, importId, reading: read }) {
    const started = await lockImport(context, personId, importId)
    if (started?.state !== 'reading') return refuse('not-waiting-to-be-read')
    const state = read.ok
      ? await takeIn(context, started, read)
      : await refuseImport(context, started, read.problem, read.facts)
    return done({ state })
  },
  says: ({ state }) => sentences[state],
})

const sentences = {
  applied: 'Took in a bank statement',
  refused: 'Could not use a bank statement',
  'which-account': 'Read a bank statement, and asks whose account it is',
  'same-payments': 'Read a bank statement, and asks about payments that we may have already',
} as const
