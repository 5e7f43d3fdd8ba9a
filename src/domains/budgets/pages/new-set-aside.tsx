import { z } from 'zod'
import type { RefusalOf } from '../../../platform/command.ts'
import { showMoney } from '../../../platform/money.ts'
import type { Refused } from '../../../platform/outcome.ts'
import { DayField, Form, PoundsField, Problems, TextField } from '../../../ui/fields.tsx'
import {
  emptyForm,
  optionalDayField,
  optionalPoundsField,
  optionalTextField,
  readForm,
  refused,
  textField,
} from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, Fieldset } from '../../../ui/nhsuk/index.ts'
import { page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import type { LineId } from '../budget.ts'
import { setAside } from '../commands/set-aside.ts'
import { kept } from '../queries/kept.ts'
import type { Kept } from '../queries/kept.ts'

/** Sets money aside for something to pay: a booking, wages, HMRC. */
export async function showNewSetAside(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const lines = linesWithMoney(await visit.ask(kept, { personId: visit.person.id }))
  const content = {
    title: 'Set money aside',
    back: { href: pathOf(visit.person, '/to-pay') },
    body: <SetAsideForm visit={visit} form={form} lines={lines} />,
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitNewSetAside(visit: PersonVisit): Promise<Reply> {
  const lines = linesWithMoney(await visit.ask(kept, { personId: visit.person.id }))
  const read = readForm(form, visit.typed)
  if (!read.ok) return showNewSetAside(visit, read.form)
  const amounts = readForm(
    z.object(Object.fromEntries(lines.map((line) => [fieldOf(line.id), optionalPoundsField()]))),
    visit.typed,
  )
  if (!amounts.ok) return showNewSetAside(visit, amounts.form)
  const parts = lines.flatMap((line) => {
    const amount = amounts.value[fieldOf(line.id)]
    return amount ? [{ lineId: line.id, amount }] : []
  })
  const [first] = lines
  const [personId = visit.person.id, ...others] = new Set(
    lines.filter((line) => parts.some((part) => part.lineId === line.id)).map((line) => line.personId),
  )
  if (parts.length === 0 || others.length > 0) {
    return showNewSetAside(
      visit,
      refused(visit.typed, 'Enter how much, at the line that it is for', first && fieldOf(first.id)),
    )
  }
  const outcome = await visit.perform(setAside, { ...read.value, personId, parts })
  if (outcome.ok) return seeOther(pathOf(visit.person, '/to-pay'))
  return showNewSetAside(visit, refusedForm(visit, outcome))
}

const form = z.object({
  words: textField('Say what it is for', 120),
  payee: optionalTextField(100),
  dueOn: optionalDayField(),
})

function refusedForm(visit: PersonVisit, { refusal, facts }: Refused<RefusalOf<typeof setAside>>): FormState {
  const words = {
    'not-enough-left': `Only ${facts['left'] ?? ''} is left of this line`,
    'line-twice': 'Enter one amount for each line',
    'not-yet': 'Choose today or an earlier day',
  }[refusal]
  return refused(visit.typed, words, facts['lineId'] ? fieldOf(facts['lineId'] as LineId) : '')
}

const fieldOf = (lineId: LineId) => `line-${lineId}`

/** Lines that have money which neither is set aside nor spent, of budgets that run. */
const linesWithMoney = ({ money }: Kept) =>
  money.lines
    .map((line) => ({ ...line, left: money.money.get(line.id)?.available ?? 0n }))
    .filter((line) => line.left > 0n)

type FormProps = { visit: PersonVisit; form: FormState; lines: ReturnType<typeof linesWithMoney> }

function SetAsideForm({ visit, form: state, lines }: FormProps) {
  if (lines.length === 0) {
    return (
      <>
        <h1>Set money aside</h1>
        <p>There is no money to set aside: nothing is left that is not set aside or spent already.</p>
      </>
    )
  }
  return (
    <>
      <Problems form={state} />
      <h1>Set money aside</h1>
      <p>
        For something that is to be paid. It stays in the account, and it is not yours to use for anything
        else.
      </p>
      <Form visit={visit}>
        <TextField form={state} name="words" label="What is it for?" hint="For example, wages for July" />
        <TextField form={state} name="payee" label="Who is to be paid? (optional)" width={20} />
        <DayField form={state} name="dueOn" label="By when? (optional)" />
        <Fieldset legend={{ text: 'How much, and from which line?', size: 's' }}>
          {lines.map((line) => (
            <PoundsField
              form={state}
              name={fieldOf(line.id)}
              label={line.name}
              hint={`${showMoney(line.left)} is left`}
            />
          ))}
        </Fieldset>
        <Button>Set it aside</Button>
      </Form>
    </>
  )
}
