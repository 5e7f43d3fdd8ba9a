import { sql } from 'kysely'
import type { Database } from '../../platform/database.ts'
import type { Day } from '../../platform/day.ts'
import type { Pence } from '../../platform/money.ts'
import type { AccountId, BudgetId, CommitmentId } from '../budgets/index.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { PersonId } from '../people/index.ts'
import type { DetailsId } from './payment.ts'

/** Something that a payer owes on a day: money released to an account, or to a payee what was set aside. */
export type Due = {
  personId: PersonId
  budgetId: BudgetId
  accountId: AccountId | null
  commitmentId: CommitmentId | null
  dueOn: Day
  amount: Pence
  /** Confirmed details; nothing where nobody has confirmed them yet. */
  detailsId: DetailsId | null
}

/**
 * What a payer owes up to a day and has not paid or prepared. To each account that holds a person's money: all that
 * was released to the lines held in it, less what the person pays in themselves, less what was paid before; worked out
 * from the whole each time, so that a change of any kind is in the next payment and nothing is paid twice. And to
 * payees what is set aside on lines that the payer arranges itself.
 */
export async function findDue(
  database: Pick<Database, 'getExecutor'>,
  payerId: OrganisationId,
  upTo: Day,
): Promise<Due[]> {
  const answer = await sql<Due>`
    with released as (
      select budget.person_id, budget.id as budget_id, held.account_id,
             max(release.release_on) as due_on, sum(release.amount) as amount
      from budgets.budget budget
      join budgets.line line on line.person_id = budget.person_id and line.budget_id = budget.id
      join budgets.release release on release.person_id = line.person_id and release.line_id = line.id
      join budgets.holding held on held.person_id = line.person_id and held.line_id = line.id
       and held.from_on <= release.release_on
       and (held.until_on is null or held.until_on > release.release_on)
      where budget.payer_id = ${payerId} and held.account_id is not null and release.release_on <= ${upTo}
        and release.why <> 'carried-over'
      group by 1, 2, 3
    ), instalments as (
      select released.person_id, released.budget_id, released.account_id, null::uuid as commitment_id, released.due_on,
             (released.amount
               - case when row_number() over (partition by released.person_id, released.budget_id
                                              order by released.amount desc, released.account_id) = 1
                 then coalesce((
                   select sum(own.amount) from budgets.contribution_due own
                   where own.person_id = released.person_id and own.budget_id = released.budget_id
                     and own.due_on <= ${upTo}), 0) else 0 end
               - coalesce((
                   select sum(paid.amount) from payments.payment paid
                   where paid.person_id = released.person_id and paid.budget_id = released.budget_id
                     and paid.account_id = released.account_id and paid.state not in ('failed', 'cancelled')), 0)
             )::bigint as amount
      from released
    ), bookings as (
      select commitment.person_id, budget.id as budget_id, null::uuid as account_id, commitment.id as commitment_id,
             commitment.due_on, sum(part.amount)::bigint as amount
      from budgets.commitment commitment
      join budgets.commitment_part part on part.person_id = commitment.person_id and part.commitment_id = commitment.id
      join budgets.line line on line.person_id = part.person_id and line.id = part.line_id
      join budgets.budget budget on budget.person_id = line.person_id and budget.id = line.budget_id
      join budgets.holding held on held.person_id = line.person_id and held.line_id = line.id
       and held.from_on <= commitment.due_on and (held.until_on is null or held.until_on > commitment.due_on)
      where budget.payer_id = ${payerId} and held.way = 'notional' and commitment.closed_on is null
        and commitment.due_on <= ${upTo}
        and not exists (
          select 1 from payments.payment paid
          where paid.person_id = commitment.person_id and paid.commitment_id = commitment.id
            and paid.state not in ('failed', 'cancelled'))
      group by 1, 2, 4, 5
    )
    select due.person_id as "personId", due.budget_id as "budgetId", due.account_id as "accountId",
           due.commitment_id as "commitmentId", due.due_on as "dueOn", due.amount, details.id as "detailsId"
    from (select * from instalments union all select * from bookings) due
    left join budgets.commitment commitment
      on commitment.person_id = due.person_id and commitment.id = due.commitment_id
    left join payments.details details on details.person_id = due.person_id and details.ended_on is null
     and details.confirmed_at is not null
     and (details.account_id = due.account_id or details.payee_id = commitment.payee_id)
    where due.amount > 0
    order by due.due_on, due.person_id, due.budget_id, due.account_id`.execute(database)
  return answer.rows
}
