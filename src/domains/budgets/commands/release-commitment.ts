import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { showMoney } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import * as ledger from '../../ledger/index.ts'
import { PersonId } from '../../people/index.ts'
import { CommitmentId } from '../budget.ts'
import { release, totalOf } from '../commitment.ts'
import { lockCommitment, takeOff } from '../commitment-store.ts'

/** What was set aside is not needed after all: it is theirs to use again. */
export const releaseCommitment = command({
  name: 'budgets.release-commitment',
  input: z.object({ personId: PersonId, commitmentId: CommitmentId }),
  allow: 'answer for a budget',
  async run({ tx, now, today, actor, entryId }, { personId, commitmentId }) {
    const commitment = await lockCommitment(tx, actor, personId, commitmentId)
    if (!commitment) return refuse('nothing-set-aside')
    const transfers = release(commitment.parts, await ledger.lockPurse(tx, personId))
    await takeOff(tx, personId, commitmentId, { on: today, because: 'released' })
    await ledger.post({ tx, now }, [
      {
        personId,
        event: 'released',
        subjectId: entryId,
        occurredOn: today,
        why: `Not needed after all: ${commitment.words}`,
        transfers,
      },
    ])
    return done({ what: commitment.words, amount: showMoney(totalOf(commitment.parts)) })
  },
  says: ({ what, amount }) => `${amount} is not set aside any more: ${what}`,
})
