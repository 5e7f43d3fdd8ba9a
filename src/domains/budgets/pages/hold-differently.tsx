import { z } from 'zod'
import type { RefusalOf } from '../../../platform/command.ts'
import { addDays, showDay } from '../../../platform/day.ts'
import type { Day } from '../../../platform/day.ts'
import { CheckThenDo, stepOf } from '../../../ui/check-then-do.tsx'
import { ChoiceField, DayField, Form, Problems, WordsField } from '../../../ui/fields.tsx'
import {
  choiceField,
  dayField,
  emptyForm,
  readForm,
  refused,
  startingWith,
  textField,
} from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, Table } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { LineId } from '../budget.ts'
import { holdDifferently } from '../commands/hold-differently.ts'
import { employerWords, wayWords, whatItTakes } from '../holding.ts'
import type { HoldingChoice } from '../holding.ts'
import { holdChoices } from '../queries/hold-choices.ts'
import type { HoldChoices } from '../queries/hold-choices.ts'
import { showAskToHold, submitAskToHold } from './ask-to-hold.tsx'

/** Staff move a line to another way of holding, and see first what that takes. The person asks for it. */
export async function showHoldDifferently(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const choices = await askForChoices(visit)
  if (!choices) return notFound
  if (!visit.actor.permissions.has('award budgets')) return showAskToHold(visit, choices)
  const content = {
    title: 'Hold it another way',
    back: { href: pathOf(visit.person, `/lines/${choices.line.id}`) },
    body: <HoldForm visit={visit} form={form} choices={choices} />,
  }
  return Object.keys(form.problems).length === 0 ? page(content) : unusable(content)
}

export async function submitHoldDifferently(visit: PersonVisit): Promise<Reply> {
  const choices = await askForChoices(visit)
  if (!choices) return notFound
  if (!visit.actor.permissions.has('award budgets')) return submitAskToHold(visit, choices)
  const { line, budget, options } = choices
  const form = z.object({
    held: choiceField(
      options.map((option) => option.value),
      'Choose how it is to be held',
    ),
    from: dayField({
      missing: 'Enter from which day',
      notBefore: budget.days.from,
      notAfter: addDays(budget.days.until, -1),
    }),
    reason: textField('Say why', 1_000),
  })
  const read = readForm(form, visit.typed)
  if (!read.ok) return showHoldDifferently(visit, read.form)
  const step = stepOf(visit.typed)
  const held = options.find((option) => option.value === read.value.held)?.choice
  if (step === 'change' || !held) return showHoldDifferently(visit, startingWith(visit.typed))
  if (step === 'check') return checkIt(visit, choices, held, read.value.from)
  const { from, reason } = read.value
  const input = { personId: line.personId, budgetId: budget.id, lineId: line.id, held, from, reason }
  const outcome = await visit.perform(holdDifferently, input)
  if (!outcome.ok) return showHoldDifferently(visit, refused(visit.typed, refusalWords[outcome.refusal]))
  return seeOther(pathOf(visit.person, `/budgets/${budget.id}`))
}

async function askForChoices(visit: PersonVisit): Promise<HoldChoices | undefined> {
  const lineId = LineId.safeParse(visit.params['lineId'])
  if (!lineId.success) return undefined
  return visit.ask(holdChoices, { personId: visit.person.id, lineId: lineId.data })
}

const refusalWords: Record<RefusalOf<typeof holdDifferently>, string> = {
  'no-such-line': 'The budget of this line has ended',
  'outside-the-budget': 'Choose a day of this budget',
  'held-so-already': 'It is held like that already',
  'needs-an-account': 'Choose an account for this way of holding it',
  'account-does-not-fit': 'That account does not fit this way of holding it',
  'holder-cannot-employ-there': 'Only an organisation that holds the budget can employ for them',
}

type FormProps = { visit: PersonVisit; form: FormState; choices: HoldChoices }

function HoldForm({ visit, form, choices: { line, options } }: FormProps) {
  const { way, employer } = line.held
  return (
    <>
      <Problems form={form} />
      <h1>Hold {line.name} another way</h1>
      <p>
        Now: {wayWords[way]}. {employerWords[employer]}.
      </p>
      <Form visit={visit}>
        <ChoiceField
          form={form}
          name="held"
          label="How is it to be held?"
          hint="Another account must be noted before money can be held in it"
          items={options.map(({ value, words }) => ({ value, text: words }))}
        />
        <DayField form={form} name="from" label="From which day?" />
        <WordsField form={form} name="reason" label="Why?" hint="They will read this" />
        <Button>See what it takes</Button>
      </Form>
    </>
  )
}

function checkIt(visit: PersonVisit, { line }: HoldChoices, held: HoldingChoice, from: Day): Reply {
  const steps = whatItTakes(line.held, held, from)
  return page({
    title: 'What it takes',
    body: (
      <>
        <h1>What it takes</h1>
        <p>
          From {showDay(from)} {line.name} is held another way: {wayWords[held.way]}.{' '}
          {employerWords[held.employer]}.
        </p>
        <CheckThenDo visit={visit} does="Hold it this way">
          <Table
            responsive
            head={['What has to be done', 'By']}
            rows={steps.map(({ words, by }) => [words, by ? showDay(by) : 'As soon as you can'])}
          />
          <p>What was spent before stays as it was. No money moves between accounts by itself.</p>
        </CheckThenDo>
      </>
    ),
  })
}
