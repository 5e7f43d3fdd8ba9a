import { z } from 'zod'
import type { RefusalOf } from '../../../platform/command.ts'
import { addDays } from '../../../platform/day.ts'
import { idSchema } from '../../../platform/id.ts'
import { DayField, Form, Problems, TextField, WordsField } from '../../../ui/fields.tsx'
import { dayField, emptyForm, optionalDayField, readForm, refused, textField } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { endUnpaidSupport } from '../commands/end-unpaid-support.ts'
import { noteUnpaidSupport } from '../commands/note-unpaid-support.ts'
import { setReview } from '../commands/set-review.ts'
import { startPlan } from '../commands/start-plan.ts'
import { planOfPerson } from '../queries/plan-of-person.ts'

/** The small forms of a plan: that it begins, when it is looked at again, who helps unpaid. */

const backToPlan = (visit: PersonVisit) => ({ href: pathOf(visit.person, '/plan'), text: 'The plan' })

export async function showStartPlan(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const content = {
    title: 'Start the plan',
    back: backToPlan(visit),
    body: (
      <>
        <Problems form={form} />
        <h1>Start the plan</h1>
        <Form visit={visit}>
          <DayField form={form} name="agreedOn" label="When was it agreed?" />
          <DayField form={form} name="reviewOn" label="When is it to be looked at again? (optional)" />
          <Button>Start the plan</Button>
        </Form>
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitStartPlan(visit: PersonVisit): Promise<Reply> {
  const beginning = z.object({
    agreedOn: dayField({ missing: 'Enter when it was agreed', notAfter: visit.today }),
    reviewOn: optionalDayField(),
  })
  const read = readForm(beginning, visit.typed)
  if (!read.ok) return showStartPlan(visit, read.form)
  const outcome = await visit.perform(startPlan, { ...read.value, personId: visit.person.id })
  return outcome.ok
    ? seeOther(pathOf(visit.person, '/plan'))
    : showStartPlan(visit, refused(visit.typed, startWords[outcome.refusal]))
}

const startWords: Record<RefusalOf<typeof startPlan>, string> = {
  'no-such-person': 'There is no such person',
  'has-a-plan-already': 'They have a plan already',
}

export async function showSetReview(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const plan = await visit.ask(planOfPerson, { personId: visit.person.id })
  if (!plan) return notFound
  const content = {
    title: 'Set the review',
    back: backToPlan(visit),
    body: (
      <>
        <Problems form={form} />
        <h1>When is the plan to be looked at again?</h1>
        <Form visit={visit}>
          <DayField form={form} name="on" label="By which day?" />
          <Button>Save</Button>
        </Form>
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitSetReview(visit: PersonVisit): Promise<Reply> {
  const plan = await visit.ask(planOfPerson, { personId: visit.person.id })
  if (!plan) return notFound
  const notBefore = addDays(visit.today, 1)
  const read = readForm(z.object({ on: dayField({ missing: 'Enter a day', notBefore }) }), visit.typed)
  if (!read.ok) return showSetReview(visit, read.form)
  await visit.perform(setReview, { ...read.value, personId: plan.personId, planId: plan.id })
  return seeOther(pathOf(visit.person, '/plan'))
}

export async function showUnpaidSupport(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const plan = await visit.ask(planOfPerson, { personId: visit.person.id })
  if (!plan) return notFound
  const content = {
    title: 'Who helps unpaid',
    back: backToPlan(visit),
    body: (
      <>
        <Problems form={form} />
        <h1>Who helps unpaid?</h1>
        <p>Family, friends, a club: what holds a life up and costs no money.</p>
        <Form visit={visit}>
          <TextField form={form} name="who" label="Who?" width={20} />
          <WordsField form={form} name="what" label="What do they do, and when?" rows={3} />
          <Button>Add to the plan</Button>
        </Form>
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitUnpaidSupport(visit: PersonVisit): Promise<Reply> {
  const plan = await visit.ask(planOfPerson, { personId: visit.person.id })
  if (!plan) return notFound
  const read = readForm(unpaid, visit.typed)
  if (!read.ok) return showUnpaidSupport(visit, read.form)
  await visit.perform(noteUnpaidSupport, { ...read.value, personId: plan.personId, planId: plan.id })
  return seeOther(pathOf(visit.person, '/plan'))
}

const unpaid = z.object({
  who: textField('Say who it is', 100),
  what: textField('Say what they do', 500),
})

export async function submitEndUnpaidSupport(visit: PersonVisit): Promise<Reply> {
  const supportId = idSchema<'unpaid_support'>().safeParse(visit.params['supportId'])
  const plan = await visit.ask(planOfPerson, { personId: visit.person.id })
  if (plan && supportId.success) {
    await visit.perform(endUnpaidSupport, { personId: plan.personId, supportId: supportId.data })
  }
  return seeOther(pathOf(visit.person, '/plan'))
}
