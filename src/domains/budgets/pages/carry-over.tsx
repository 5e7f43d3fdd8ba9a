import { z } from 'zod'
import type { RefusalOf } from '../../../platform/command.ts'
import { showMoney } from '../../../platform/money.ts'
import { Form, Problems, WordsField } from '../../../ui/fields.tsx'
import { emptyForm, readForm, refused, textField } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, Table } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { nameOfPeriod } from '../budget.ts'
import { carryOver } from '../commands/carry-over.ts'
import type { BudgetModel } from '../queries/budget.ts'
import { askForBudget } from './budget.tsx'

/** What is left of a budget that is over goes on to the same lines of the next one. */
export async function showCarryOver(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const model = await askForBudget(visit)
  if (!model?.next) return notFound
  const content = {
    title: 'Carry over what is left',
    back: { href: pathOf(visit.person, `/budgets/${model.budget.id}`) },
    body: <CarryOver visit={visit} form={form} model={model} />,
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitCarryOver(visit: PersonVisit): Promise<Reply> {
  const model = await askForBudget(visit)
  if (!model?.next) return notFound
  const read = readForm(form, visit.typed)
  if (!read.ok) return showCarryOver(visit, read.form)
  const { budget, next } = model
  const outcome = await visit.perform(carryOver, {
    ...read.value,
    personId: budget.personId,
    fromBudgetId: budget.id,
    toBudgetId: next.id,
    on: next.days.from,
  })
  if (!outcome.ok) return showCarryOver(visit, refused(visit.typed, refusalWords[outcome.refusal]))
  return seeOther(pathOf(visit.person, `/budgets/${next.id}`))
}

const form = z.object({ reason: textField('Say why', 1_000) })

const refusalWords: Record<RefusalOf<typeof carryOver>, string> = {
  'same-budget': 'Choose another budget to carry it to',
  'no-such-budget': 'One of these budgets has ended',
  'not-over-yet': 'This budget is not over yet',
  'nothing-left': 'Nothing is left to carry over',
}

function CarryOver({
  visit,
  form: state,
  model,
}: {
  visit: PersonVisit
  form: FormState
  model: BudgetModel
}) {
  const left = model.lines.filter((line) => line.sums.left > 0n)
  const number = 'numeric' as const
  return (
    <>
      <Problems form={state} />
      <h1>Carry over what is left</h1>
      <p>
        From the budget for {nameOfPeriod(model.budget.days)} to the same lines of the next one
        {model.next && `, for ${nameOfPeriod(model.next.days)}`}. No money moves between accounts.
      </p>
      {left.length === 0 ? (
        <p>Nothing is left to carry over.</p>
      ) : (
        <>
          <Table
            head={['Line', { text: 'Left', format: number }]}
            rows={left.map((line) => [line.name, { text: showMoney(line.sums.left), format: number }])}
          />
          <Form visit={visit}>
            <WordsField form={state} name="reason" label="Why?" hint="They will read this" rows={2} />
            <Button>Carry it over</Button>
          </Form>
        </>
      )}
    </>
  )
}
