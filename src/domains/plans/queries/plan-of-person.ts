import { z } from 'zod'
import { query } from '../../../platform/query.ts'
import { PersonId, filesOfPerson } from '../../people/index.ts'
import type { Plan } from '../plan.ts'
import { findPlan } from './plan.ts'

/** The plan that runs now; undefined where there is none, or nobody may know of it. */
export const planOfPerson = query({
  name: 'plans.plan',
  input: z.object({ personId: PersonId }),
  allow: 'see a budget',
  async read({ database, viewer }, { personId }): Promise<Plan | undefined> {
    const files = await filesOfPerson(database, viewer, personId)
    return files.length === 0 ? undefined : findPlan(database, viewer, files)
  },
})
