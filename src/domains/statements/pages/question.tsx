import { z } from 'zod'
import { showLongDay } from '../../../platform/day.ts'
import { absolute, showMoney } from '../../../platform/money.ts'
import { query } from '../../../platform/query.ts'
import { ChoiceField, Form, Problems } from '../../../ui/fields.tsx'
import { choiceField, emptyForm, readForm, refused } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, SummaryList } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { linesOfBudgets } from '../../budgets/index.ts'
import { PersonId, filesOfPerson, pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { answerQuestion } from '../commands/answer-question.ts'
import { handOverQuestion } from '../commands/hand-over-question.ts'
import { openQuestions } from '../queries/questions.ts'
import type { Question } from '../queries/questions.ts'
import { QuestionId } from '../statement-line.ts'
import { nameOfLine } from '../words.ts'
import { answerWords } from './answer-words.ts'
import { answerGuessed } from './what-it-was.ts'

type Model = { question: Question; guessed: string | undefined }

/** One payment, the guess with its why, four answers. */
export const questionAsked = query({
  name: 'statements.question',
  input: z.object({ personId: PersonId, questionId: QuestionId }),
  allow: 'see a budget',
  async read({ database, viewer, today }, { personId, questionId }): Promise<Model | undefined> {
    const files = await filesOfPerson(database, viewer, personId)
    const [question] = await openQuestions(database, viewer, files, questionId)
    if (!question) return undefined
    const lines = await linesOfBudgets(database, viewer, [question.personId], today)
    const guessed = lines.find((line) => line.planLineId === question.guess?.planLineId)
    return { question, guessed: guessed?.name }
  },
})

const answerForm = z.object({
  answer: choiceField(
    ['always', 'yes', 'else', 'split', 'not-sure'],
    'Choose an answer. “I am not sure” is a good one',
  ),
})

export async function showQuestion(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const questionId = QuestionId.safeParse(visit.params['questionId'])
  if (!questionId.success) return notFound
  const model = await visit.ask(questionAsked, { personId: visit.person.id, questionId: questionId.data })
  if (!model) return seeOther(pathOf(visit.person, '/questions'))
  const content = {
    title: 'What was this for?',
    back: { href: pathOf(visit.person) },
    body: <QuestionPage visit={visit} form={form} model={model} />,
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitQuestion(visit: PersonVisit): Promise<Reply> {
  const questionId = QuestionId.safeParse(visit.params['questionId'])
  if (!questionId.success) return notFound
  const read = readForm(answerForm, visit.typed)
  if (!read.ok) return showQuestion(visit, read.form)
  const model = await visit.ask(questionAsked, { personId: visit.person.id, questionId: questionId.data })
  if (!model) return seeOther(pathOf(visit.person, '/questions'))
  const ids = { personId: model.question.personId, questionId: questionId.data }
  const here = pathOf(visit.person, `/questions/${ids.questionId}`)
  const { answer } = read.value
  if (answer === 'else' || answer === 'split') return seeOther(`${here}/${answer}`)
  if (answer === 'not-sure') {
    await visit.perform(handOverQuestion, ids)
    return seeOther(pathOf(visit.person, '/questions/handed-over'))
  }
  if (!model.question.guess) return seeOther(here)
  const said = answerGuessed(model.question.guess, answer === 'always')
  const outcome = await visit.perform(answerQuestion, { ...ids, answer: said })
  if (!outcome.ok) return showQuestion(visit, refused(visit.typed, answerWords[outcome.refusal], 'answer'))
  return seeOther(pathOf(visit.person, '/questions'))
}

function QuestionPage({ visit, form, model }: { visit: PersonVisit; form: FormState; model: Model }) {
  const { question, guessed } = model
  const [first] = question.payments
  if (!first) return null
  const others = question.payments.length - 1
  const isOut = question.direction === 'out'
  const name = nameOfLine(first)
  return (
    <>
      <Problems form={form} />
      <h1>What was this for?</h1>
      <SummaryList
        rows={[
          { key: 'When', value: showLongDay(first.on) },
          { key: isOut ? 'Paid to' : 'Came from', value: name },
          first.text !== '' && first.text !== name && { key: 'The bank says', value: first.text },
          { key: 'How much', value: `${showMoney(absolute(first.amount))} ${isOut ? 'out' : 'in'}` },
          others > 0 && {
            key: 'More like it',
            value: `${others} more on this account wait for the same answer`,
          },
        ]}
      />
      <Form visit={visit}>
        <ChoiceField
          form={form}
          name="answer"
          label={question.guess ? guessWords(question, guessed) : 'We could not work it out.'}
          hint={question.guess?.why}
          items={answersTo(question, guessed, name)}
        />
        <Button preventDoubleClick>Continue</Button>
      </Form>
    </>
  )
}

export function guessWords(question: Question, guessed: string | undefined): string {
  if (guessed) return `Was it for ${guessed}?`
  const words: Partial<Record<NonNullable<Question['guess']>['kind'], string>> = {
    'set-aside': 'Was it what you set aside?',
    contribution: 'Is it your contribution?',
    'paid-back': 'Is it what you owed back?',
    interest: 'Is it interest from the bank?',
    moved: 'Did it move between your accounts?',
  }
  return (question.guess && words[question.guess.kind]) ?? 'What was it?'
}

function answersTo(question: Question, guessed: string | undefined, name: string) {
  const canBeAlways = question.guess?.kind === 'spent' && guessed !== undefined
  return [
    canBeAlways && { value: 'always', text: 'Yes, always', hint: `We will not ask about ${name} again` },
    question.guess && { value: 'yes', text: canBeAlways ? 'Yes, this time' : 'Yes' },
    { value: 'else', text: question.guess ? 'Something else' : 'I can say what it was' },
    question.direction === 'out' && { value: 'split', text: 'Several things: split it' },
    { value: 'not-sure', text: 'I am not sure', hint: 'Somebody looks at it with you. That is fine' },
  ]
}
