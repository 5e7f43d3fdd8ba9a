import { z } from 'zod'
import { ChoiceField, Form, Problems, WordsField } from '../../../ui/fields.tsx'
import { choiceField, emptyForm, optionalTextField, readForm, refused } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, Panel } from '../../../ui/nhsuk/index.ts'
import { page, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { askToHoldDifferently } from '../commands/ask-to-hold-differently.ts'
import { wayTerms, wayWords, ways } from '../holding.ts'
import type { HoldChoices } from '../queries/hold-choices.ts'

/** They say how they would like a line to be held. What each way means stands beside it. */
export function showAskToHold(visit: PersonVisit, choices: HoldChoices, form: FormState = emptyForm): Reply {
  const content = {
    title: 'Hold it another way',
    back: { href: pathOf(visit.person, `/lines/${choices.line.id}`) },
    body: <AskForm visit={visit} form={form} choices={choices} />,
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitAskToHold(visit: PersonVisit, choices: HoldChoices): Promise<Reply> {
  const read = readForm(form, visit.typed)
  if (!read.ok) return showAskToHold(visit, choices, read.form)
  const { id: lineId, personId } = choices.line
  const outcome = await visit.perform(askToHoldDifferently, { ...read.value, personId, lineId })
  if (!outcome.ok) {
    return showAskToHold(visit, choices, refused(visit.typed, 'This line is not in your budget any more'))
  }
  return page({
    title: 'We will talk it through with you',
    body: (
      <>
        <Panel heading="We will talk it through with you">
          Your coordinator rings you within ten working days. Until then nothing changes.
        </Panel>
        <p>
          <a href={pathOf(visit.person)}>Back to your budget</a>
        </p>
      </>
    ),
  })
}

const form = z.object({
  way: choiceField(ways, 'Choose how you would like it to be held'),
  why: optionalTextField(1_000),
})

type AskProps = { visit: PersonVisit; form: FormState; choices: HoldChoices }

function AskForm({ visit, form: state, choices: { line } }: AskProps) {
  return (
    <>
      <Problems form={state} />
      <h1>Hold {line.name} another way</h1>
      <p>Now: {wayWords[line.held.way]}. You can ask for another way at any time.</p>
      <Form visit={visit}>
        <ChoiceField
          form={state}
          name="way"
          label="How would you like it to be held?"
          items={ways
            .filter((way) => way !== line.held.way)
            .map((way) => ({
              value: way,
              text: wayWords[way],
              hint: `${meaning[way]} In letters: ${wayTerms[way]}`,
            }))}
        />
        <WordsField form={state} name="why" label="Is there anything we should know? (optional)" rows={3} />
        <Button>Ask for it</Button>
      </Form>
    </>
  )
}

const meaning: Record<(typeof ways)[number], string> = {
  notional: 'You choose your support, and we book and pay for it. You handle no money.',
  'third-party': 'An organisation gets the money, books and employs for you.',
  managed: 'You decide and employ. A service pays the bills from an account that is kept for you.',
  direct: 'The money comes to a separate account of yours. You pay, and show us the statements.',
}
