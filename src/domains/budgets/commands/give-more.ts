import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { daySchema, penceAboveNothing, story } from '../../../platform/input.ts'
import { showMoney } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { BudgetId, LineId } from '../budget.ts'
import { giveMore as giveMoreTo } from '../change.ts'
import { lineOf, lockBudget, saveChange } from '../change-store.ts'

/** More money for a line: once (equipment, a top-up), or with each payment from a day on. */
export const giveMore = command({
  name: 'budgets.give-more',
  input: z.object({
    personId: PersonId,
    budgetId: BudgetId,
    lineId: LineId,
    amount: penceAboveNothing,
    how: z.enum(['once', 'spread']),
    from: daySchema,
    reason: story(1_000),
  }),
  allow: 'award budgets',
  async run(context, { personId, budgetId, lineId, amount, how, from, reason }) {
    const budget = await lockBudget(context, personId, budgetId)
    const line = budget && lineOf(budget, lineId)
    if (!line) return refuse('no-such-line')
    if (from < budget.startsOn || from >= budget.untilOn) return refuse('outside-the-budget')
    const changed = giveMoreTo(line, amount, how === 'once' ? { once: from } : { from })
    const kind = how === 'once' ? 'one-off' : 'more'
    const why = `${showMoney(amount)} more for ${line.name}`
    await saveChange(
      context,
      { personId, budgetId, kind, amount, reason, toldOn: context.today, effectiveOn: from, why },
      changed,
    )
    return done({ line: line.name })
  },
  says: ({ line }, { amount }) => `Gave ${showMoney(amount)} more for ${line}`,
})
