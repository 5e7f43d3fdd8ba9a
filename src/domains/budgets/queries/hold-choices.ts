import { z } from 'zod'
import { query } from '../../../platform/query.ts'
import { PersonId, filesOfPerson } from '../../people/index.ts'
import { LineId } from '../budget.ts'
import type { Budget } from '../budget.ts'
import { holdingOptions } from '../holding.ts'
import type { HoldingOption } from '../holding.ts'
import { accountsOfPerson, budgetsOf } from './budgets.ts'
import { linesOfBudgets } from './lines.ts'
import type { LineOfBudget } from './lines.ts'

/** A line, how it is held, and how else it can be held. */
export type HoldChoices = { line: LineOfBudget; budget: Budget; options: readonly HoldingOption[] }

export const holdChoices = query({
  name: 'budgets.hold-choices',
  input: z.object({ personId: PersonId, lineId: LineId }),
  allow: 'see a budget',
  async read({ database, viewer, today }, { personId, lineId }): Promise<HoldChoices | undefined> {
    const files = await filesOfPerson(database, viewer, personId)
    const lines = await linesOfBudgets(database, viewer, files, today)
    const line = lines.find((each) => each.id === lineId)
    const budget = (await budgetsOf(database, viewer, files)).find((each) => each.id === line?.budgetId)
    if (!line || !budget) return undefined
    const accounts = await accountsOfPerson(database, viewer, files)
    const { way, accountId, employer } = line.held
    const options = holdingOptions(accounts.filter((account) => account.closedOn === undefined)).filter(
      ({ choice }) => choice.way !== way || choice.accountId !== accountId || choice.employer !== employer,
    )
    return { line, budget, options }
  },
})
