import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { newId } from '../../../platform/id.ts'
import { story, words } from '../../../platform/input.ts'
import { done } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { PlanId } from '../plan.ts'

/** Family, friends, groups: what holds a life up and costs no money stands in the plan beside what is paid. */
export const noteUnpaidSupport = command({
  name: 'plans.note-unpaid-support',
  input: z.object({ personId: PersonId, planId: PlanId, who: words(100), what: story(500) }),
  allow: 'look after people',
  async run({ tx }, { personId, planId, who, what }) {
    const id = newId<'unpaid_support'>()
    await tx
      .insertInto('plans.unpaid_support')
      .values({ person_id: personId, id, plan_id: planId, who, what })
      .execute()
    return done({ unpaidSupportId: id })
  },
  says: (_value, { who }) => `Noted support from ${who}`,
})
