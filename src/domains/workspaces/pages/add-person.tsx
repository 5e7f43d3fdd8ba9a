import { z } from 'zod'
import type { RefusalOf } from '../../../platform/command.ts'
import { showDay } from '../../../platform/day.ts'
import type { Refused } from '../../../platform/outcome.ts'
import { CheckThenDo, stepOf } from '../../../ui/check-then-do.tsx'
import { Form, Problems, SelectField, TickField } from '../../../ui/fields.tsx'
import { choiceField, emptyForm, readForm, refused, startingWith, tickField } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, Table } from '../../../ui/nhsuk/index.ts'
import { page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import { appointCoordinator } from '../../accounts/index.ts'
import {
  PersonFields,
  addPerson,
  bodies,
  lookAlikes,
  personFields,
  showNhsNumber,
} from '../../people/index.ts'

/** Adds a person. Whoever looks like somebody we know is shown first, so that nobody is added twice. */
export async function showAddPerson(visit: Visit, form: FormState = emptyForm): Promise<Reply> {
  const { icbs, councils } = await visit.ask(bodies, {})
  const shown = form === emptyForm ? startingWith({ icbId: usualIcb(visit, icbs), mine: 'yes' }) : form
  const content = {
    title: 'Add a person',
    back: { href: '/people', text: 'People' },
    body: (
      <>
        <Problems form={form} />
        <h1>Add a person</h1>
        <Form visit={visit}>
          <PersonFields form={shown} councils={councils} />
          <SelectField
            form={shown}
            name="icbId"
            label="ICB"
            items={icbs.map(({ id, name }) => ({ value: id, text: name }))}
          />
          {visit.actor.permissions.has('answer a task') && (
            <TickField form={shown} name="mine" label="I am their care coordinator" />
          )}
          <Button>Add this person</Button>
        </Form>
      </>
    ),
  }
  return Object.keys(form.problems).length === 0 ? page(content) : unusable(content)
}

export async function submitAddPerson(visit: Visit): Promise<Reply> {
  const { icbs, councils } = await visit.ask(bodies, {})
  const fields = z.object({
    ...personFields(councils, visit.today),
    icbId: choiceField(
      icbs.map((icb) => icb.id),
      'Choose their ICB',
    ),
    mine: tickField(),
  })
  const read = readForm(fields, visit.typed)
  if (!read.ok) return showAddPerson(visit, read.form)
  const step = stepOf(visit.typed)
  if (step === 'change') return showAddPerson(visit, startingWith(visit.typed))
  const { mine, ...person } = read.value
  const alike = step === 'do' ? [] : await visit.ask(lookAlikes, person)
  if (alike.length > 0) return showAlike(visit, alike)
  const added = await visit.perform(addPerson, person)
  if (!added.ok) return showAddPerson(visit, refusedForm(visit, added))
  const { personId } = added.value
  if (mine && visit.actor.permissions.has(appointCoordinator.allow)) {
    await visit.perform(appointCoordinator, { personId, userId: visit.actor.userId })
  }
  return seeOther(
    visit.actor.permissions.has('see a budget')
      ? `/people/${personId}/glance`
      : `/people?${new URLSearchParams({ find: person.familyName }).toString()}`,
  )
}

const usualIcb = ({ actor }: Visit, icbs: readonly { id: string }[]) =>
  icbs.find((icb) => icb.id === actor.organisationId)?.id ?? icbs[0]?.id ?? ''

function refusedForm(visit: Visit, { refusal }: Refused<RefusalOf<typeof addPerson>>): FormState {
  return refusal === 'nhs-number-is-known'
    ? refused(visit.typed, 'Somebody has this NHS number already. Find them by it instead', 'nhsNumber')
    : refused(visit.typed, 'Enter today or an earlier day', 'bornOn')
}

type Alike = {
  id: string
  givenName: string
  familyName: string
  bornOn: Parameters<typeof showDay>[0]
  nhsNumber: string | undefined
}

function showAlike(visit: Visit, alike: readonly Alike[]): Reply {
  return page({
    title: 'Is it one of these?',
    body: (
      <>
        <h1>Is it one of these?</h1>
        <p>They have the same date of birth and a name like it.</p>
        <CheckThenDo visit={visit} does="No, add a new person">
          <Table
            responsive
            head={['Name', 'Born', 'NHS number']}
            rows={alike.map((person) => [
              {
                text: (
                  <a href={`/people/${person.id}/glance`}>
                    {person.familyName}, {person.givenName}
                  </a>
                ),
              },
              showDay(person.bornOn),
              person.nhsNumber ? showNhsNumber(person.nhsNumber) : 'Not known',
            ])}
          />
        </CheckThenDo>
      </>
    ),
  })
}
