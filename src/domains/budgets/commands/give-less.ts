import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { daySchema, penceAboveNothing, story } from '../../../platform/input.ts'
import { showMoney } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { BudgetId, LineId } from '../budget.ts'
import { giveLess as giveLessTo } from '../change.ts'
import { lineOf, lockBudget, saveChange } from '../change-store.ts'

/**
 * Less money for a line, with the reason and notice that the law asks for (SI 2013/1617 reg 13: reasonable written
 * notice with reasons; no number of days is laid down). Taken off one payment, or off each from a day on.
 */
export const giveLess = command({
  name: 'budgets.give-less',
  input: z.object({
    personId: PersonId,
    budgetId: BudgetId,
    lineId: LineId,
    amount: penceAboveNothing,
    how: z.enum(['once', 'spread']),
    /** The payment it is taken off, or the first of those. */
    from: daySchema,
    /** When they were told, in writing. */
    toldOn: daySchema,
    reason: story(1_000),
  }),
  allow: 'award budgets',
  async run(context, { personId, budgetId, lineId, amount, how, from, toldOn, reason }) {
    if (toldOn > context.today) return refuse('not-told-yet')
    if (from < toldOn) return refuse('told-after-it-happens')
    const budget = await lockBudget(context, personId, budgetId)
    const line = budget && lineOf(budget, lineId)
    if (!line) return refuse('no-such-line')
    const changed = giveLessTo(line, amount, how === 'once' ? { once: from } : { from })
    if (!changed.ok) return changed
    const kind = how === 'once' ? 'taken-back' : 'less'
    const why = how === 'once' ? `Netted off the payment, ${line.name}` : `Less for ${line.name}`
    await saveChange(
      context,
      { personId, budgetId, kind, amount, reason, toldOn, effectiveOn: from, why },
      changed.value,
    )
    return done({ line: line.name })
  },
  says: ({ line }, { amount }) => `Took ${showMoney(amount)} off ${line}`,
})
