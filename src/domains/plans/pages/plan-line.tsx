import { z } from 'zod'
import type { RefusalOf } from '../../../platform/command.ts'
import { plainPounds } from '../../../platform/money.ts'
import { CheckThenDo, stepOf } from '../../../ui/check-then-do.tsx'
import {
  ChoiceField,
  Form,
  PoundsField,
  Problems,
  SelectField,
  TextField,
  WordsField,
} from '../../../ui/fields.tsx'
import {
  choiceField,
  emptyForm,
  optionalPoundsField,
  optionalTextField,
  poundsField,
  readForm,
  refused,
  startingWith,
  textField,
} from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { RawForm, Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { addPlanLine } from '../commands/add-plan-line.ts'
import { changePlanLine } from '../commands/change-plan-line.ts'
import { endPlanLine } from '../commands/end-plan-line.ts'
import { keptForChoices, keptForWords, PlanLineId } from '../plan.ts'
import type { PlanLine } from '../plan.ts'
import { rhythmWords, rhythms } from '../price.ts'
import { planOfPerson } from '../queries/plan-of-person.ts'

/** A line of the plan is added. */
export async function showAddLine(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const plan = await visit.ask(planOfPerson, { personId: visit.person.id })
  return plan ? formPage(visit, form, 'Add a line to the plan') : notFound
}

export async function submitAddLine(visit: PersonVisit): Promise<Reply> {
  const plan = await visit.ask(planOfPerson, { personId: visit.person.id })
  if (!plan) return notFound
  const read = readForm(details, visit.typed)
  if (!read.ok) return showAddLine(visit, read.form)
  const outcome = await visit.perform(addPlanLine, {
    ...read.value,
    usualPayees: namesIn(read.value.usualPayees),
    personId: plan.personId,
    planId: plan.id,
  })
  if (outcome.ok) return seeOther(pathOf(visit.person, '/plan'))
  return showAddLine(visit, refused(visit.typed, addWords[outcome.refusal], addWhere[outcome.refusal]))
}

const addWords: Record<RefusalOf<typeof addPlanLine>, string> = {
  'no-such-plan': 'This plan has ended',
  'name-is-taken': 'The plan has a line of this name already. Choose another name',
}
const addWhere: Partial<Record<RefusalOf<typeof addPlanLine>, string>> = { 'name-is-taken': 'name' }

/** A line's words, and its price for budgets still to be awarded. */
export async function showChangeLine(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const found = await findLine(visit)
  if (!found) return notFound
  const state = form === emptyForm ? startingWith(asTyped(found.line)) : form
  return formPage(visit, state, `Change ${found.line.name}`)
}

export async function submitChangeLine(visit: PersonVisit): Promise<Reply> {
  const found = await findLine(visit)
  if (!found) return notFound
  const read = readForm(details, visit.typed)
  if (!read.ok) return showChangeLine(visit, read.form)
  const outcome = await visit.perform(changePlanLine, {
    ...read.value,
    usualPayees: namesIn(read.value.usualPayees),
    personId: found.personId,
    planLineId: found.line.id,
  })
  return outcome.ok
    ? seeOther(pathOf(visit.person, '/plan'))
    : showChangeLine(visit, refused(visit.typed, 'This line has ended'))
}

/** The line is for no new budget any more; asked first, since it cannot be taken back. */
export async function submitEndLine(visit: PersonVisit): Promise<Reply> {
  const found = await findLine(visit)
  const step = stepOf(visit.typed)
  if (!found || step === 'change') return seeOther(pathOf(visit.person, '/plan'))
  const { personId, line } = found
  if (step === 'do') {
    await visit.perform(endPlanLine, { personId, planLineId: line.id })
    return seeOther(pathOf(visit.person, '/plan'))
  }
  return page({
    title: `End ${line.name}`,
    body: (
      <CheckThenDo visit={visit} does={`End ${line.name}`} otherwise="Leave it in the plan">
        <h1>End {line.name}?</h1>
        <p>No new budget will pay for it. What was awarded for it stays until that budget changes.</p>
      </CheckThenDo>
    ),
  })
}

async function findLine(visit: PersonVisit) {
  const planLineId = PlanLineId.safeParse(visit.params['planLineId'])
  const plan = planLineId.success && (await visit.ask(planOfPerson, { personId: visit.person.id }))
  if (!plan) return undefined
  const line = plan.lines.find((each) => each.id === planLineId.data)
  return line && { personId: plan.personId, line }
}

const details = z.object({
  name: textField('Enter a name for the line, such as “Swimming”', 60),
  whatFor: textField('Say what it is for, in their words', 1_000),
  outcome: textField('Say what it is to bring', 1_000),
  amount: poundsField({ missing: 'Enter what it costs' }),
  per: choiceField(rhythms, 'Choose how often it costs that'),
  extraPerBankHoliday: optionalPoundsField(),
  keptFor: choiceField(['', ...keptForChoices], 'Choose what it is kept for').transform(
    (kept) => kept || undefined,
  ),
  usualPayees: optionalTextField(1_000),
})

/** One name on each line of the box. */
const namesIn = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '')

const asTyped = ({ price, keptFor, usualPayees, name, whatFor, outcome }: PlanLine): RawForm => ({
  name,
  whatFor,
  outcome,
  amount: plainPounds(price.amount),
  per: price.per,
  extraPerBankHoliday: price.extraPerBankHoliday === 0n ? '' : plainPounds(price.extraPerBankHoliday),
  keptFor: keptFor ?? '',
  usualPayees: usualPayees.join('\n'),
})

function formPage(visit: PersonVisit, form: FormState, title: string): Reply {
  const content = {
    title,
    back: { href: pathOf(visit.person, '/plan'), text: 'The plan' },
    body: <LineForm visit={visit} form={form} title={title} />,
  }
  return Object.keys(form.problems).length === 0 ? page(content) : unusable(content)
}

function LineForm({ visit, form, title }: { visit: PersonVisit; form: FormState; title: string }) {
  return (
    <>
      <Problems form={form} />
      <h1>{title}</h1>
      <Form visit={visit}>
        <TextField form={form} name="name" label="What is it called?" width={20} />
        <WordsField form={form} name="whatFor" label="What is it for?" hint="In their own words" rows={3} />
        <WordsField
          form={form}
          name="outcome"
          label="What is it to bring?"
          hint="For example, I finish college and live with my friends"
          rows={2}
        />
        <PoundsField form={form} name="amount" label="What does it cost?" />
        <ChoiceField
          form={form}
          name="per"
          label="How often?"
          items={rhythms.map((rhythm) => ({ value: rhythm, text: rhythmWords[rhythm] }))}
        />
        <PoundsField
          form={form}
          name="extraPerBankHoliday"
          label="How much more on each bank holiday? (optional)"
        />
        <SelectField
          form={form}
          name="keptFor"
          label="Is it kept for something?"
          hint="Then it is set aside, and not theirs to use from day to day"
          items={[
            { value: '', text: 'No' },
            ...keptForChoices.map((kept) => ({ value: kept, text: `Yes, ${keptForWords[kept]}` })),
          ]}
        />
        <WordsField
          form={form}
          name="usualPayees"
          label="Who is usually paid? (optional)"
          hint="One name on each line, as the bank prints it. Names that are known already stay"
          rows={3}
        />
        <Button>Save</Button>
      </Form>
    </>
  )
}
