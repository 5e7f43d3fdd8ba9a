import type { RefusalOf } from '../../../platform/command.ts'
import { showDay } from '../../../platform/day.ts'
import { showMoney } from '../../../platform/money.ts'
import type { Refused } from '../../../platform/outcome.ts'
import { Form, Problems } from '../../../ui/fields.tsx'
import { emptyForm, refused } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, Table } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { accountKindWords, showSortCode } from '../account.ts'
import { AccountId } from '../budget.ts'
import { closeAccount } from '../commands/close-account.ts'
import { accountsWithBalances } from '../queries/accounts.ts'
import type { AccountHeld } from '../queries/accounts.ts'

/** The real accounts that hold their money. Staff note new ones and close empty ones. */
export async function showAccounts(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const accounts = await visit.ask(accountsWithBalances, { personId: visit.person.id })
  const path = pathOf(visit.person)
  const mayChange = visit.actor.permissions.has('look after people')
  const content = {
    title: 'Accounts',
    back: { href: `${path}/budgets`, text: 'Budgets' },
    body: (
      <>
        <Problems form={form} />
        <h1>The accounts that hold {visit.own ? 'your' : 'their'} money</h1>
        {accounts.length === 0 ? (
          <p>No account is noted yet. Money that the NHS arranges needs none.</p>
        ) : (
          <Accounts visit={visit} accounts={accounts} mayChange={mayChange} />
        )}
        {mayChange && <Button href={`${path}/accounts/new`}>Note an account</Button>}
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitCloseAccount(visit: PersonVisit): Promise<Reply> {
  const accountId = AccountId.safeParse(visit.params['accountId'])
  const accounts = await visit.ask(accountsWithBalances, { personId: visit.person.id })
  const account = accounts.find((each) => each.id === accountId.data)
  if (!account) return notFound
  const outcome = await visit.perform(closeAccount, { personId: account.personId, accountId: account.id })
  if (!outcome.ok) return showAccounts(visit, refused(visit.typed, refusalWords(outcome)))
  return seeOther(pathOf(visit.person, '/accounts'))
}

const refusalWords = ({ refusal, facts }: Refused<RefusalOf<typeof closeAccount>>): string =>
  ({
    'no-such-account': 'There is no such account',
    'closed-already': 'This account is closed already',
    'a-line-is-held-in-it': 'A line is still held in this account. Hold it another way first',
    'not-empty': `${facts['left'] ?? ''} is still in this account. Settle it first`,
  })[refusal]

type AccountsProps = { visit: PersonVisit; accounts: readonly AccountHeld[]; mayChange: boolean }

function Accounts({ visit, accounts, mayChange }: AccountsProps) {
  const number = 'numeric' as const
  return (
    <Table
      responsive
      head={[
        'Account',
        'What it is',
        'Number',
        'Since',
        { text: 'In it', format: number },
        mayChange && 'Change',
      ]}
      rows={accounts.map((account) => [
        account.name,
        account.holder
          ? `${accountKindWords[account.kind]}, kept by ${account.holder}`
          : accountKindWords[account.kind],
        account.accountNumber ? `${showSortCode(account.sortCode)} ${account.accountNumber}` : 'Not noted',
        account.closedOn
          ? `${showDay(account.openedOn)}, closed on ${showDay(account.closedOn)}`
          : showDay(account.openedOn),
        { text: showMoney(account.balance), format: number },
        mayChange && { text: account.closedOn ? '' : <Close visit={visit} account={account} /> },
      ])}
    />
  )
}

function Close({ visit, account }: { visit: PersonVisit; account: AccountHeld }) {
  return (
    <Form visit={visit} action={pathOf(visit.person, `/accounts/${account.id}/close`)}>
      <button class="cp-link-button" type="submit">
        Close it<span class="nhsuk-u-visually-hidden"> ({account.name})</span>
      </button>
    </Form>
  )
}
