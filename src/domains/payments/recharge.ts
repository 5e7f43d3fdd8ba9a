import { sql } from 'kysely'
import type { CommandContext } from '../../platform/command.ts'
import type { Day } from '../../platform/day.ts'
import { groupBy } from '../../platform/group.ts'
import { newId } from '../../platform/id.ts'
import { minus, nothing, pence } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import { fundersParts } from '../budgets/index.ts'
import type { BudgetId } from '../budgets/index.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { PersonId } from '../people/index.ts'

type Paid = { personId: PersonId; budgetId: string; dueOn: Day; accountId: string | null }

type LineCost = {
  personId: PersonId
  budgetId: BudgetId
  dueOn: Day
  /** Released up to this payday. */
  cost: Pence
  shares: { funderId: OrganisationId; parts: number }[]
}

/**
 * Notes what each other funder owes the payer once paydays were paid: its part of everything released so far, less
 * what was noted before. Worked out from the whole each time, it never drifts; the person's own contribution lowers
 * the council's part alone, so the NHS's share is of the gross (domain.md 9A.2).
 */
export async function noteRecharges(
  context: CommandContext,
  payerId: OrganisationId,
  payments: readonly Paid[],
): Promise<void> {
  const instalments = payments.filter((payment) => payment.accountId !== null)
  if (instalments.length === 0) return
  const costs = await costsUpTo(context, instalments)
  const noted = await notedBefore(context, instalments)
  const owed = [
    ...groupBy(costs, (cost) => `${cost.personId} ${cost.budgetId} ${cost.dueOn}`).values(),
  ].flatMap((lines) => owedFor(lines, payerId, noted))
  if (owed.length === 0) return
  await context.tx
    .insertInto('payments.recharge')
    .values(
      owed.map((row) => ({
        person_id: row.personId,
        id: newId<'recharge'>(),
        budget_id: row.budgetId,
        payer_id: payerId,
        funder_id: row.funderId,
        due_on: row.dueOn,
        amount: row.amount,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .constraint('recharged_once')
        .doUpdateSet({ amount: sql`payments.recharge.amount + excluded.amount` })
        .where('payments.recharge.claimed', 'is', null),
    )
    .execute()
}

async function costsUpTo({ tx }: CommandContext, payments: readonly Paid[]): Promise<LineCost[]> {
  const answer = await sql<LineCost>`
    select line.person_id as "personId", line.budget_id as "budgetId", paid.due_on as "dueOn",
           sum(release.amount)::bigint as cost,
           (select jsonb_agg(jsonb_build_object('funderId', funding.funder_id, 'parts', funding.parts) order by funding.id)
            from budgets.funding funding
            where funding.person_id = line.person_id and funding.line_id = line.id
              and funding.from_on <= paid.due_on and (funding.until_on is null or funding.until_on > paid.due_on)) as shares
    from (select distinct * from unnest(
            ${payments.map((payment) => payment.personId)}::uuid[],
            ${payments.map((payment) => payment.budgetId)}::uuid[],
            ${payments.map((payment) => payment.dueOn)}::date[]) as p (person_id, budget_id, due_on)) paid
    join budgets.line line on line.person_id = paid.person_id and line.budget_id = paid.budget_id
    join budgets.release release on release.person_id = line.person_id and release.line_id = line.id
     and release.why <> 'carried-over' and release.release_on <= paid.due_on
    group by line.person_id, line.budget_id, line.id, paid.due_on
    order by line.person_id, line.budget_id, paid.due_on, line.id`.execute(tx)
  return answer.rows
}

/** By budget and funder. */
type Noted = ReadonlyMap<string, Pence>

async function notedBefore({ tx }: CommandContext, payments: readonly Paid[]): Promise<Noted> {
  const answer = await sql<{ budgetId: string; funderId: string; amount: bigint }>`
    select budget_id as "budgetId", funder_id as "funderId", sum(amount)::bigint as amount
    from payments.recharge
    where (person_id, budget_id) in (select * from unnest(
      ${payments.map((payment) => payment.personId)}::uuid[], ${payments.map((payment) => payment.budgetId)}::uuid[]))
    group by 1, 2`.execute(tx)
  return new Map(answer.rows.map((row) => [`${row.budgetId} ${row.funderId}`, pence(row.amount)]))
}

function owedFor(lines: readonly LineCost[], payerId: OrganisationId, noted: Noted) {
  const [first] = lines
  if (!first) return []
  const { personId, budgetId, dueOn } = first
  return [...fundersParts(lines.map(({ cost, shares }) => ({ cost, shares })))].flatMap(
    ([funderId, whole]) => {
      const amount = minus(whole, noted.get(`${budgetId} ${funderId}`) ?? nothing)
      return funderId === payerId || amount <= 0n ? [] : [{ personId, budgetId, dueOn, funderId, amount }]
    },
  )
}
