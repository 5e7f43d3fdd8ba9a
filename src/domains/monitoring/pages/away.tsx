import { z } from 'zod'
import type { RefusalOf } from '../../../platform/command.ts'
import { showDay } from '../../../platform/day.ts'
import { ChoiceField, DayField, Form, Problems, WordsField } from '../../../ui/fields.tsx'
import { choiceField, dayField, emptyForm, optionalTextField, readForm, refused } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, InsetText, Table } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { endStay } from '../commands/end-stay.ts'
import { noteStay } from '../commands/note-stay.ts'
import { staysOfPerson } from '../queries/stays.ts'
import { StayId, placeWords, places } from '../stay.ts'
import type { Stay } from '../stay.ts'

/** In hospital, or away: said once. What goes on meanwhile stands beside it. */
export async function showAway(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const stays = await visit.ask(staysOfPerson, { personId: visit.person.id })
  const now = stays.find((stay) => stay.homeOn === undefined)
  const content = {
    title: 'In hospital, or away',
    back: { href: visit.own ? pathOf(visit.person) : pathOf(visit.person, '/glance') },
    body: (
      <>
        <Problems form={form} />
        <h1>In hospital, or away</h1>
        {now ? <Now visit={visit} form={form} stay={now} /> : <Leave visit={visit} form={form} />}
        <Before stays={stays.filter((stay) => stay.homeOn !== undefined)} />
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitAway(visit: PersonVisit): Promise<Reply> {
  const read = readForm(leaving, visit.typed)
  if (!read.ok) return showAway(visit, read.form)
  const outcome = await visit.perform(noteStay, { ...read.value, personId: visit.person.id })
  if (outcome.ok) return seeOther(pathOf(visit.person, '/away'))
  return showAway(visit, refused(visit.typed, leaveWords[outcome.refusal], 'fromOn'))
}

export async function submitHome(visit: PersonVisit): Promise<Reply> {
  const stayId = StayId.safeParse(visit.params['stayId'])
  const stays = await visit.ask(staysOfPerson, { personId: visit.person.id })
  const stay = stays.find((each) => each.id === stayId.data)
  if (!stay) return notFound
  const read = readForm(coming, visit.typed)
  if (!read.ok) return showAway(visit, read.form)
  const outcome = await visit.perform(endStay, { ...read.value, personId: stay.personId, stayId: stay.id })
  if (outcome.ok) return seeOther(pathOf(visit.person, '/away'))
  return showAway(visit, refused(visit.typed, homeWords[outcome.refusal], 'homeOn'))
}

const leaving = z.object({
  place: choiceField(places, 'Choose where'),
  fromOn: dayField({ missing: 'Enter since when' }),
  words: optionalTextField(1_000),
})
const coming = z.object({ homeOn: dayField({ missing: 'Enter the day home' }) })

const leaveWords: Record<RefusalOf<typeof noteStay>, string> = {
  'not-yet': 'Enter today or an earlier day',
  'away-already': 'We know already. Say first when you came home',
}
const homeWords: Record<RefusalOf<typeof endStay>, string> = {
  'not-yet': 'Enter today or an earlier day',
  'not-away': 'We know already that you are home',
  'before-it-began': 'Enter a day after it began',
}

type FormProps = { visit: PersonVisit; form: FormState }

function Leave({ visit, form }: FormProps) {
  return (
    <>
      <p>
        Tell us once. Pay of the people who work for you goes on as planned for four weeks, and nothing is
        taken back by itself.
      </p>
      <Form visit={visit}>
        <ChoiceField
          form={form}
          name="place"
          label="Where?"
          items={places.map((place) => ({ value: place, text: placeWords[place] }))}
        />
        <DayField form={form} name="fromOn" label="Since when?" />
        <WordsField form={form} name="words" label="Is there anything we should know? (optional)" rows={3} />
        <Button>Tell us</Button>
      </Form>
    </>
  )
}

function Now({ visit, form, stay }: FormProps & { stay: Stay }) {
  return (
    <>
      <InsetText>
        <p>
          {placeWords[stay.place]} since {showDay(stay.fromOn)}. Pay goes on as planned until{' '}
          {showDay(stay.payUntil)}. After that your coordinator agrees with you what goes on.
        </p>
        {stay.words && <p class="cp-words">{stay.words}</p>}
      </InsetText>
      <Form visit={visit} action={pathOf(visit.person, `/away/${stay.id}/home`)}>
        <DayField form={form} name="homeOn" label="Home since when?" />
        <Button>Home again</Button>
      </Form>
    </>
  )
}

function Before({ stays }: { stays: readonly Stay[] }) {
  if (stays.length === 0) return null
  return (
    <Table
      responsive
      caption="Before"
      head={['Where', 'From', 'Home on']}
      rows={stays.map((stay) => [
        placeWords[stay.place],
        showDay(stay.fromOn),
        stay.homeOn ? showDay(stay.homeOn) : '',
      ])}
    />
  )
}
