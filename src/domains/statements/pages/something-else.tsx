import { z } from 'zod'
import { showLongDay } from '../../../platform/day.ts'
import { ChoiceField, Form, Problems, TextField, TickField } from '../../../ui/fields.tsx'
import { emptyForm, optionalTextField, readForm, refused, tickField } from '../../../ui/form.ts'
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
import { nameOfLine, showMoved } from '../words.ts'
import { answerWords } from './answer-words.ts'
import { answerSaid, choicesOf } from './what-it-was.ts'

const form = z.object({
  // The choices differ from purse to purse, so they are checked where the answer is read.
  was: optionalTextField(),
  payee: optionalTextField(100),
  always: tickField(),
})

/** Says what a payment was when it is not what we thought. */
export async function showSomethingElse(visit: PersonVisit, state: FormState = emptyForm): Promise<Reply> {
  const model = await findModel(visit)
  if (!model) return notFound
  const content = {
    title: 'What was it?',
    back: { href: pathOf(visit.person, `/questions/${model.question.id}`) },
    body: <SomethingElse visit={visit} form={state} model={model} />,
  }
  return state === emptyForm ? page(content) : unusable(content)
}

export async function submitSomethingElse(visit: PersonVisit): Promise<Reply> {
  const model = await findModel(visit)
  if (!model) return notFound
  const read = readForm(form, visit.typed)
  if (!read.ok) return showSomethingElse(visit, read.form)
  const said = answerSaid(read.value, model)
  if (!said) return showSomethingElse(visit, refused(visit.typed, 'Choose what it was', 'was'))
  const outcome = await visit.perform(answerQuestion, {
    personId: model.question.personId,
    questionId: model.question.id,
    answer: said,
  })
  if (!outcome.ok) return showSomethingElse(visit, refused(visit.typed, answerWords[outcome.refusal], 'was'))
  return seeOther(pathOf(visit.person, '/questions'))
}

async function findModel(visit: PersonVisit): Promise<Answerables | undefined> {
  const questionId = QuestionId.safeParse(visit.params['questionId'])
  if (!questionId.success) return undefined
  return visit.ask(answerable, { personId: visit.person.id, questionId: questionId.data })
}

function SomethingElse({
  visit,
  form: state,
  model,
}: {
  visit: PersonVisit
  form: FormState
  model: Answerables
}) {
  const { question } = model
  const [first] = question.payments
  if (!first) return null
  const isOut = question.direction === 'out'
  return (
    <>
      <Problems form={state} />
      <h1>What was it?</h1>
      <p>
        {showMoved(first.amount)}, {nameOfLine(first)}, {showLongDay(first.on)}
      </p>
      <Form visit={visit}>
        <ChoiceField
          form={state}
          name="was"
          label={isOut ? 'It was for' : 'It was'}
          items={choicesOf(model)}
        />
        <TextField
          form={state}
          name="payee"
          label="Who was paid? (You can leave this out)"
          hint="The name that you use, so that you find it again"
          width={20}
        />
        {isOut && <TickField form={state} name="always" label="Always do this when they are paid" />}
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  )
}
