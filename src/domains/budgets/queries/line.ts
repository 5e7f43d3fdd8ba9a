import { z } from 'zod'
import { query } from '../../../platform/query.ts'
import { organisationsById } from '../../organisations/index.ts'
import { PersonId, filesOfPerson } from '../../people/index.ts'
import type { Account } from '../account.ts'
import { LineId } from '../budget.ts'
import type { LineToUse } from '../yours-to-use.ts'
import type { LineOfBudget } from './lines.ts'
import { moneyOn } from './money-on.ts'

/** One line, as a page about it shows it. */
export type LineModel = {
  line: LineOfBudget
  use: LineToUse
  account: Account | undefined
  holder: string | undefined
}

export const lineOfPerson = query({
  name: 'budgets.line',
  input: z.object({ personId: PersonId, lineId: LineId }),
  allow: 'see a budget',
  async read({ database, viewer, today }, { personId, lineId }): Promise<LineModel | undefined> {
    const files = await filesOfPerson(database, viewer, personId)
    const money = await moneyOn(database, viewer, files, today)
    const line = money.lines.find((each) => each.id === lineId)
    const use = money.toUse.lines.find((each) => each.lineId === lineId)
    if (!line || !use) return undefined
    const account = money.accounts.find((each) => each.id === line.held.accountId)
    const holders = account?.holderId ? await organisationsById(database, [account.holderId]) : new Map()
    return { line, use, account, holder: account?.holderId && holders.get(account.holderId)?.name }
  },
})
