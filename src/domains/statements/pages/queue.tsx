import { z } from 'zod'
import { showDay, showLongDay } from '../../../platform/day.ts'
import { absolute, showMoney } from '../../../platform/money.ts'
import { Either } from '../../../ui/either.tsx'
import { ChoiceField, Form, Problems, TickField } from '../../../ui/fields.tsx'
import { emptyForm, optionalTextField, readForm, refused, tickField } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { ActionLink, Button, Pagination, SummaryList, Table, Tag } from '../../../ui/nhsuk/index.ts'
import { pagination } from '../../../ui/paging.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { answerQuestion } from '../commands/answer-question.ts'
import { undoMatch } from '../commands/undo-match.ts'
import { answerable } from '../queries/answerable.ts'
import type { Answerables } from '../queries/answerable.ts'
import { answeredMatches, nextInQueue, questionQueue, questionsPerPage } from '../queries/queue.ts'
import type { QueuedQuestion } from '../queries/queue.ts'
import { QuestionId } from '../statement-line.ts'
import { nameOfLine, showMoved } from '../words.ts'
import { answerWords } from './answer-words.ts'
import { guessWords } from './question.tsx'
import { KeysOfQueue, keysAreOn } from './queue-keys.tsx'
import { answerGuessed, answerSaid, choicesOf } from './what-it-was.ts'

const queue = '/finance/questions'

/** Everything that nobody could explain, of everybody: a list to look over, and the way to answer one after another. */
export async function showQueue(visit: Visit): Promise<Reply> {
  const which = whichOf(visit)
  const asked = z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .safeParse(visit.query.get('page') ?? 1)
  const pageNo = asked.success ? asked.data : 1
  const { questions, total } = await visit.ask(questionQueue, { which, pageNo })
  return page({
    title: 'Payments that nobody can explain yet',
    wide: true,
    back: visit.actor.permissions.has('see finance')
      ? { href: '/finance', text: 'Finance' }
      : { href: '/today' },
    body: (
      <>
        <h1>Payments that nobody can explain yet</h1>
        <Either
          label="Which questions"
          choices={[
            { href: queue, text: 'All', current: which === 'all' },
            {
              href: `${queue}?which=handed-over`,
              text: 'They are not sure',
              current: which === 'handed-over',
            },
          ]}
        />
        {total === 0 ? <p>Nothing is left to answer.</p> : <Questions questions={questions} which={which} />}
        <Pagination {...pagination(visit.address, pageNo, Math.ceil(total / questionsPerPage))} />
      </>
    ),
  })
}

const whichOf = ({ query }: Visit) => (query.get('which') === 'handed-over' ? 'handed-over' : 'all')

function Questions({ questions, which }: { questions: readonly QueuedQuestion[]; which: string }) {
  const [first] = questions
  return (
    <>
      {first && <ActionLink href={pathInQueue(first, which)}>Answer one after another</ActionLink>}
      <Table
        responsive
        classes="cp-narrow-cells"
        head={[
          'Person',
          'When',
          'Who',
          { text: 'In or out', format: 'numeric' },
          'What we think',
          'How it stands',
        ]}
        rows={questions.map((question) => [
          { text: <a href={pathInQueue(question, which)}>{question.personName}</a> },
          showDay(question.on),
          `${question.name}${question.waiting > 1 ? `, and ${String(question.waiting - 1)} more` : ''}`,
          { text: showMoney(question.amount), format: 'numeric' as const },
          question.guessWhy ?? 'Nothing yet',
          {
            text:
              question.state === 'handed-over' ? (
                <Tag colour="orange">They are not sure</Tag>
              ) : (
                <Tag colour="grey">Asked on {showDay(question.askedOn)}</Tag>
              ),
          },
        ])}
      />
    </>
  )
}

const pathInQueue = ({ personId, id }: Pick<QueuedQuestion, 'personId' | 'id'>, which: string, more = '') =>
  `${queue}/${personId}/${id}?which=${which}${more}`

