import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { daySchema, story } from '../../../platform/input.ts'
import { sum } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { BudgetId } from '../budget.ts'
import { carryOver as carryLineOver } from '../change.ts'
import { lockBudget, saveChange } from '../change-store.ts'

/** What is left of one budget's lines goes on to the same lines of the next: the money itself lies where it lay. */
export const carryOver = command({
  name: 'budgets.carry-over',
  input: z.object({
    personId: PersonId,
    fromBudgetId: BudgetId,
    toBudgetId: BudgetId,
    on: daySchema,
    reason: story(1_000),
  }),
  allow: 'award budgets',
  async run(context, { personId, fromBudgetId, toBudgetId, on, reason }) {
    if (fromBudgetId === toBudgetId) return refuse('same-budget')
    const from = await lockBudget(context, personId, fromBudgetId)
    const to = await lockBudget(context, personId, toBudgetId)
    if (!from || !to) return refuse('no-such-budget')
    if (from.untilOn > on) return refuse('not-over-yet')
    const carried = from.lines.flatMap((line) => {
      const next = to.lines.find((each) => each.planLineId === line.planLineId)
      return next ? [carryLineOver(line, next.id, on)] : []
    })
    const transfers = carried.flatMap((line) => line.transfers)
    if (transfers.length === 0) return refuse('nothing-left')
    await saveChange(
      context,
      {
        personId,
        budgetId: toBudgetId,
        kind: 'carried-over',
        amount: sum(transfers.map((transfer) => transfer.amount)),
        reason,
        toldOn: context.today,
        effectiveOn: on,
        why: 'Carried over from the budget before',
      },
      { transfers, releases: carried.flatMap((line) => line.releases) },
    )
    return done({ budgetId: toBudgetId })
  },
  says: () => 'Carried over what was left',
})
