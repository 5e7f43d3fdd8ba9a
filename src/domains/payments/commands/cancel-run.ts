import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { RunId } from '../payment.ts'
import { lockRun } from '../run.ts'

/** A run that is not approved yet can be thrown away: what was in it is due again. */
export const cancelRun = command({
  name: 'payments.cancel-run',
  input: z.object({ runId: RunId }),
  allow: 'pay people',
  async run({ tx }, { runId }) {
    const run = await lockRun(tx, runId)
    if (!run) return refuse('no-such-run')
    if (run.state !== 'prepared') return refuse('not-waiting-for-approval')
    await tx.updateTable('payments.run').set({ state: 'cancelled' }).where('id', '=', runId).execute()
    await tx.updateTable('payments.payment').set({ state: 'cancelled' }).where('run_id', '=', runId).execute()
    return done({ runId })
  },
  says: () => 'Threw away a run of payments before it was approved',
})