/** One of them: the payment, the guess with its why, everything else that it can have been. */
export async function showInQueue(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const model = await findModel(visit)
  if (!model) return goOn(visit)
  const content = {
    title: 'What was this for?',
    wide: true,
    back: { href: `${queue}?which=${whichOf(visit)}`, text: 'All questions' },
    body: <InQueue visit={visit} form={form} model={model} />,
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitInQueue(visit: PersonVisit): Promise<Reply> {
  const model = await findModel(visit)
  if (!model) return goOn(visit)
  const read = readForm(answering, visit.typed)
  if (!read.ok) return showInQueue(visit, read.form)
  const { was, always } = read.value
  if (was === 'later') return goOn(visit)
  if (was === 'split') return seeOther(pathOf(visit.person, `/questions/${model.question.id}/split`))
  const said =
    was === 'guess' && model.question.guess
      ? answerGuessed(model.question.guess, always)
      : answerSaid({ was, always }, model)
  if (!said) return showInQueue(visit, refused(visit.typed, 'Choose what it was', 'was'))
  const { personId, id: questionId } = model.question
  // Found before it is answered: afterwards this question has no place in the queue any more.
  const next = await nextAfter(visit, `&last=${personId}/${questionId}`)
  const outcome = await visit.perform(answerQuestion, { personId, questionId, answer: said })
  if (!outcome.ok) return showInQueue(visit, refused(visit.typed, answerWords[outcome.refusal], 'was'))
  return seeOther(next)
}

const answering = z.object({ was: optionalTextField(), always: tickField() })

/** Takes back what was said last: the payments are asked about again, and stand in the list. */
export async function submitUndoInQueue(visit: PersonVisit): Promise<Reply> {
  const questionId = QuestionId.safeParse(visit.params['questionId'])
  if (!questionId.success) return notFound
  for (const personId of visit.person.files) {
    const matches = await visit.ask(answeredMatches, { personId, questionId: questionId.data })
    for (const matchId of matches) await visit.perform(undoMatch, { personId, matchId })
  }
  return seeOther(`${queue}?which=${whichOf(visit)}`)
}

/** The next question loads at once; the list where none is left. */
const goOn = async (visit: PersonVisit): Promise<Reply> => seeOther(await nextAfter(visit))

async function nextAfter(visit: PersonVisit, more = ''): Promise<string> {
  const which = whichOf(visit)
  const after = QuestionId.safeParse(visit.params['questionId'])
  const next = await visit.ask(nextInQueue, { which, after: after.data })
  const keys = keysAreOn(visit) ? '' : '&keys=off'
  return next ? pathInQueue(next, which, `${keys}${more}`) : `${queue}?which=${which}`
}

async function findModel(visit: PersonVisit): Promise<Answerables | undefined> {
  const questionId = QuestionId.safeParse(visit.params['questionId'])
  if (!questionId.success) return undefined
  return visit.ask(answerable, { personId: visit.person.id, questionId: questionId.data })
}

function InQueue({ visit, form, model }: { visit: PersonVisit; form: FormState; model: Answerables }) {
  const { question, lines } = model
  const [first, ...others] = question.payments
  if (!first) return null
  const guessed = lines.find((line) => line.planLineId === question.guess?.planLineId)
  const last = visit.query.get('last')
  const keys = keysAreOn(visit)
  return (
    <>
      <Problems form={form} />
      <h1>What was this for?</h1>
      <SummaryList
        rows={[
          { key: 'When', value: showLongDay(first.on) },
          { key: question.direction === 'out' ? 'Paid to' : 'Came from', value: nameOfLine(first) },
          first.text !== '' && { key: 'The bank says', value: first.text },
          { key: 'How much', value: showMoved(first.amount) },
          others.length > 0 && {
            key: `${String(others.length)} more like it`,
            value: others
              .map((each) => `${showDay(each.on)}, ${showMoney(absolute(each.amount))}`)
              .join('; '),
          },
        ]}
      />
      {others.length > 0 && <p>One answer serves all of them.</p>}
      <Form visit={visit}>
        <ChoiceField
          form={form}
          name="was"
          label={
            question.guess ? guessWords(question, guessed?.name) : 'We could not work it out. What was it?'
          }
          hint={question.guess && `Why we think so: ${question.guess.why}`}
          items={withKeys(keys, [
            question.guess && { value: 'guess', text: 'Yes' },
            ...choicesOf(model),
            question.direction === 'out' && { value: 'split', text: 'Several things: split it' },
            { value: 'later', text: 'Later: show me the next one' },
          ])}
        />
        {question.direction === 'out' && (
          <TickField form={form} name="always" label={`Always do this when ${nameOfLine(first)} is paid`} />
        )}
        <Button attributes={keys ? { 'data-key': 'Enter' } : {}}>Answer, and show the next</Button>
      </Form>
      {last && /^[\w-]+\/[\w-]+$/.test(last) && (
        <Form visit={visit} action={`${queue}/${last}/undo?which=${whichOf(visit)}`}>
          <Button variant="secondary" attributes={keys ? { 'data-key': 'u' } : {}}>
            Undo the last answer
          </Button>
        </Form>
      )}
      <KeysOfQueue visit={visit} />
    </>
  )
}

type Item = { value: string; text: string } | { divider: string } | false | undefined

/** The first nine choices have a digit each. */
function withKeys(keys: boolean, items: readonly Item[]) {
  let digit = 0
  return items.map((item) => {
    if (!item || 'divider' in item || !keys || digit >= 9) return item
    digit += 1
    return { ...item, hint: `Key ${String(digit)}`, attributes: { 'data-key': String(digit) } }
  })
}
