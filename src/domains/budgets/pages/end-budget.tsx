import { z } from 'zod'
import type { RefusalOf } from '../../../platform/command.ts'
import { showDay } from '../../../platform/day.ts'
import { showMoney } from '../../../platform/money.ts'
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
import { Button } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { endReasonWords, endReasons } from '../budget.ts'
import { endBudget } from '../commands/end-budget.ts'
import { budgetModel } from '../queries/budget.ts'
import { BeforeAndAfter } from './before-and-after.tsx'
import { askForBudget } from './budget.tsx'

/** Ends a budget before its time: what goes back is shown first. */
export async function showEndBudget(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const model = await askForBudget(visit)
  if (!model || model.budget.ended) return notFound
  const content = {
    title: 'End this budget early',
    back: { href: pathOf(visit.person, `/budgets/${model.budget.id}`) },
    body: <EndForm visit={visit} form={form} />,
  }
  return Object.keys(form.problems).length === 0 ? page(content) : unusable(content)
}

export async function submitEndBudget(visit: PersonVisit): Promise<Reply> {
  const model = await askForBudget(visit)
  if (!model || model.budget.ended) return notFound
  const read = readForm(form, visit.typed)
  if (!read.ok) return showEndBudget(visit, read.form)
  const step = stepOf(visit.typed)
  if (step === 'change') return showEndBudget(visit, startingWith(visit.typed))
  const { id: budgetId, personId } = model.budget
  const input = { ...read.value, personId, budgetId }
  const sayNo = (refusal: RefusalOf<typeof endBudget>) =>
    showEndBudget(visit, refused(visit.typed, refusalWords[refusal], 'on'))
  if (step === 'check') {
    const after = await visit.rehearse(endBudget, input, ({ database, viewer, today }) =>
      budgetModel(database, viewer, visit.person.files, { budgetId, on: today }),
    )
    if (!after.ok) return sayNo(after.refusal)
    return page({
      title: 'Check before you end it',
      body: (
        <>
          <h1>Check before you end it</h1>
          <CheckThenDo visit={visit} does="End this budget">
            <p>
              From {showDay(read.value.on)} there is no budget. What was not released by then,{' '}
              {showMoney(model.totals.promised - (after.value?.totals.promised ?? 0n))}, goes back to who
              funds it. Money that is already in an account stays there for last wages, leave owed and other
              bills.
            </p>
            {after.value && <BeforeAndAfter before={model} after={after.value} />}
          </CheckThenDo>
        </>
      ),
    })
  }
  const outcome = await visit.perform(endBudget, input)
  return outcome.ok ? seeOther(pathOf(visit.person, `/budgets/${budgetId}`)) : sayNo(outcome.refusal)
}

const form = z.object({
  on: dayField({ missing: 'Enter the first day without it' }),
  because: choiceField(endReasons, 'Choose why it ends'),
  reason: textField('Say what happened', 1_000),
})

const refusalWords: Record<RefusalOf<typeof endBudget>, string> = {
  'no-such-budget': 'This budget has ended already',
  'outside-the-budget': 'Choose a day after it began and before it is over anyway',
}

function EndForm({ visit, form: state }: { visit: PersonVisit; form: FormState }) {
  return (
    <>
      <Problems form={state} />
      <h1>End this budget early</h1>
      <Form visit={visit}>
        <DayField form={state} name="on" label="First day without it" />
        <ChoiceField
          form={state}
          name="because"
          label="Why does it end?"
          items={endReasons.map((reason) => ({ value: reason, text: endReasonWords[reason] }))}
        />
        <WordsField form={state} name="reason" label="What happened?" hint="This stays with the budget" />
        <Button>Check what it does</Button>
      </Form>
    </>
  )
}
