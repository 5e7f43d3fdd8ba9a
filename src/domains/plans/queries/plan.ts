import { sql } from 'kysely'
import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import { visible } from '../../../platform/visibility.ts'
import type { PersonId } from '../../people/index.ts'
import type { Plan, PlanLine } from '../plan.ts'

/** The plan that runs now; undefined where there is none. */
export async function findPlan(
  database: Database,
  viewer: Viewer,
  files: readonly PersonId[],
): Promise<Plan | undefined> {
  const plan = await database
    .selectFrom('plans.plan as plan')
    .select(['plan.id', 'plan.person_id as personId', 'plan.agreed_on as agreedOn', 'plan.review_on'])
    .where('plan.person_id', 'in', files)
    .where('plan.ended_on', 'is', null)
    .where(visible(viewer, 'plan.person_id'))
    .orderBy('plan.agreed_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!plan) return undefined
  const [lines, unpaidSupport] = await Promise.all([
    linesOf(database, viewer, files, plan.id),
    unpaidSupportOf(database, viewer, files, plan.id),
  ])
  const { review_on, ...rest } = plan
  return { ...rest, reviewOn: review_on ?? undefined, lines, unpaidSupport }
}

async function linesOf(
  database: Database,
  viewer: Viewer,
  files: readonly PersonId[],
  planId: Plan['id'],
): Promise<PlanLine[]> {
  const rows = await database
    .selectFrom('plans.plan_line as line')
    .select([
      'line.id',
      'line.plan_id as planId',
      'line.name',
      'line.what_for as whatFor',
      'line.outcome',
      'line.amount',
      'line.per',
      'line.extra_per_bank_holiday as extraPerBankHoliday',
      'line.kept_for as keptFor',
      usualPayees.as('usualPayees'),
    ])
    .where('line.person_id', 'in', files)
    .where('line.plan_id', '=', planId)
    .where('line.ended_on', 'is', null)
    .where(visible(viewer, 'line.person_id'))
    .orderBy('line.place')
    .execute()
  return rows.map(({ amount, per, extraPerBankHoliday, keptFor, ...line }) => ({
    ...line,
    price: { amount, per, extraPerBankHoliday },
    keptFor: keptFor ?? undefined,
  }))
}

async function unpaidSupportOf(
  database: Database,
  viewer: Viewer,
  files: readonly PersonId[],
  planId: Plan['id'],
) {
  return database
    .selectFrom('plans.unpaid_support as support')
    .select(['support.id', 'support.who', 'support.what'])
    .where('support.person_id', 'in', files)
    .where('support.plan_id', '=', planId)
    .where('support.ended_on', 'is', null)
    .where(visible(viewer, 'support.person_id'))
    .orderBy('support.id')
    .execute()
}

const usualPayees = sql<string[]>`array(
  select payee.name from plans.usual_payee usual
  join plans.payee payee on payee.person_id = usual.person_id and payee.id = usual.payee_id
  where usual.person_id = line.person_id and usual.plan_line_id = line.id order by payee.name)`
