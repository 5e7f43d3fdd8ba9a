import { z } from 'zod'
import { showDay } from '../../../platform/day.ts'
import { showMoney } from '../../../platform/money.ts'
import type { Refused } from '../../../platform/outcome.ts'
import type { QueryContext } from '../../../platform/query.ts'
import { CheckThenDo, stepOf } from '../../../ui/check-then-do.tsx'
import { ChoiceField, DayField, Form, PoundsField, Problems, WordsField } from '../../../ui/fields.tsx'
import {
  choiceField,
  dayField,
  emptyForm,
  poundsField,
  readForm,
  refused,
  startingWith,
  textField,
} from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import type { RefusalOf } from '../../../platform/command.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { giveLess } from '../commands/give-less.ts'
import { giveMore } from '../commands/give-more.ts'
import { budgetModel } from '../queries/budget.ts'
import type { BudgetModel } from '../queries/budget.ts'
import { BeforeAndAfter } from './before-and-after.tsx'
import { askForBudget } from './budget.tsx'

/** More money for a line, or less: two pages of one making. */
type Way = 'more' | 'less'

export const showGiveMore = (visit: PersonVisit) => showGive(visit, 'more')
export const submitGiveMore = (visit: PersonVisit) => submitGive(visit, 'more')
export const showGiveLess = (visit: PersonVisit) => showGive(visit, 'less')
export const submitGiveLess = (visit: PersonVisit) => submitGive(visit, 'less')

const titles: Record<Way, string> = { more: 'Give more money', less: 'Give less money' }

async function showGive(visit: PersonVisit, way: Way, form: FormState = emptyForm): Promise<Reply> {
  const model = await askForBudget(visit)
  if (!model || model.budget.ended) return notFound
  const content = {
    title: titles[way],
    back: { href: pathOf(visit.person, `/budgets/${model.budget.id}`) },
    body: <GiveForm visit={visit} way={way} form={form} model={model} />,
  }
  return Object.keys(form.problems).length === 0 ? page(content) : unusable(content)
}

async function submitGive(visit: PersonVisit, way: Way): Promise<Reply> {
  const model = await askForBudget(visit)
  if (!model || model.budget.ended) return notFound
  const read = readForm(formFor(model, way), visit.typed)
  if (!read.ok) return showGive(visit, way, read.form)
  const step = stepOf(visit.typed)
  if (step === 'change') return showGive(visit, way, startingWith(visit.typed))
  const { id: budgetId, personId } = model.budget
  const input = { ...read.value, personId, budgetId }
  const sayNo = (no: Refused<Refusal>) =>
    showGive(visit, way, refused(visit.typed, refusalWords(no), whereItIsWrong[no.refusal]))
  if (step === 'check') {
    const look = ({ database, viewer, today }: QueryContext) =>
      budgetModel(database, viewer, visit.person.files, { budgetId, on: today })
    const after = await (way === 'more'
      ? visit.rehearse(giveMore, input, look)
      : visit.rehearse(giveLess, input, look))
    if (!after.ok) return sayNo(after)
    return page({
      title: 'Check this change',
      body: after.value && <Check visit={visit} way={way} before={model} after={after.value} />,
    })
  }
  const outcome = await (way === 'more' ? visit.perform(giveMore, input) : visit.perform(giveLess, input))
  return outcome.ok ? seeOther(pathOf(visit.person, `/budgets/${budgetId}`)) : sayNo(outcome)
}

const formFor = ({ lines, budget }: BudgetModel, way: Way) =>
  z.object({
    lineId: choiceField(
      lines.map((line) => line.id),
      'Choose a line',
    ),
    amount: poundsField({ missing: 'Enter how much' }),
    how: choiceField(['once', 'spread'], 'Choose whether it is once or with each payment'),
    from: dayField({ missing: 'Enter from which day', notBefore: budget.days.from }),
    reason: textField('Say why', 1_000),
    ...(way === 'less' && { toldOn: dayField({ missing: 'Enter when they were told in writing' }) }),
  })

type Refusal = RefusalOf<typeof giveMore> | RefusalOf<typeof giveLess>

const refusalWords = ({ refusal, facts }: Refused<Refusal>): string =>
  ({
    'no-such-line': 'This budget has changed. Look at it again, then change it',
    'outside-the-budget': 'Choose a day of this budget',
    'more-than-is-left': `Only ${facts['left'] ?? ''} is left of this line`,
    'not-told-yet': 'Tell them first, in writing and with the reason. Then enter the day on which you did',
    'told-after-it-happens': `They must be told before it happens, with reasonable notice (SI 2013/1617, regulation 13)`,
  })[refusal]

const whereItIsWrong: Partial<Record<Refusal, string>> = {
  'outside-the-budget': 'from',
  'more-than-is-left': 'amount',
  'not-told-yet': 'toldOn',
  'told-after-it-happens': 'toldOn',
}

type FormProps = { visit: PersonVisit; way: Way; form: FormState; model: BudgetModel }

function GiveForm({ visit, way, form, model }: FormProps) {
  return (
    <>
      <Problems form={form} />
      <h1>{titles[way]}</h1>
      <Form visit={visit}>
        <ChoiceField
          form={form}
          name="lineId"
          label="For which line?"
          items={model.lines.map((line) => ({
            value: line.id,
            text: line.name,
            hint: `${showMoney(line.sums.left)} is left for the whole time`,
          }))}
        />
        <PoundsField form={form} name="amount" label="How much in all?" />
        <ChoiceField
          form={form}
          name="how"
          label="When?"
          items={[
            { value: 'once', text: way === 'more' ? 'Once, on one day' : 'Off one payment' },
            { value: 'spread', text: 'Spread over the payments from a day on' },
          ]}
        />
        <DayField form={form} name="from" label="From which day?" />
        {way === 'less' && (
          <DayField
            form={form}
            name="toldOn"
            label="When were they told, in writing?"
            hint="They must have reasonable notice and the reason. They can ask you to look again"
          />
        )}
        <WordsField form={form} name="reason" label="Why?" hint="They will read this" />
        <Button>Check what it does</Button>
      </Form>
    </>
  )
}

type CheckProps = { visit: PersonVisit; way: Way; before: BudgetModel; after: BudgetModel }

function Check({ visit, way, before, after }: CheckProps) {
  return (
    <>
      <h1>Check this change</h1>
      <CheckThenDo visit={visit} does={titles[way]}>
        <p>This is what it does to the budget, as at {showDay(visit.today)}.</p>
        <BeforeAndAfter before={before} after={after} />
      </CheckThenDo>
    </>
  )
}
