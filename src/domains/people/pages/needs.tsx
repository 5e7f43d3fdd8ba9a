import { z } from 'zod'
import { idSchema } from '../../../platform/id.ts'
import { ChoiceField, Form, Problems, WordsField } from '../../../ui/fields.tsx'
import { choiceField, emptyForm, readForm, textField } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, Table } from '../../../ui/nhsuk/index.ts'
import { page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { endCommunicationNeed } from '../commands/end-communication-need.ts'
import { noteCommunicationNeed } from '../commands/note-communication-need.ts'
import { needGroupWords, needGroups } from '../person.ts'
import { pathOf } from '../person-route.tsx'
import type { PersonVisit } from '../person-route.tsx'

/** How to communicate with somebody, in the four groups of the Accessible Information Standard. Each stands on every staff page. */
export async function showNeeds(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const { needs, knownAs } = visit.person
  const content = {
    title: 'How to communicate',
    back: { href: pathOf(visit.person, '/glance') },
    body: (
      <>
        <Problems form={form} />
        <h1>How to communicate with {knownAs}</h1>
        {needs.length === 0 ? (
          <p>Nothing is noted yet. Ask {knownAs} what they need.</p>
        ) : (
          <Table
            responsive
            head={['What about', 'What they need', 'Change']}
            rows={needs.map((need) => [
              needGroupWords[need.group],
              need.words,
              { text: <EndNeed visit={visit} need={need} /> },
            ])}
          />
        )}
        <h2>Add what they need</h2>
        <Form visit={visit}>
          <ChoiceField
            form={form}
            name="group"
            label="What is it about?"
            items={needGroups.map((group) => ({ value: group, text: needGroupWords[group] }))}
          />
          <WordsField
            form={form}
            name="words"
            label="What do they need?"
            hint="For example, large print, 20 point"
            rows={2}
          />
          <Button>Add</Button>
        </Form>
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitNeeds(visit: PersonVisit): Promise<Reply> {
  const read = readForm(adding, visit.typed)
  if (!read.ok) return showNeeds(visit, read.form)
  await visit.perform(noteCommunicationNeed, { ...read.value, personId: visit.person.id })
  return seeOther(pathOf(visit.person, '/needs'))
}

export async function submitEndNeed(visit: PersonVisit): Promise<Reply> {
  const needId = idSchema<'communication_need'>().safeParse(visit.params['needId'])
  if (needId.success) {
    await visit.perform(endCommunicationNeed, { personId: visit.person.id, needId: needId.data })
  }
  return seeOther(pathOf(visit.person, '/needs'))
}

const adding = z.object({
  group: choiceField(needGroups, 'Choose what it is about'),
  words: textField('Say what they need', 200),
})

function EndNeed({ visit, need }: { visit: PersonVisit; need: PersonVisit['person']['needs'][number] }) {
  return (
    <Form visit={visit} action={pathOf(visit.person, `/needs/${need.id}/end`)}>
      <button class="cp-link-button" type="submit">
        Not any more<span class="nhsuk-u-visually-hidden"> ({need.words})</span>
      </button>
    </Form>
  )
}
