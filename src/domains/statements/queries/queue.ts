import { sql } from 'kysely'
import { z } from 'zod'
import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import type { Day } from '../../../platform/day.ts'
import type { Pence } from '../../../platform/money.ts'
import { query } from '../../../platform/query.ts'
import { visible } from '../../../platform/visibility.ts'
import { PersonId } from '../../people/index.ts'
import { QuestionId } from '../statement-line.ts'
import type { MatchId } from '../statement-line.ts'

export const questionsPerPage = 50

/** A question of anybody, as the queue lists it. */
export type QueuedQuestion = {
  id: QuestionId
  personId: PersonId
  personName: string
  state: 'open' | 'handed-over'
  askedOn: Day
  on: Day
  name: string
  amount: Pence
  waiting: number
  guessWhy: string | null
}

type Which = 'all' | 'handed-over'

/** Questions of everybody whom this viewer may see: what somebody is not sure about first, then the oldest. */
export const questionQueue = query({
  name: 'statements.queue',
  input: z.object({ which: z.enum(['all', 'handed-over']), pageNo: z.int().min(1).max(10_000) }),
  allow: 'see the caseload',
  read: ({ database, viewer }, { which, pageNo }) =>
    readQueue(database, viewer, { which, limit: questionsPerPage, skip: (pageNo - 1) * questionsPerPage }),
})

/** The question that follows one in the queue; the first of all where none does. Undefined where the queue is empty. */
export const nextInQueue = query({
  name: 'statements.next-in-queue',
  input: z.object({ which: z.enum(['all', 'handed-over']), after: QuestionId.optional() }),
  allow: 'see the caseload',
  async read({ database, viewer }, { which, after }): Promise<QueuedQuestion | undefined> {
    const { questions } = await readQueue(database, viewer, { which, limit: 1_000, skip: 0 })
    const place = questions.findIndex((question) => question.id === after)
    return questions[place + 1] ?? questions.find((question) => question.id !== after)
  },
})

async function readQueue(
  database: Database,
  viewer: Viewer,
  { which, limit, skip }: { which: Which; limit: number; skip: number },
): Promise<{ questions: QueuedQuestion[]; total: number }> {
  const answer = await sql<QueuedQuestion & { total: bigint }>`
    select question.id, question.person_id as "personId",
           person.given_name || ' ' || person.family_name as "personName", question.state, question.asked_on as "askedOn",
           first.booked_on as on, coalesce(nullif(first.payee, ''), nullif(first.text, ''), 'Nothing was printed') as name,
           first.amount, first.waiting, question.guess_why as "guessWhy", count(*) over () as total
    from statements.question question
    join people.person person on person.id = question.person_id
    cross join lateral (
      select line.booked_on, line.payee, line.text, line.amount, count(*) over ()::int as waiting
      from statements.unexplained waiting
      join statements.statement_line line
        on line.person_id = waiting.person_id and line.id = waiting.statement_line_id
      where waiting.person_id = question.person_id and waiting.question_id = question.id and not waiting.settled
      order by line.booked_on, line.no limit 1
    ) first
    where question.state <> 'answered' and (${which === 'all'} or question.state = 'handed-over')
      and ${visible(viewer, 'question.person_id')}
    order by question.state <> 'handed-over', question.asked_on, question.person_id, question.id
    limit ${limit} offset ${skip}`.execute(database)
  return {
    questions: answer.rows.map(({ total: _total, ...question }) => question),
    total: Number(answer.rows[0]?.total ?? 0n),
  }
}

/** What the last answer to a question said of its payments: what "undo" takes back. */
export const answeredMatches = query({
  name: 'statements.answered-matches',
  input: z.object({ personId: PersonId, questionId: QuestionId }),
  allow: 'answer for a budget',
  async read({ database, viewer }, { personId, questionId }): Promise<MatchId[]> {
    const answer = await sql<{ id: MatchId }>`
      select match.id
      from statements.unexplained waiting
      join statements.match match
        on match.person_id = waiting.person_id and match.statement_line_id = waiting.statement_line_id
      where waiting.person_id = ${personId} and waiting.question_id = ${questionId} and waiting.settled
        and ${visible(viewer, 'waiting.person_id')}
        and not exists (select 1 from statements.undone undone
                        where undone.person_id = match.person_id and undone.match_id = match.id)
      order by match.no`.execute(database)
    return answer.rows.map((row) => row.id)
  },
})
