import { z } from 'zod'
import { addDays } from '../../../platform/day.ts'
import type { Days } from '../../../platform/day.ts'
import { daySchema } from '../../../platform/input.ts'
import { negative, sum } from '../../../platform/money.ts'
import type { Pence } from '../../../platform/money.ts'
import { query } from '../../../platform/query.ts'
import * as ledger from '../../ledger/index.ts'
import { PersonId, filesOfPerson } from '../../people/index.ts'
import { nameOfPeriod } from '../budget.ts'
import { accountsOfPerson, budgetsOf } from './budgets.ts'
import { linesOfBudgets } from './lines.ts'

/** A person's money over some days: you were given, you set aside, you spent, you have. */
export type StatementOfAccount = {
  days: Days
  lines: readonly LineStatement[]
  accounts: readonly AccountStatement[]
  /** At the end: out and in that nobody can explain yet, and what they owe back. */
  unsettled: { unexplainedOut: Pence; unexplainedIn: Pence; owedBack: Pence; onItsWay: Pence }
}

/**
 * One line over the days. `before` + `given` − `givenBack` − `spent` = `left`, of which `setAside` is spoken for.
 * `spent` counts what was spent beyond the line too, so `left` is below nothing where more was spent than promised.
 */
export type LineStatement = {
  name: string
  period: string
  before: Pence
  given: Pence
  givenBack: Pence
  spent: Pence
  left: Pence
  setAside: Pence
}

export type AccountStatement = { name: string; before: Pence; in: Pence; out: Pence; after: Pence }

export const statementOfAccount = query({
  name: 'budgets.statement-of-account',
  input: z.object({ personId: PersonId, from: daySchema, until: daySchema }),
  allow: 'see a budget',
  async read({ database, viewer }, { personId, from, until }): Promise<StatementOfAccount> {
    const files = await filesOfPerson(database, viewer, personId)
    const days = { from, until }
    const lines = await linesOfBudgets(database, viewer, files, from)
    const periods = new Map(
      (await budgetsOf(database, viewer, files)).map((budget) => [budget.id, nameOfPeriod(budget.days)]),
    )
    const before = await ledger.balancesOn(database, viewer, files, addDays(from, -1))
    const after = await ledger.balancesOn(database, viewer, files, addDays(until, -1))
    const flows = await ledger.flowsIn(database, viewer, files, days)
    const accounts = await accountsOfPerson(database, viewer, files)
    return {
      days,
      lines: lines
        .map((line) => ({
          name: line.name,
          period: periods.get(line.budgetId) ?? '',
          ...lineOver(line.id, { before, after, flows }),
        }))
        .filter(({ before: had, given, left, spent }) =>
          [had, given, left, spent].some((amount) => amount !== 0n),
        ),
      accounts: accounts
        .filter((account) => account.openedOn < until && (account.closedOn ?? from) >= from)
        .map((account) => {
          const code = ledger.bankAccount(account.id)
          const flow = flows.get(code) ?? ledger.noFlow
          const had = ledger.balanceOf(before, code)
          return {
            name: account.name,
            before: had,
            in: flow.in,
            out: flow.out,
            after: ledger.balanceOf(after, code),
          }
        }),
      unsettled: {
        unexplainedOut: ledger.balanceOf(after, ledger.unknownOut),
        unexplainedIn: negative(ledger.balanceOf(after, ledger.unknownIn)),
        owedBack: ledger.balanceOf(after, ledger.owedByPerson),
        onItsWay: ledger.balanceOf(after, ledger.inTransit),
      },
    }
  },
})

type Books = { before: ledger.Balances; after: ledger.Balances; flows: ledger.Flows }

function lineOver(lineId: Parameters<typeof ledger.available>[0], { before, after, flows }: Books) {
  const had = leftOf(ledger.lineMoney(before, lineId))
  const money = ledger.lineMoney(after, lineId)
  const left = leftOf(money)
  const spentBefore = ledger.lineMoney(before, lineId).spent
  const spent = sum([money.spent, negative(spentBefore)])
  const returned = flows.get(ledger.returned(lineId)) ?? ledger.noFlow
  const givenBack = sum([returned.in, negative(returned.out)])
  return {
    before: had,
    given: sum([left, negative(had), spent, givenBack]),
    givenBack,
    spent,
    left,
    setAside: money.committed,
  }
}

/** What was promised and neither spent nor given back; what was spent beyond the line stands in `overPlan`, below nothing. */
const leftOf = ({ available, committed, overPlan }: ledger.LineMoney): Pence =>
  sum([available, committed, overPlan])
