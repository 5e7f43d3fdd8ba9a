import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { CommitmentId } from '../budget.ts'
import { lockCommitment } from '../commitment-store.ts'

/** They paid it in their own bank's app. We note that they told us; the statement says whether it is paid. */
export const sayPaid = command({
  name: 'budgets.say-paid',
  input: z.object({ personId: PersonId, commitmentId: CommitmentId }),
  allow: 'answer for a budget',
  async run({ tx, today, actor }, { personId, commitmentId }) {
    const commitment = await lockCommitment(tx, actor, personId, commitmentId)
    if (!commitment) return refuse('nothing-set-aside')
    if (commitment.toldPaidOn) return done({ what: commitment.words })
    await tx
      .updateTable('budgets.commitment')
      .set({ told_paid_on: today })
      .where('person_id', '=', personId)
      .where('id', '=', commitmentId)
      .execute()
    return done({ what: commitment.words })
  },
  says: ({ what }) => `Told us that it is paid: ${what}`,
})
