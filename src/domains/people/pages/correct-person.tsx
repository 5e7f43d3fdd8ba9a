import { z } from 'zod'
import type { RefusalOf } from '../../../platform/command.ts'
import { Form, Problems } from '../../../ui/fields.tsx'
import { emptyForm, readForm, refused, startingWith } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button } from '../../../ui/nhsuk/index.ts'
import { page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { correctPerson } from '../commands/correct-person.ts'
import { pathOf } from '../person-route.tsx'
import type { PersonVisit } from '../person-route.tsx'
import { bodies } from '../queries/look-alikes.ts'
import { PersonFields, personAsTyped, personFields } from './person-form.tsx'

/** Corrects what is written about a person. What was written before stays in the record. */
export async function showCorrectPerson(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const { councils } = await visit.ask(bodies, {})
  const shown = form === emptyForm ? startingWith(personAsTyped(visit.person)) : form
  const content = {
    title: 'Correct personal details',
    back: { href: pathOf(visit.person, '/glance') },
    body: (
      <>
        <Problems form={form} />
        <h1>Correct what is written about {visit.person.knownAs}</h1>
        <p>
          <a href={pathOf(visit.person, '/needs')}>How to communicate with {visit.person.knownAs}</a>
        </p>
        <Form visit={visit}>
          <PersonFields form={shown} councils={councils} />
          <Button>Save</Button>
        </Form>
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitCorrectPerson(visit: PersonVisit): Promise<Reply> {
  const { councils } = await visit.ask(bodies, {})
  const read = readForm(z.object(personFields(councils, visit.today)), visit.typed)
  if (!read.ok) return showCorrectPerson(visit, read.form)
  const outcome = await visit.perform(correctPerson, { ...read.value, personId: visit.person.id })
  if (outcome.ok) return seeOther(pathOf(visit.person, '/glance'))
  const where = outcome.refusal === 'nhs-number-is-known' ? 'nhsNumber' : 'bornOn'
  return showCorrectPerson(visit, refused(visit.typed, refusalWords[outcome.refusal], where))
}

const refusalWords: Record<RefusalOf<typeof correctPerson>, string> = {
  'not-born-yet': 'Enter today or an earlier day',
  'nhs-number-is-known': 'Somebody else has this NHS number. Check it with them',
  'no-such-person': 'There is no such person',
}
