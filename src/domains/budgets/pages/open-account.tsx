import { z } from 'zod'
import type { RefusalOf } from '../../../platform/command.ts'
import { negative, nothing } from '../../../platform/money.ts'
import {
  ChoiceField,
  DayField,
  Form,
  PoundsField,
  Problems,
  SelectField,
  TextField,
  TickField,
} from '../../../ui/fields.tsx'
import {
  choiceField,
  dayField,
  digitsField,
  emptyForm,
  optionalPoundsField,
  readForm,
  refused,
  textField,
  tickField,
} from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button } from '../../../ui/nhsuk/index.ts'
import { page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import type { Organisation } from '../../organisations/index.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { accountKindWords, accountKinds } from '../account.ts'
import { openAccount } from '../commands/open-account.ts'
import { accountHolders } from '../queries/accounts.ts'

/** Notes a real account that holds (or will hold) this person's money. */
export async function showOpenAccount(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const holders = await visit.ask(accountHolders, {})
  const content = {
    title: 'Note an account',
    back: { href: pathOf(visit.person, '/accounts') },
    body: <AccountForm visit={visit} form={form} holders={holders} />,
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitOpenAccount(visit: PersonVisit): Promise<Reply> {
  const read = readForm(formFor(await visit.ask(accountHolders, {})), visit.typed)
  if (!read.ok) return showOpenAccount(visit, read.form)
  const { openingBalance = nothing, overdrawn, ...account } = read.value
  const outcome = await visit.perform(openAccount, {
    ...account,
    openingBalance: overdrawn ? negative(openingBalance) : openingBalance,
    personId: visit.person.id,
  })
  if (outcome.ok) return seeOther(pathOf(visit.person, '/accounts'))
  return showOpenAccount(
    visit,
    refused(visit.typed, refusalWords[outcome.refusal], whereItIsWrong[outcome.refusal]),
  )
}

const formFor = (holders: readonly Organisation[]) =>
  z.object({
    kind: choiceField(accountKinds, 'Choose what kind of account it is'),
    name: textField('Enter a name for it, such as “Barset Bank account”', 80),
    holderId: choiceField(['', ...holders.map((holder) => holder.id)], 'Choose who keeps it').transform(
      (id) => id || undefined,
    ),
    sortCode: digitsField(6, 'Enter the six digits of the sort code, like 20-00-00'),
    accountNumber: digitsField(8, 'Enter the eight digits of the account number'),
    openedOn: dayField({ missing: 'Enter from which day it holds their money' }),
    openingBalance: optionalPoundsField(),
    overdrawn: tickField(),
  })

type Refusal = RefusalOf<typeof openAccount>

const refusalWords: Record<Refusal, string> = {
  'who-holds-it': 'Choose who keeps this account for them',
  'nobody-else-holds-it': 'Nobody else keeps an account of their own, or a card. Choose “Nobody else”',
  'not-open-yet': 'Enter today or an earlier day',
}

const whereItIsWrong: Record<Refusal, string> = {
  'who-holds-it': 'holderId',
  'nobody-else-holds-it': 'holderId',
  'not-open-yet': 'openedOn',
}

type FormProps = { visit: PersonVisit; form: FormState; holders: readonly Organisation[] }

function AccountForm({ visit, form, holders }: FormProps) {
  return (
    <>
      <Problems form={form} />
      <h1>Note an account</h1>
      <p>
        Only an account for this money alone. A personal account is never noted here, and never looked at.
      </p>
      <Form visit={visit}>
        <ChoiceField
          form={form}
          name="kind"
          label="What kind of account is it?"
          items={accountKinds.map((kind) => ({ value: kind, text: accountKindWords[kind] }))}
        />
        <SelectField
          form={form}
          name="holderId"
          label="Who keeps it for them?"
          items={[
            { value: '', text: 'Nobody else' },
            ...holders.map((holder) => ({ value: holder.id, text: holder.name })),
          ]}
        />
        <TextField form={form} name="name" label="What is it to be called?" width={20} />
        <TextField form={form} name="sortCode" label="Sort code (optional)" width={5} inputmode="numeric" />
        <TextField
          form={form}
          name="accountNumber"
          label="Account number (optional)"
          width={10}
          inputmode="numeric"
        />
        <DayField form={form} name="openedOn" label="From which day does it hold their money?" />
        <PoundsField
          form={form}
          name="openingBalance"
          label="What was in it at the start of that day? (optional)"
        />
        <TickField form={form} name="overdrawn" label="It was overdrawn by that much" />
        <Button>Note this account</Button>
      </Form>
    </>
  )
}
