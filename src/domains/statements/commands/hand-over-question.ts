import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { QuestionId } from '../statement-line.ts'

/** "Not sure" is a good answer: somebody at the ICB looks at it with them. */
export const handOverQuestion = command({
  name: 'statements.hand-over-question',
  input: z.object({ personId: PersonId, questionId: QuestionId }),
  allow: 'answer for a budget',
  async run({ tx }, { personId, questionId }) {
    const changed = await tx
      .updateTable('statements.question')
      .set({ state: 'handed-over' })
      .where('person_id', '=', personId)
      .where('id', '=', questionId)
      .where('state', '=', 'open')
      .executeTakeFirst()
    return changed.numUpdatedRows === 1n ? done({ questionId }) : refuse('no-such-question')
  },
  says: () => 'Was not sure what a payment was for, and handed the question over',
})
