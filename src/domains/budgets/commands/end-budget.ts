import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { daySchema, story } from '../../../platform/input.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { BudgetId, endReasons } from '../budget.ts'
import { endLine } from '../change.ts'
import { lockBudget, saveChange } from '../change-store.ts'

/**
 * Ends a budget before its time. What was not released goes back to its funders; money already paid stays in the
 * purse until last wages, leave owed and other dues are settled.
 */
export const endBudget = command({
  name: 'budgets.end',
  input: z.object({
    personId: PersonId,
    budgetId: BudgetId,
    /** The first day without it. */
    on: daySchema,
    because: z.enum(endReasons),
    reason: story(1_000),
  }),
  allow: 'award budgets',
  async run(context, { personId, budgetId, on, because, reason }) {
    const budget = await lockBudget(context, personId, budgetId)
    if (!budget) return refuse('no-such-budget')
    if (on <= budget.startsOn || on >= budget.untilOn) return refuse('outside-the-budget')
    const ended = budget.lines.map((line) => endLine(line, on))
    await context.tx
      .updateTable('budgets.budget')
      .set({ ended_on: on, ended_because: because })
      .where('person_id', '=', personId)
      .where('id', '=', budgetId)
      .execute()
    await saveChange(
      context,
      {
        personId,
        budgetId,
        kind: 'ended',
        reason,
        toldOn: context.today,
        effectiveOn: on,
        why: 'Budget ended: what was not released goes back',
      },
      {
        transfers: ended.flatMap((line) => line.transfers),
        releases: ended.flatMap((line) => line.releases),
      },
    )
    return done({ budgetId })
  },
  says: () => 'Ended the budget',
})
