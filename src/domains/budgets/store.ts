import type { Tx } from '../../platform/database.ts'
import type { Day, Days } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import type { Pence } from '../../platform/money.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { PersonId } from '../people/index.ts'
import type { PlanId, PlanLineId } from '../plans/index.ts'
import type { Account } from './account.ts'
import type { AccountId, BudgetId, LineId } from './budget.ts'
import type { Basis } from './funding.ts'
import type { HoldingChoice } from './holding.ts'
import type { PaidEvery } from './release.ts'

/** Whether one of these plan lines has money of another budget on one of these days. */
export async function isBudgetedThen(
  tx: Tx,
  personId: PersonId,
  planLineIds: readonly PlanLineId[],
  days: Days,
): Promise<boolean> {
  const found = await tx
    .selectFrom('budgets.line as line')
    .innerJoin('budgets.budget as budget', (join) =>
      join.onRef('budget.person_id', '=', 'line.person_id').onRef('budget.id', '=', 'line.budget_id'),
    )
    .select('line.id')
    .where('line.person_id', '=', personId)
    .where('line.plan_line_id', 'in', planLineIds)
    .where('budget.starts_on', '<', days.until)
    .where('budget.until_on', '>', days.from)
    .where((where) =>
      where.or([where('budget.ended_on', 'is', null), where('budget.ended_on', '>', days.from)]),
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export async function accountsOf(tx: Tx, personId: PersonId): Promise<Account[]> {
  const rows = await tx
    .selectFrom('budgets.account')
    .select(['id', 'kind', 'name', 'holder_id', 'sort_code', 'account_number', 'opened_on', 'closed_on'])
    .where('person_id', '=', personId)
    .where('closed_on', 'is', null)
    .orderBy('opened_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId,
    kind: row.kind,
    name: row.name,
    holderId: row.holder_id ?? undefined,
    sortCode: row.sort_code ?? undefined,
    accountNumber: row.account_number ?? undefined,
    openedOn: row.opened_on,
    closedOn: row.closed_on ?? undefined,
  }))
}

type NewBudget = {
  personId: PersonId
  id: BudgetId
  planId: PlanId
  from: Day
  until: Day
  basis: Basis
  payerId: OrganisationId
  paidEvery: PaidEvery
  costCode: string | undefined
  contribution?: Pence | undefined
}

export async function saveBudget(tx: Tx, budget: NewBudget): Promise<void> {
  await tx
    .insertInto('budgets.budget')
    .values({
      person_id: budget.personId,
      id: budget.id,
      plan_id: budget.planId,
      starts_on: budget.from,
      until_on: budget.until,
      basis: budget.basis,
      payer_id: budget.payerId,
      paid_every: budget.paidEvery,
      cost_code: budget.costCode ?? null,
    })
    .execute()
  if (budget.contribution === undefined) return
  await tx
    .insertInto('budgets.contribution')
    .values({
      person_id: budget.personId,
      id: newId(),
      budget_id: budget.id,
      amount: budget.contribution,
      from_on: budget.from,
    })
    .execute()
}

type NewLine = {
  lineId: LineId
  budgetId: BudgetId
  planLineId: PlanLineId
  awarded: Pence
  working: string
  shares: readonly { funderId: OrganisationId; parts: number }[]
  held: HoldingChoice
  from: Day
}

export async function saveLines(tx: Tx, personId: PersonId, lines: readonly NewLine[]): Promise<void> {
  await tx
    .insertInto('budgets.line')
    .values(
      lines.map((line) => ({
        person_id: personId,
        id: line.lineId,
        budget_id: line.budgetId,
        plan_line_id: line.planLineId,
        awarded: line.awarded,
        working: line.working,
      })),
    )
    .execute()
  await tx
    .insertInto('budgets.funding')
    .values(
      lines.flatMap((line) =>
        line.shares.map((share) => ({
          person_id: personId,
          id: newId<'funding'>(),
          line_id: line.lineId,
          funder_id: share.funderId,
          parts: share.parts,
          from_on: line.from,
        })),
      ),
    )
    .execute()
  for (const line of lines) await saveHolding(tx, personId, line.lineId, line.held, line.from)
}

export async function saveHolding(
  tx: Tx,
  personId: PersonId,
  lineId: LineId,
  held: HoldingChoice,
  from: Day,
): Promise<void> {
  await tx
    .insertInto('budgets.holding')
    .values({
      person_id: personId,
      id: newId(),
      line_id: lineId,
      way: held.way,
      account_id: held.accountId ?? null,
      employer: held.employer,
      from_on: from,
    })
    .execute()
}

export type NewRelease = {
  lineId: LineId
  releaseOn: Day
  amount: Pence
  why: 'start' | 'instalment' | 'one-off' | 'more' | 'less' | 'taken-back' | 'ended' | 'carried-over'
}

export async function saveReleases(
  tx: Tx,
  personId: PersonId,
  releases: readonly NewRelease[],
): Promise<void> {
  if (releases.length === 0) return
  await tx
    .insertInto('budgets.release')
    .values(
      releases.map((release) => ({
        person_id: personId,
        id: newId<'release'>(),
        line_id: release.lineId,
        release_on: release.releaseOn,
        amount: release.amount,
        why: release.why,
      })),
    )
    .execute()
}

/** Whether this bank's references were seen to stay the same when a statement was fetched again. */
export async function areReferencesStable(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
): Promise<boolean> {
  const account = await tx
    .selectFrom('budgets.account')
    .select('references_stable')
    .where('person_id', '=', personId)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return account?.references_stable ?? false
}

export async function noteReferencesStable(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  stable: boolean,
): Promise<void> {
  await tx
    .updateTable('budgets.account')
    .set({ references_stable: stable })
    .where('person_id', '=', personId)
    .where('id', '=', accountId)
    .where('references_stable', 'is distinct from', stable)
    .execute()
}
