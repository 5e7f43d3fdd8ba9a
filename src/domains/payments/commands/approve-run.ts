import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { showMoney } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { sendTheRun } from '../jobs/send-the-run.ts'
import { RunId } from '../payment.ts'
import { lockRun } from '../run.ts'

/** Somebody other than who prepared it approves the whole run; then it is sent, in chunks that can be taken up again. */
export const approveRun = command({
  name: 'payments.approve-run',
  input: z.object({ runId: RunId }),
  allow: 'approve payments',
  async run({ tx, actor, now }, { runId }) {
    const run = await lockRun(tx, runId)
    if (!run) return refuse('no-such-run')
    if (run.state !== 'prepared') return refuse('not-waiting-for-approval')
    if (run.preparedBy === actor.userId) return refuse('somebody-else-must')
    await tx
      .updateTable('payments.run')
      .set({ state: 'approved', approved_by: actor.userId, approved_at: now })
      .where('id', '=', runId)
      .execute()
    await enqueue(tx, sendTheRun, { runId }, actor)
    return done({ payments: run.payments, total: showMoney(run.total) })
  },
  says: ({ payments, total }) => `Approved a run of ${payments} payments, ${total}`,
})
