import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { DetailsId } from '../payment.ts'

/** A second pair of eyes: until somebody else has confirmed where it goes, nothing is paid there. */
export const confirmDetails = command({
  name: 'payments.confirm-details',
  input: z.object({ personId: PersonId, detailsId: DetailsId }),
  allow: 'pay people',
  async run({ tx, actor, now }, { personId, detailsId }) {
    const details = await tx
      .selectFrom('payments.details')
      .select(['entered_by', 'confirmed_by', 'account_name'])
      .where('person_id', '=', personId)
      .where('id', '=', detailsId)
      .where('ended_on', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!details) return refuse('no-such-details')
    if (details.confirmed_by) return refuse('confirmed-already')
    if (details.entered_by === actor.userId) return refuse('somebody-else-must')
    await tx
      .updateTable('payments.details')
      .set({ confirmed_by: actor.userId, confirmed_at: now })
      .where('person_id', '=', personId)
      .where('id', '=', detailsId)
      .execute()
    return done({ name: details.account_name })
  },
  says: ({ name }) => `Confirmed where to pay “${name}”`,
})
