import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { PlanLineId, planLineDetails } from '../plan.ts'
import { noteUsualPayees } from '../store.ts'

/** Changes a line's words, and its price for budgets still to be awarded. Money that is awarded changes with the budget. */
export const changePlanLine = command({
  name: 'plans.change-line',
  input: z.object({ ...planLineDetails.shape, personId: PersonId, planLineId: PlanLineId }),
  allow: 'look after people',
  async run({ tx }, { personId, planLineId, ...line }) {
    const changed = await tx
      .updateTable('plans.plan_line')
      .set({
        name: line.name,
        what_for: line.whatFor,
        outcome: line.outcome,
        amount: line.amount,
        per: line.per,
        extra_per_bank_holiday: line.extraPerBankHoliday,
        kept_for: line.keptFor ?? null,
      })
      .where('person_id', '=', personId)
      .where('id', '=', planLineId)
      .where('ended_on', 'is', null)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return refuse('no-such-line')
    await noteUsualPayees(tx, personId, planLineId, line.usualPayees)
    return done({ planLineId })
  },
  says: (_value, { name }) => `Changed ${name} in the plan`,
})
