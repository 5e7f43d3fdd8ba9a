import { z } from 'zod'
import { showInstant } from '../../../platform/day.ts'
import { ChoiceField, Form, Problems, WordsField } from '../../../ui/fields.tsx'
import { choiceField, emptyForm, optionalTextField, readForm, textField } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, Card, InsetText } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { askForHelp, sayNobodyCame } from '../commands/ask-for-help.ts'
import { helpOfPerson } from '../queries/help.ts'
import type { HelpModel } from '../queries/help.ts'
import { kindsOfTask, visitWords, visitsGoneWrong } from '../task.ts'

/** "Nobody came": one choice, and it is with the coordinator. */
export async function showNobodyCame(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const help = await visit.ask(helpOfPerson, { personId: visit.person.id })
  if (!help) return notFound
  const content = {
    title: 'Nobody came',
    back: { href: pathOf(visit.person) },
    body: (
      <>
        <Problems form={form} />
        <h1>Nobody came</h1>
        <WhoAnswers help={help} />
        <Form visit={visit}>
          <ChoiceField
            form={form}
            name="what"
            label="What happened?"
            items={visitsGoneWrong.map((what) => ({ value: what, text: visitWords[what] }))}
          />
          <WordsField form={form} name="words" label="Is there anything else to know? (optional)" rows={3} />
          <Button>Tell us</Button>
        </Form>
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitNobodyCame(visit: PersonVisit): Promise<Reply> {
  const read = readForm(nobodyCame, visit.typed)
  if (!read.ok) return showNobodyCame(visit, read.form)
  await visit.perform(sayNobodyCame, { ...read.value, personId: visit.person.id })
  return seeOther(pathOf(visit.person, '/help'))
}

const nobodyCame = z.object({
  what: choiceField(visitsGoneWrong, 'Choose what happened'),
  words: optionalTextField(1_000),
})

/** "I need help": in their own words. */
export async function showNeedHelp(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const help = await visit.ask(helpOfPerson, { personId: visit.person.id })
  if (!help) return notFound
  const content = {
    title: 'I need help',
    back: { href: pathOf(visit.person) },
    body: (
      <>
        <Problems form={form} />
        <h1>I need help</h1>
        <WhoAnswers help={help} />
        <Form visit={visit}>
          <WordsField form={form} name="words" label="What do you need help with?" />
          <Button>Ask for help</Button>
        </Form>
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitNeedHelp(visit: PersonVisit): Promise<Reply> {
  const read = readForm(needHelp, visit.typed)
  if (!read.ok) return showNeedHelp(visit, read.form)
  await visit.perform(askForHelp, { ...read.value, personId: visit.person.id })
  return seeOther(pathOf(visit.person, '/help'))
}

const needHelp = z.object({ words: textField('Say what you need help with', 1_000) })

/** What they told us, who has it, and how it ended. */
export async function showHelp(visit: PersonVisit): Promise<Reply> {
  const help = await visit.ask(helpOfPerson, { personId: visit.person.id })
  if (!help) return notFound
  const open = help.told.filter((told) => told.ended === undefined)
  const who = help.coordinator ?? 'Somebody of your care team'
  return page({
    title: 'What you told us',
    back: { href: pathOf(visit.person) },
    body: (
      <>
        <h1>What you told us</h1>
        {open.length > 0 && (
          <InsetText>
            <p>We know. {who} rings you today. If nobody has rung you, or it cannot wait, ring us:</p>
          </InsetText>
        )}
        <WhoAnswers help={help} />
        {help.told.length === 0 && <p>You have not told us of anything that went wrong.</p>}
        {help.told.map((told) => (
          <Card heading={`${kindsOfTask[told.kind].name}, ${showInstant(told.at)}`}>
            <p class="cp-words">{told.words}</p>
            <p class="cp-quiet">
              {told.ended ? `${showInstant(told.ended.at)}: ${told.ended.how}` : `${who} has this now.`}
            </p>
          </Card>
        ))}
      </>
    ),
  })
}

/** A telephone number first: nobody should have to type when something is wrong. */
function WhoAnswers({ help: { coordinator, icb } }: { help: HelpModel }) {
  return (
    <>
      {icb?.phone && (
        <p>
          {coordinator ?? 'Your care team'} answers on{' '}
          <a href={`tel:${icb.phone.replaceAll(' ', '')}`}>{icb.phone}</a>
          {icb.phoneHours && `, ${icb.phoneHours}`}. {icb.outOfHoursPhone}
        </p>
      )}
      <p>
        Call <a href="tel:111">111</a> for medical help that cannot wait. Call <a href="tel:999">999</a> if
        somebody’s life is in danger.
      </p>
    </>
  )
}
