import type { CommandContext } from '../../platform/command.ts'
import type { Tx } from '../../platform/database.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'
import type { Pence } from '../../platform/money.ts'
import type { PersonId } from '../people/index.ts'
import { closeTasksAbout } from '../tasks/index.ts'
import type { BudgetId } from './budget.ts'

export type ContributionDue = { id: Id<'contribution_due'>; dueOn: Day; amount: Pence }

/** A contribution for each payday of a budget. */
export async function saveContributionsDue(
  tx: Tx,
  personId: PersonId,
  budgetId: BudgetId,
  amount: Pence,
  days: readonly Day[],
): Promise<void> {
  await tx
    .insertInto('budgets.contribution_due')
    .values(
      days.map((due) => ({
        person_id: personId,
        id: newId<'contribution_due'>(),
        budget_id: budgetId,
        due_on: due,
        amount,
      })),
    )
    .execute()
}

/** Those that have not come yet, the first due first. */
export async function contributionsNotReceived(tx: Tx, personId: PersonId): Promise<ContributionDue[]> {
  const rows = await tx
    .selectFrom('budgets.contribution_due')
    .select(['id', 'due_on', 'amount'])
    .where('person_id', '=', personId)
    .where('received_on', 'is', null)
    .orderBy('due_on')
    .execute()
  return rows.map((row) => ({ id: row.id, dueOn: row.due_on, amount: row.amount }))
}

/** That it came, or (undefined) that what we took for it was something else. Nobody need ask for one that came. */
export async function noteReceived(
  context: CommandContext,
  personId: PersonId,
  id: Id<'contribution_due'>,
  on: Day | undefined,
): Promise<void> {
  await context.tx
    .updateTable('budgets.contribution_due')
    .set({ received_on: on ?? null })
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .execute()
  if (on === undefined) return
  await closeTasksAbout(context, { personId, kind: 'contribution-missing', aboutId: id }, 'It came')
}
