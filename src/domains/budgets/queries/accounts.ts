import { z } from 'zod'
import type { Pence } from '../../../platform/money.ts'
import { query } from '../../../platform/query.ts'
import * as ledger from '../../ledger/index.ts'
import { organisationsById, organisationsOn } from '../../organisations/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { PersonId, filesOfPerson } from '../../people/index.ts'
import type { Account } from '../account.ts'
import { accountsOfPerson } from './budgets.ts'

/** A real account with what is in it and who keeps it. */
export type AccountHeld = Account & { balance: Pence; holder: string | undefined }

export const accountsWithBalances = query({
  name: 'budgets.accounts',
  input: z.object({ personId: PersonId }),
  allow: 'see a budget',
  async read({ database, viewer }, { personId }): Promise<AccountHeld[]> {
    const files = await filesOfPerson(database, viewer, personId)
    const accounts = await accountsOfPerson(database, viewer, files)
    const balances = await ledger.balancesNow(database, viewer, files)
    const holders = await organisationsById(
      database,
      accounts.flatMap((account) => account.holderId ?? []),
    )
    return accounts.map((account) => ({
      ...account,
      balance: ledger.balanceOf(balances, ledger.bankAccount(account.id)),
      holder: account.holderId && holders.get(account.holderId)?.name,
    }))
  },
})

/** Organisations that can keep an account for somebody. */
export const accountHolders = query({
  name: 'budgets.account-holders',
  input: z.object({}),
  allow: 'look after people',
  read: ({ database, today }): Promise<Organisation[]> =>
    organisationsOn(database, today, ['holder', 'agent']),
})
