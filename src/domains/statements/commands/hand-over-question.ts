import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { showDay } from '../../../platform/day.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { openTask } from '../../tasks/index.ts'
import { openQuestions } from '../queries/questions.ts'
import { QuestionId } from '../statement-line.ts'
import { nameOfLine, showMoved } from '../words.ts'

/** "Not sure" is a good answer: somebody at the ICB looks at it with them. */
export const handOverQuestion = command({
  name: 'statements.hand-over-question',
  input: z.object({ personId: PersonId, questionId: QuestionId }),
  allow: 'answer for a budget',
  async run(context, { personId, questionId }) {
    const changed = await context.tx
      .updateTable('statements.question')
      .set({ state: 'handed-over' })
      .where('person_id', '=', personId)
      .where('id', '=', questionId)
      .where('state', '=', 'open')
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return refuse('no-such-question')
    const [question] = await openQuestions(context.tx, context.actor, [personId], questionId)
    const [first] = question?.payments ?? []
    const words = first
      ? `They are not sure what this was: ${showMoved(first.amount)}, ${nameOfLine(first)}, ${showDay(first.on)}`
      : 'They are not sure what a payment was for'
    await openTask(context, { personId, kind: 'question-handed-over', aboutId: questionId, words })
    return done({ questionId })
  },
  says: () => 'Was not sure what a payment was for, and handed the question over',
})
