import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { showDay } from '../../../platform/day.ts'
import { daySchema } from '../../../platform/input.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { PlanId } from '../plan.ts'

/** When the plan is to be looked at again. */
export const setReview = command({
  name: 'plans.set-review',
  input: z.object({ personId: PersonId, planId: PlanId, on: daySchema }),
  allow: 'look after people',
  async run({ tx, today }, { personId, planId, on }) {
    if (on < today) return refuse('in-the-past')
    const changed = await tx
      .updateTable('plans.plan')
      .set({ review_on: on })
      .where('person_id', '=', personId)
      .where('id', '=', planId)
      .where('ended_on', 'is', null)
      .executeTakeFirst()
    return changed.numUpdatedRows === 1n ? done() : refuse('no-such-plan')
  },
  says: (_value, { on }) => `The plan is to be looked at again by ${showDay(on)}`,
})
