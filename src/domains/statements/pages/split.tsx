import { z } from 'zod'
import { absolute, minus, showMoney, sum } from '../../../platform/money.ts'
import { Form, PoundsField, Problems } from '../../../ui/fields.tsx'
import { emptyForm, optionalPoundsField, readForm, refused } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { answerQuestion } from '../commands/answer-question.ts'
import { answerable } from '../queries/answerable.ts'
import type { Answerables } from '../queries/answerable.ts'
import { QuestionId } from '../statement-line.ts'
import { nameOfLine } from '../words.ts'
import { answerWords } from './answer-words.ts'

/** One payment for several lines: an amount beside each. */
export async function showSplit(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const model = await findModel(visit)
  const [first] = model?.question.payments ?? []
  if (!model || !first || model.question.direction === 'in') return notFound
  const content = {
    title: 'Split a payment',
    back: { href: pathOf(visit.person, `/questions/${model.question.id}`) },
    body: (
      <>
        <Problems form={form} />
        <h1>Split a payment</h1>
        <p>
          {showMoney(absolute(first.amount))} to {nameOfLine(first)}. How much of it was for what? Leave empty
          what it was not for.
        </p>
        <Form visit={visit}>
          {model.lines.map((line) => (
            <PoundsField key={line.id} form={form} name={line.planLineId} label={line.name} />
          ))}
          <Button preventDoubleClick>Save</Button>
        </Form>
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitSplit(visit: PersonVisit): Promise<Reply> {
  const model = await findModel(visit)
  const [first] = model?.question.payments ?? []
  if (!model || !first) return notFound
  const fields = Object.fromEntries(model.lines.map((line) => [line.planLineId, optionalPoundsField()]))
  const read = readForm(z.object(fields), visit.typed)
  if (!read.ok) return showSplit(visit, read.form)
  const parts = Object.entries(read.value).flatMap(([planLineId, amount]) =>
    amount === undefined || amount === 0n ? [] : [{ planLineId, amount }],
  )
  const size = absolute(first.amount)
  const off = minus(size, sum(parts.map((part) => part.amount)))
  if (off !== 0n) return showSplit(visit, refused(visit.typed, offBy(off)))
  if (parts.length < 2)
    return showSplit(visit, refused(visit.typed, 'Put an amount beside two lines or more'))
  const outcome = await visit.perform(answerQuestion, {
    personId: model.question.personId,
    questionId: model.question.id,
    answer: { was: 'split', parts },
  })
  if (!outcome.ok) return showSplit(visit, refused(visit.typed, answerWords[outcome.refusal]))
  return seeOther(pathOf(visit.person, '/questions'))
}

const offBy = (off: bigint) =>
  off > 0n
    ? `The parts are ${showMoney(off)} less than the payment. Find the rest`
    : `The parts are ${showMoney(-off)} more than the payment. Take some off`

async function findModel(visit: PersonVisit): Promise<Answerables | undefined> {
  const questionId = QuestionId.safeParse(visit.params['questionId'])
  if (!questionId.success) return undefined
  return visit.ask(answerable, { personId: visit.person.id, questionId: questionId.data })
}
