import type { CommandContext } from '../../platform/command.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'
import { nothing } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import * as ledger from '../ledger/index.ts'
import type { PersonId } from '../people/index.ts'
import type { BudgetId, LineId } from './budget.ts'
import type { ChangeKind, Changed } from './change.ts'
import { linesOfBudgets } from './queries/lines.ts'
import type { LineOfBudget } from './queries/lines.ts'
import { saveReleases } from './store.ts'

/** A running budget, its lines and their money, locked: nothing of it changes until the transaction ends. */
export type LockedBudget = {
  id: BudgetId
  startsOn: Day
  untilOn: Day
  lines: readonly LockedLine[]
}

export type LockedLine = LineOfBudget & {
  money: ledger.LineMoney
  shares: readonly { funderId: Id<'organisation'>; parts: number }[]
}

/** Locks the budget, then the purse. Undefined where there is no such budget, or it has ended. */
export async function lockBudget(
  { tx, actor, today }: CommandContext,
  personId: PersonId,
  budgetId: BudgetId,
): Promise<LockedBudget | undefined> {
  const budget = await tx
    .selectFrom('budgets.budget')
    .select(['id', 'starts_on', 'until_on'])
    .where('person_id', '=', personId)
    .where('id', '=', budgetId)
    .where('ended_on', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!budget) return undefined
  const balances = await ledger.lockPurse(tx, personId)
  const lines = (await linesOfBudgets(tx, actor, [personId], today)).filter(
    (line) => line.budgetId === budgetId,
  )
  const funding = await tx
    .selectFrom('budgets.funding')
    .select(['line_id', 'funder_id', 'parts'])
    .where('person_id', '=', personId)
    .where(
      'line_id',
      'in',
      lines.map((line) => line.id),
    )
    .where('until_on', 'is', null)
    .orderBy('id')
    .execute()
  return {
    id: budget.id,
    startsOn: budget.starts_on,
    untilOn: budget.until_on,
    lines: lines.map((line) => ({
      ...line,
      money: ledger.lineMoney(balances, line.id),
      shares: funding
        .filter((share) => share.line_id === line.id)
        .map((share) => ({ funderId: share.funder_id, parts: share.parts })),
    })),
  }
}

export type NewChange = {
  personId: PersonId
  budgetId: BudgetId
  kind: ChangeKind
  amount?: Pence
  reason: string
  toldOn: Day
  effectiveOn: Day
  /** The sentence in the ledger. */
  why: string
}

/** Keeps a change: what was decided, when money may be used now, and the books. */
export async function saveChange(
  { tx, now, actor, entryId }: CommandContext,
  change: NewChange,
  { transfers, releases }: Changed,
): Promise<void> {
  await tx
    .insertInto('budgets.change')
    .values({
      person_id: change.personId,
      id: newId(),
      budget_id: change.budgetId,
      kind: change.kind,
      amount: change.amount ?? nothing,
      reason: change.reason,
      told_on: change.toldOn,
      effective_on: change.effectiveOn,
      decided_by: actor.userId,
    })
    .execute()
  await saveReleases(tx, change.personId, releases)
  await ledger.post({ tx, now }, [
    {
      personId: change.personId,
      event: change.kind,
      subjectId: entryId,
      occurredOn: change.effectiveOn,
      why: change.why,
      transfers,
    },
  ])
}

export const lineOf = (budget: LockedBudget, lineId: LineId): LockedLine | undefined =>
  budget.lines.find((line) => line.id === lineId)
