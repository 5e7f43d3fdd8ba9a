import { z } from 'zod'
import { showDay } from '../../../platform/day.ts'
import { absolute, showMoney } from '../../../platform/money.ts'
import { query } from '../../../platform/query.ts'
import { Table } from '../../../ui/nhsuk/index.ts'
import { page } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { PersonId, filesOfPerson, pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { openQuestions } from '../queries/questions.ts'
import { nameOfLine } from '../words.ts'

export const questionsOfPerson = query({
  name: 'statements.questions',
  input: z.object({ personId: PersonId }),
  allow: 'see a budget',
  async read({ database, viewer }, { personId }) {
    return openQuestions(database, viewer, await filesOfPerson(database, viewer, personId))
  },
})

/** What we could not work out, one after another until none is left. */
export async function showQuestions(visit: PersonVisit): Promise<Reply> {
  const questions = await visit.ask(questionsOfPerson, { personId: visit.person.id })
  const path = pathOf(visit.person)
  return page({
    title: 'Questions about payments',
    back: { href: path },
    body: (
      <>
        <h1>Questions about payments</h1>
        {questions.length === 0 ? (
          <p>
            Nothing is left to answer. When a bank statement has a payment that we cannot work out, we ask
            here.
          </p>
        ) : (
          <Table
            head={['When', 'Who', { text: 'How much', format: 'numeric' }, 'Question']}
            rows={questions.flatMap((question) => {
              const [first] = question.payments
              if (!first) return []
              const more = question.payments.length > 1 ? ` and ${question.payments.length - 1} more` : ''
              return [
                [
                  showDay(first.on),
                  `${nameOfLine(first)}${more}`,
                  { text: showMoney(absolute(first.amount)), format: 'numeric' as const },
                  {
                    text:
                      question.state === 'handed-over' && visit.own ? (
                        'We are looking at it with you'
                      ) : (
                        <a href={`${path}/questions/${question.id}`}>What was this for?</a>
                      ),
                  },
                ],
              ]
            })}
          />
        )}
      </>
    ),
  })
}

/** "Not sure" was a good answer. */
export async function showHandedOver(visit: PersonVisit): Promise<Reply> {
  return page({
    title: 'We will look at it with you',
    back: { href: pathOf(visit.person) },
    body: (
      <>
        <h1>We will look at it with you</h1>
        <p>
          That is fine. Your care coordinator sees the question and gets in touch if we need to know more.
        </p>
        <p>
          <a href={pathOf(visit.person, '/questions')}>Other questions</a>
        </p>
      </>
    ),
  })
}
