import { addDays, monthAround } from '../../../platform/day.ts'
import type { Day } from '../../../platform/day.ts'
import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import { sum } from '../../../platform/money.ts'
import type { Pence } from '../../../platform/money.ts'
import * as ledger from '../../ledger/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { Account } from '../account.ts'
import { yoursToUse } from '../yours-to-use.ts'
import type { ToUse } from '../yours-to-use.ts'
import { accountsOfPerson } from './budgets.ts'
import { linesOfBudgets } from './lines.ts'
import type { LineOfBudget } from './lines.ts'

/** A person's money at the end of a day: what is where, what it is for, what is theirs to use. */
export type MoneyOn = {
  on: Day
  accounts: readonly (Account & { balance: Pence })[]
  /** In all their accounts together. */
  inAccounts: Pence
  /** Money that came in and that nobody can explain yet. */
  unexplainedIn: Pence
  /** Sent to them, and not seen on a statement yet. */
  onItsWay: Pence
  lines: readonly LineOfBudget[]
  money: ReadonlyMap<LineOfBudget['id'], ledger.LineMoney>
  toUse: ToUse
}

export async function moneyOn(
  database: Database,
  viewer: Viewer,
  files: readonly PersonId[],
  on: Day,
): Promise<MoneyOn> {
  const month = { from: monthAround(on).from, until: addDays(on, 1) }
  const accounts = await accountsOfPerson(database, viewer, files)
  const lines = await linesOfBudgets(database, viewer, files, on)
  const balances = await ledger.balancesOn(database, viewer, files, on)
  const changes = await ledger.changesIn(database, viewer, files, month)
  const money = new Map(lines.map((line) => [line.id, ledger.lineMoney(balances, line.id)]))
  const facts = lines.map((line) => ({
    lineId: line.id,
    name: line.name,
    keptFor: line.keptFor,
    releases: line.releases,
    money: ledger.lineMoney(balances, line.id),
    spentThisMonth: ledger.balanceOf(changes, ledger.spent(line.id)),
  }))
  const unsettled = {
    unexplained: ledger.balanceOf(balances, ledger.unknownOut),
    owedBack: ledger.balanceOf(balances, ledger.owedByPerson),
  }
  const held = accounts
    .map((account) => ({ ...account, balance: ledger.balanceOf(balances, ledger.bankAccount(account.id)) }))
    .filter((account) => account.openedOn <= on && (account.closedOn === undefined || account.balance !== 0n))
  return {
    on,
    accounts: held,
    inAccounts: sum(held.map((account) => account.balance)),
    unexplainedIn: -ledger.balanceOf(balances, ledger.unknownIn) as Pence,
    onItsWay: ledger.balanceOf(balances, ledger.inTransit),
    lines,
    money,
    toUse: yoursToUse(facts, unsettled, on),
  }
}
