import { z } from 'zod'
import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import type { Day } from '../../../platform/day.ts'
import { nothing, sum } from '../../../platform/money.ts'
import type { Pence } from '../../../platform/money.ts'
import { query } from '../../../platform/query.ts'
import { visible } from '../../../platform/visibility.ts'
import * as ledger from '../../ledger/index.ts'
import { organisationsById } from '../../organisations/index.ts'
import { PersonId, filesOfPerson } from '../../people/index.ts'
import { BudgetId } from '../budget.ts'
import type { Budget, LineId } from '../budget.ts'
import { budgetsOf } from './budgets.ts'
import { changesOf } from './changes.ts'
import type { Change } from './changes.ts'
import { linesOfBudgets } from './lines.ts'
import type { LineOfBudget } from './lines.ts'

/** One budget as its page shows it, on a day. */
export type BudgetModel = {
  budget: Budget
  payer: string
  lines: readonly BudgetLineModel[]
  totals: LineSums
  /** What they pay towards the council's part on each payday. */
  contribution: Pence | undefined
  changes: readonly Change[]
  /** Days on which more may be used, still to come. */
  toCome: readonly { on: Day; amount: Pence }[]
  /** The budget that follows, with lines of the same plan, where there is one. */
  next: Budget | undefined
}

export type BudgetLineModel = LineOfBudget & { sums: LineSums; shares: readonly FundersShare[] }

export type FundersShare = { funder: string; parts: number }

/** What was promised to a line in all (award and changes), how much may be used by now, and where it went. */
export type LineSums = { promised: Pence; released: Pence; spent: Pence; setAside: Pence; left: Pence }

export const budgetOfPerson = query({
  name: 'budgets.budget',
  input: z.object({ personId: PersonId, budgetId: BudgetId }),
  allow: 'see a budget',
  async read({ database, viewer, today }, { personId, budgetId }): Promise<BudgetModel | undefined> {
    const files = await filesOfPerson(database, viewer, personId)
    return budgetModel(database, viewer, files, { budgetId, on: today })
  },
})

export async function budgetModel(
  database: Database,
  viewer: Viewer,
  files: readonly PersonId[],
  { budgetId, on }: { budgetId: BudgetId; on: Day },
): Promise<BudgetModel | undefined> {
  const budgets = await budgetsOf(database, viewer, files)
  const budget = budgets.find((each) => each.id === budgetId)
  if (!budget) return undefined
  const all = await linesOfBudgets(database, viewer, files, on)
  const lines = all.filter((line) => line.budgetId === budgetId)
  const balances = await ledger.balancesNow(database, viewer, files)
  const shares = await sharesOf(database, viewer, files, budgetId)
  const payers = await organisationsById(database, [budget.payerId])
  const shown = lines.map((line) => ({
    ...line,
    sums: sumsOf(line, ledger.lineMoney(balances, line.id), on),
    shares: shares.get(line.id) ?? [],
  }))
  const planLines = new Set(lines.map((line) => line.planLineId))
  return {
    budget,
    payer: payers.get(budget.payerId)?.name ?? '',
    lines: shown,
    totals: totalsOf(shown.map((line) => line.sums)),
    contribution: await contributionOf(database, viewer, files, budgetId),
    changes: await changesOf(database, viewer, files, budgetId),
    toCome: toComeAfter(lines, on),
    next: budgets.findLast(
      (each) =>
        each.days.from >= budget.days.until &&
        each.ended === undefined &&
        all.some((line) => line.budgetId === each.id && planLines.has(line.planLineId)),
    ),
  }
}

function sumsOf(line: LineOfBudget, money: ledger.LineMoney, on: Day): LineSums {
  const due = line.releases.filter((release) => release.releaseOn <= on)
  return {
    promised: sum([money.available, money.committed, money.spent, money.overPlan]),
    released: sum(due.map((release) => release.amount)),
    spent: money.spent,
    setAside: money.committed,
    left: money.available,
  }
}

const totalsOf = (sums: readonly LineSums[]): LineSums => ({
  promised: sum(sums.map((each) => each.promised)),
  released: sum(sums.map((each) => each.released)),
  spent: sum(sums.map((each) => each.spent)),
  setAside: sum(sums.map((each) => each.setAside)),
  left: sum(sums.map((each) => each.left)),
})

function toComeAfter(lines: readonly LineOfBudget[], on: Day) {
  const byDay = new Map<Day, Pence>()
  for (const { releaseOn, amount } of lines.flatMap((line) => line.releases)) {
    if (releaseOn > on) byDay.set(releaseOn, sum([byDay.get(releaseOn) ?? nothing, amount]))
  }
  return [...byDay]
    .map(([day, amount]) => ({ on: day, amount }))
    .filter((each) => each.amount !== 0n)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

async function sharesOf(
  database: Database,
  viewer: Viewer,
  files: readonly PersonId[],
  budgetId: BudgetId,
): Promise<Map<LineId, FundersShare[]>> {
  const rows = await database
    .selectFrom('budgets.funding as funding')
    .innerJoin('budgets.line as line', (join) =>
      join.onRef('line.person_id', '=', 'funding.person_id').onRef('line.id', '=', 'funding.line_id'),
    )
    .innerJoin('organisations.organisation as funder', 'funder.id', 'funding.funder_id')
    .select(['funding.line_id', 'funder.short_name', 'funding.parts'])
    .where('funding.person_id', 'in', files)
    .where('line.budget_id', '=', budgetId)
    .where('funding.until_on', 'is', null)
    .where(visible(viewer, 'funding.person_id'))
    .orderBy('funding.id')
    .execute()
  const shares = new Map<LineId, FundersShare[]>()
  for (const { line_id, short_name, parts } of rows) {
    shares.set(line_id, [...(shares.get(line_id) ?? []), { funder: short_name, parts }])
  }
  return shares
}

async function contributionOf(
  database: Database,
  viewer: Viewer,
  files: readonly PersonId[],
  budgetId: BudgetId,
): Promise<Pence | undefined> {
  const row = await database
    .selectFrom('budgets.contribution as contribution')
    .select('contribution.amount')
    .where('contribution.person_id', 'in', files)
    .where('contribution.budget_id', '=', budgetId)
    .where('contribution.until_on', 'is', null)
    .where(visible(viewer, 'contribution.person_id'))
    .executeTakeFirst()
  return row?.amount
}
