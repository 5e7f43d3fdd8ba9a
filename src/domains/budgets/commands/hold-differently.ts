import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { daySchema, story } from '../../../platform/input.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { BudgetId, LineId } from '../budget.ts'
import { lineOf, lockBudget, saveChange } from '../change-store.ts'
import { checkHolding, holdingChoice } from '../holding.ts'
import { accountsOf, saveHolding } from '../store.ts'

/** From a day on a line is held another way. Its history stays, and no money moves by itself. */
export const holdDifferently = command({
  name: 'budgets.hold-differently',
  input: z.object({
    personId: PersonId,
    budgetId: BudgetId,
    lineId: LineId,
    held: holdingChoice,
    from: daySchema,
    reason: story(1_000),
  }),
  allow: 'award budgets',
  async run(context, { personId, budgetId, lineId, held, from, reason }) {
    const { tx, today } = context
    const budget = await lockBudget(context, personId, budgetId)
    const line = budget && lineOf(budget, lineId)
    if (!line) return refuse('no-such-line')
    if (from < budget.startsOn || from >= budget.untilOn) return refuse('outside-the-budget')
    const { way, accountId, employer } = line.held
    if (held.way === way && held.accountId === accountId && held.employer === employer)
      return refuse('held-so-already')
    const accounts = await accountsOf(tx, personId)
    const fits = checkHolding(
      held,
      accounts.find((account) => account.id === held.accountId),
    )
    if (!fits.ok) return fits
    await tx
      .updateTable('budgets.holding')
      .set({ until_on: from })
      .where('person_id', '=', personId)
      .where('line_id', '=', lineId)
      .where('until_on', 'is', null)
      .execute()
    await saveHolding(tx, personId, lineId, held, from)
    await saveChange(
      context,
      {
        personId,
        budgetId,
        kind: 'held-differently',
        reason,
        toldOn: today,
        effectiveOn: from,
        why: `${line.name} is held differently`,
      },
      { transfers: [], releases: [] },
    )
    return done({ line: line.name })
  },
  says: ({ line }) => `${line} is held differently`,
})
