import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { daySchema, penceAboveNothing } from '../../../platform/input.ts'
import { showMoney } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { RechargeId } from '../payment.ts'

/** The payer's claim for another funder's part came in, of so much. */
export const noteClaim = command({
  name: 'payments.note-claim',
  input: z.object({
    personId: PersonId,
    rechargeId: RechargeId,
    claimed: penceAboveNothing,
    claimedOn: daySchema,
  }),
  allow: 'pay people',
  async run({ tx, today }, { personId, rechargeId, claimed, claimedOn }) {
    if (claimedOn > today) return refuse('not-yet')
    const changed = await tx
      .updateTable('payments.recharge')
      .set({ claimed, claimed_on: claimedOn })
      .where('person_id', '=', personId)
      .where('id', '=', rechargeId)
      .where('approved_on', 'is', null)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return refuse('no-such-recharge')
    return done({ amount: showMoney(claimed) })
  },
  says: ({ amount }) => `Noted a claim of ${amount}`,
})
