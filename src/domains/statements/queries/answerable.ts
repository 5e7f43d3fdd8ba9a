import { z } from 'zod'
import { query } from '../../../platform/query.ts'
import { linesOfBudgets } from '../../budgets/index.ts'
import type { LineOfBudget } from '../../budgets/index.ts'
import { PersonId, filesOfPerson } from '../../people/index.ts'
import { QuestionId } from '../statement-line.ts'
import { openQuestions } from './questions.ts'
import type { Question } from './questions.ts'

/** A question, and the lines that its account holds money for. */
export type Answerables = { question: Question; lines: readonly LineOfBudget[] }

export const answerable = query({
  name: 'statements.answerable',
  input: z.object({ personId: PersonId, questionId: QuestionId }),
  allow: 'see a budget',
  async read({ database, viewer, today }, { personId, questionId }): Promise<Answerables | undefined> {
    const files = await filesOfPerson(database, viewer, personId)
    const [question] = await openQuestions(database, viewer, files, questionId)
    const [first] = question?.payments ?? []
    if (!question || !first) return undefined
    const lines = (await linesOfBudgets(database, viewer, [question.personId], today)).filter(
      (line) => line.held.accountId === question.accountId,
    )
    // A need that runs for years has a line in each budget; it is offered once.
    const once = new Map(lines.map((line) => [line.planLineId, line]))
    return { question, lines: [...once.values()] }
  },
})
