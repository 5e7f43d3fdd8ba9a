import { showMoney } from '../../../platform/money.ts'
import {
  ChoiceField,
  DayField,
  Form,
  PoundsField,
  Problems,
  SelectField,
  TextField,
  TicksField,
} from '../../../ui/fields.tsx'
import type { FormState } from '../../../ui/form.ts'
import { capital } from '../../../ui/capital.ts'
import { Button, Details } from '../../../ui/nhsuk/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { rhythmWords } from '../../plans/index.ts'
import type { PlanLineId } from '../../plans/index.ts'
import { bases, basisWords } from '../funding.ts'
import type { AwardChoices } from '../queries/award-choices.ts'
import { paidEveryChoices, paidEveryWords } from '../release.ts'

/** The field that says how one line is held where that is not as the others are. */
export const asTheOthers = (planLineId: PlanLineId) => `held-${planLineId}`

type Props = { visit: PersonVisit; form: FormState; choices: AwardChoices }

export function AwardForm({ visit, form, choices }: Props) {
  return (
    <>
      <Problems form={form} />
      <h1>Award a budget</h1>
      <Form visit={visit}>
        <DayField form={form} name="from" label="First day" />
        <DayField form={form} name="lastDay" label="Last day" />
        <LinesWanted form={form} choices={choices} />
        <WhoFunds form={form} choices={choices} />
        <HowHeld form={form} choices={choices} />
        <Button>Check what it comes to</Button>
      </Form>
    </>
  )
}

function LinesWanted({ form, choices: { plan } }: Omit<Props, 'visit'>) {
  return (
    <TicksField
      form={form}
      name="lines"
      label="Lines of the plan that it is for"
      items={plan.lines.map((line) => ({
        value: line.id,
        text: line.name,
        hint: `${showMoney(line.price.amount)} ${rhythmWords[line.price.per]}`,
      }))}
    />
  )
}

function WhoFunds({ form, choices: { icb, council } }: Omit<Props, 'visit'>) {
  return (
    <>
      <ChoiceField
        form={form}
        name="basis"
        label="On what ground does the NHS pay?"
        items={bases.map((basis) => ({ value: basis, text: capital(basisWords[basis]) }))}
      />
      <TextField
        form={form}
        name="nhsPercent"
        label={`How much of it does ${icb.shortName} fund?`}
        hint={
          council ? `The rest is funded by ${council.name}` : 'They have no council: the NHS funds all of it'
        }
        width={5}
        suffix="%"
        inputmode="decimal"
      />
      <PoundsField
        form={form}
        name="contribution"
        label="What they pay towards the council’s part (optional)"
        hint="With each payment. It lowers the council’s part, never the NHS’s"
      />
      <ChoiceField
        form={form}
        name="payerId"
        label="Who sends the money?"
        items={[icb, ...(council ? [council] : [])].map(({ id, name }) => ({ value: id, text: name }))}
      />
      <ChoiceField
        form={form}
        name="paidEvery"
        label="How often is it paid?"
        items={paidEveryChoices.map((every) => ({ value: every, text: capital(paidEveryWords[every]) }))}
      />
      <TextField form={form} name="costCode" label="Cost code (optional)" width={10} />
    </>
  )
}

function HowHeld({ form, choices: { held, plan } }: Omit<Props, 'visit'>) {
  const items = held.map(({ value, words }) => ({ value, text: words }))
  return (
    <>
      <ChoiceField
        form={form}
        name="held"
        label="How is it held, and who employs?"
        hint="An account must be noted before money can be held in it"
        items={items}
      />
      <Details summary="Some lines are held another way">
        {plan.lines.map((line) => (
          <SelectField
            form={form}
            name={asTheOthers(line.id)}
            label={line.name}
            items={[{ value: '', text: 'As the others' }, ...items]}
          />
        ))}
      </Details>
    </>
  )
}

export function NoPlanYet({ path }: { path: string }) {
  return (
    <>
      <h1>Award a budget</h1>
      <p>There is no plan yet. A budget pays for the lines of a plan, so write the plan first.</p>
      <p>
        <a href={`${path}/plan`}>The plan</a>
      </p>
    </>
  )
}
