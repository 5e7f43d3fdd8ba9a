import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { PlanLineId } from '../plan.ts'

/** From today on the line is for no new budget. What was awarded for it stays until that budget changes. */
export const endPlanLine = command({
  name: 'plans.end-line',
  input: z.object({ personId: PersonId, planLineId: PlanLineId }),
  allow: 'look after people',
  async run({ tx, today }, { personId, planLineId }) {
    const line = await tx
      .updateTable('plans.plan_line')
      .set({ ended_on: today })
      .where('person_id', '=', personId)
      .where('id', '=', planLineId)
      .where('ended_on', 'is', null)
      .returning('name')
      .executeTakeFirst()
    return line ? done({ name: line.name }) : refuse('no-such-line')
  },
  says: ({ name }) => `Ended ${name} in the plan`,
})
