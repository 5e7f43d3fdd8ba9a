import { command } from '../../../platform/command.ts'
import { newId } from '../../../platform/id.ts'
import { absolute } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import * as ledger from '../../ledger/index.ts'
import { PersonId, giveAccess } from '../../people/index.ts'
import { accountDetails } from '../account.ts'
import { AccountId } from '../budget.ts'

/** Notes a real account that holds (or will hold) this person's money, with what is in it already. */
export const openAccount = command({
  name: 'budgets.open-account',
  input: accountDetails.extend({ personId: PersonId, newAccountId: AccountId.optional() }),
  allow: 'look after people',
  async run({ tx, now, today }, input) {
    const { personId } = input
    const heldForThem = input.kind === 'managed' || input.kind === 'third-party'
    if (heldForThem !== (input.holderId !== undefined))
      return refuse(heldForThem ? 'who-holds-it' : 'nobody-else-holds-it')
    if (input.openedOn > today) return refuse('not-open-yet')
    const accountId = input.newAccountId ?? newId<'account'>()
    await tx
      .insertInto('budgets.account')
      .values({
        person_id: personId,
        id: accountId,
        kind: input.kind,
        name: input.name,
        holder_id: input.holderId ?? null,
        sort_code: input.sortCode ?? null,
        account_number: input.accountNumber ?? null,
        opened_on: input.openedOn,
      })
      .execute()
    if (input.holderId) {
      const from = input.openedOn
      await giveAccess(tx, { personId, granteeId: input.holderId, reason: 'holds their money', from })
    }
    if (input.openingBalance !== 0n) {
      const account = ledger.bankAccount(accountId)
      const amount = absolute(input.openingBalance)
      const inCredit = input.openingBalance > 0n
      const [from, to] = inCredit ? [ledger.opening, account] : [account, ledger.opening]
      await ledger.post({ tx, now }, [
        {
          personId,
          event: 'opening-balance',
          subjectId: accountId,
          occurredOn: input.openedOn,
          why: 'In the account when we began',
          transfers: ledger.move(from, to, amount),
        },
      ])
    }
    return done({ accountId })
  },
  says: (_value, { name }) => `Noted the account “${name}”`,
})
