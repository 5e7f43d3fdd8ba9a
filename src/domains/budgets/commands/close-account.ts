import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { showMoney } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import * as ledger from '../../ledger/index.ts'
import { PersonId } from '../../people/index.ts'
import { AccountId } from '../budget.ts'

/** Closes an account that is empty and that no line is held in. */
export const closeAccount = command({
  name: 'budgets.close-account',
  input: z.object({ personId: PersonId, accountId: AccountId }),
  allow: 'look after people',
  async run({ tx, today }, { personId, accountId }) {
    const account = await tx
      .selectFrom('budgets.account')
      .select(['name', 'closed_on'])
      .where('person_id', '=', personId)
      .where('id', '=', accountId)
      .forUpdate()
      .executeTakeFirst()
    if (!account) return refuse('no-such-account')
    if (account.closed_on) return refuse('closed-already')
    const held = await tx
      .selectFrom('budgets.holding')
      .select('id')
      .where('person_id', '=', personId)
      .where('account_id', '=', accountId)
      .where('until_on', 'is', null)
      .executeTakeFirst()
    if (held) return refuse('a-line-is-held-in-it')
    const left = ledger.balanceOf(await ledger.lockPurse(tx, personId), ledger.bankAccount(accountId))
    if (left !== 0n) return refuse('not-empty', { left: showMoney(left) })
    await tx
      .updateTable('budgets.account')
      .set({ closed_on: today })
      .where('person_id', '=', personId)
      .where('id', '=', accountId)
      .execute()
    return done({ name: account.name })
  },
  says: ({ name }) => `Closed the account “${name}”`,
})
