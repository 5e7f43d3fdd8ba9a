import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { showMoney } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import * as ledger from '../../ledger/index.ts'
import { PersonId } from '../../people/index.ts'
import { RechargeId } from '../payment.ts'

/** The funder pays its part to the payer. A claim that is not what we worked out is talked about first. */
export const approveRecharge = command({
  name: 'payments.approve-recharge',
  input: z.object({ personId: PersonId, rechargeId: RechargeId }),
  allow: 'approve payments',
  async run({ tx, now, actor, today }, { personId, rechargeId }) {
    const recharge = await tx
      .selectFrom('payments.recharge')
      .selectAll()
      .where('person_id', '=', personId)
      .where('id', '=', rechargeId)
      .where('approved_on', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!recharge) return refuse('no-such-recharge')
    if (!(actor.grantees as readonly string[]).includes(recharge.funder_id))
      return refuse('not-your-organisation')
    if (recharge.claimed === null) return refuse('not-claimed')
    if (recharge.claimed !== recharge.amount) {
      return refuse('claim-differs', {
        claimed: showMoney(recharge.claimed),
        ours: showMoney(recharge.amount),
      })
    }
    await tx
      .updateTable('payments.recharge')
      .set({ approved_by: actor.userId, approved_on: today })
      .where('person_id', '=', personId)
      .where('id', '=', rechargeId)
      .execute()
    await ledger.post({ tx, now }, [
      {
        personId,
        event: 'recharged',
        subjectId: rechargeId,
        occurredOn: today,
        why: 'Recharge',
        transfers: ledger.move(
          ledger.payer(recharge.funder_id),
          ledger.payer(recharge.payer_id),
          recharge.amount,
        ),
      },
    ])
    return done({ amount: showMoney(recharge.amount) })
  },
  says: ({ amount }) => `Approved a recharge of ${amount}`,
})
