import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { idSchema } from '../../../platform/id.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'

/** Somebody cannot help any more, or need not. */
export const endUnpaidSupport = command({
  name: 'plans.end-unpaid-support',
  input: z.object({ personId: PersonId, supportId: idSchema<'unpaid_support'>() }),
  allow: 'look after people',
  async run({ tx, today }, { personId, supportId }) {
    const support = await tx
      .updateTable('plans.unpaid_support')
      .set({ ended_on: today })
      .where('person_id', '=', personId)
      .where('id', '=', supportId)
      .where('ended_on', 'is', null)
      .returning('who')
      .executeTakeFirst()
    return support ? done({ who: support.who }) : refuse('no-such-support')
  },
  says: ({ who }) => `Support from ${who} ended`,
})
