import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { newId } from '../../../platform/id.ts'
import { daySchema } from '../../../platform/input.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { PlanId } from '../plan.ts'

/** Begins the plan of a person who has none. */
export const startPlan = command({
  name: 'plans.start-plan',
  input: z.object({
    personId: PersonId,
    newPlanId: PlanId.optional(),
    agreedOn: daySchema,
    reviewOn: daySchema.optional(),
  }),
  allow: 'look after people',
  async run({ tx }, { personId, newPlanId, agreedOn, reviewOn }) {
    const person = await tx
      .selectFrom('people.person')
      .select('id')
      .where('id', '=', personId)
      .forUpdate()
      .executeTakeFirst()
    if (!person) return refuse('no-such-person')
    const running = await tx
      .selectFrom('plans.plan')
      .select('id')
      .where('person_id', '=', personId)
      .where('ended_on', 'is', null)
      .executeTakeFirst()
    if (running) return refuse('has-a-plan-already')
    const planId = newPlanId ?? newId<'plan'>()
    await tx
      .insertInto('plans.plan')
      .values({ person_id: personId, id: planId, agreed_on: agreedOn, review_on: reviewOn ?? null })
      .execute()
    return done({ planId })
  },
  says: () => 'Started the plan',
})
