import { sql } from 'kysely'
import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import type { Day } from '../../../platform/day.ts'
import type { Pence } from '../../../platform/money.ts'
import { visible } from '../../../platform/visibility.ts'
import type { PersonId } from '../../people/index.ts'
import type { KeptFor, PlanLineId } from '../../plans/index.ts'
import type { AccountId, BudgetId, LineId } from '../budget.ts'
import type { Employer, Way } from '../holding.ts'

type Handle = Pick<Database, 'selectFrom'>

/** A budget's line with what the plan says of it and how it is held. */
export type LineOfBudget = {
  id: LineId
  personId: PersonId
  budgetId: BudgetId
  planLineId: PlanLineId
  name: string
  whatFor: string
  outcome: string
  keptFor: KeptFor | undefined
  awarded: Pence
  working: string
  held: { way: Way; accountId: AccountId | undefined; employer: Employer }
  releases: readonly { releaseOn: Day; amount: Pence; why: string }[]
}

/**
 * Every line of every budget of these files, in the plan's order, the newest budget first; each as it is held on the
 * day (before its budget starts, as it will be held first).
 */
export async function linesOfBudgets(
  database: Handle,
  viewer: Viewer,
  files: readonly PersonId[],
  on: Day,
): Promise<LineOfBudget[]> {
  const rows = await database
    .selectFrom('budgets.line as line')
    .innerJoin('budgets.budget as budget', (join) =>
      join.onRef('budget.person_id', '=', 'line.person_id').onRef('budget.id', '=', 'line.budget_id'),
    )
    .innerJoin('plans.plan_line as plan_line', (join) =>
      join
        .onRef('plan_line.person_id', '=', 'line.person_id')
        .onRef('plan_line.id', '=', 'line.plan_line_id'),
    )
    .innerJoinLateral(
      (of) =>
        of
          .selectFrom('budgets.holding as held')
          .select(['held.way', 'held.account_id', 'held.employer'])
          .whereRef('held.person_id', '=', 'line.person_id')
          .whereRef('held.line_id', '=', 'line.id')
          .orderBy(sql`held.from_on > ${on}`)
          .orderBy(sql`abs(held.from_on - ${on}::date)`)
          .limit(1)
          .as('holding'),
      (join) => join.onTrue(),
    )
    .select([
      'line.id',
      'line.person_id as personId',
      'line.budget_id as budgetId',
      'line.plan_line_id as planLineId',
      'line.awarded',
      'line.working',
      'plan_line.name',
      'plan_line.what_for as whatFor',
      'plan_line.outcome',
      'plan_line.kept_for',
      'holding.way',
      'holding.account_id',
      'holding.employer',
      releasesOfLine.as('releases'),
    ])
    .where('line.person_id', 'in', files)
    .where(visible(viewer, 'line.person_id'))
    .orderBy('budget.starts_on', 'desc')
    .orderBy('budget.id', 'desc')
    .orderBy('plan_line.place')
    .execute()
  return rows.map(({ kept_for, way, account_id, employer, releases, ...line }) => ({
    ...line,
    keptFor: kept_for ?? undefined,
    held: { way, accountId: account_id ?? undefined, employer },
    releases: releases.map((each) => ({
      releaseOn: each.on,
      amount: BigInt(each.amount) as Pence,
      why: each.why,
    })),
  }))
}

/** Amounts travel as text: JSON numbers are not money. */
const releasesOfLine = sql<{ on: Day; amount: string; why: string }[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('on', released.release_on, 'amount', released.amount::text,
                                               'why', released.why) order by released.release_on, released.id), '[]')
  from budgets.release released where released.person_id = line.person_id and released.line_id = line.id)`
