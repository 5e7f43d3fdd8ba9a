import { idSchema } from '../../../platform/id.ts'
import { groupBy } from '../../../platform/group.ts'
import { page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import { emptyForm, refused } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Form, Problems } from '../../../ui/fields.tsx'
import { Button, Radios } from '../../../ui/nhsuk/index.ts'
import { whoCanSignIn } from '../queries/who-can-sign-in.ts'
import type { Choice } from '../queries/who-can-sign-in.ts'
import { roleWords } from '../role.ts'
import type { Role } from '../role.ts'
import { startSession } from '../session.ts'

/** The demonstration's way in: its people by name. A real database has nobody to choose, and says so. */
export async function showSignIn(visit: Visit, form: FormState = emptyForm): Promise<Reply> {
  if (visit.actor.permissions.has('see a budget') || visit.actor.permissions.has('run the service'))
    return seeOther('/')
  const choices = await whoCanSignIn(visit.platform.databases)
  const content = {
    title: 'Sign in',
    body: choices.length === 0 ? <NotSetUp /> : <Chooser visit={visit} form={form} choices={choices} />,
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitSignIn(visit: Visit): Promise<Reply> {
  const { databases } = visit.platform
  const chosen = idSchema<'user'>().safeParse(visit.typed['who'])
  const choices = await whoCanSignIn(databases)
  const choice = choices.find((each) => each.userId === chosen.data)
  if (!choice) return showSignIn(visit, refused(visit.typed, 'Choose who you are', 'who'))
  return { kind: 'signed-in', secret: await startSession(databases, choice.userId), to: '/' }
}

function NotSetUp() {
  return (
    <>
      <h1>Sign in</h1>
      <p>Sign-in is not set up yet, so nobody can sign in here.</p>
      <p>Identity providers and passkeys come with a later release.</p>
    </>
  )
}

function Chooser({ visit, form, choices }: { visit: Visit; form: FormState; choices: readonly Choice[] }) {
  const byRole = groupBy(choices, (choice) => choice.as as Role)
  return (
    <>
      <Problems form={form} />
      <h1>Sign in</h1>
      <p>This is a demonstration: everybody in it is invented. Choose who you want to be.</p>
      <Form visit={visit}>
        {[...byRole].map(([role, people], index) => (
          <Radios
            key={role}
            idPrefix={index === 0 ? 'who' : `who-${role}`}
            name="who"
            fieldset={{ legend: { text: headings[role], size: 'm' } }}
            items={people.map((person) => ({
              value: person.userId,
              text: person.name,
              hint: person.organisation ? `${roleWords[role]}, ${person.organisation}` : undefined,
            }))}
            errorMessage={index === 0 ? form.problems['who'] : undefined}
          />
        ))}
        <Button preventDoubleClick>Sign in</Button>
      </Form>
    </>
  )
}

const headings: Record<Role, string> = {
  person: 'People with a budget',
  coordinator: 'Care coordinators',
  finance: 'Finance officers',
  administrator: 'Administrators',
  operator: 'Commonpurse',
  service: 'Commonpurse',
}
