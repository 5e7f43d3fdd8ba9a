import { perform } from '../../../platform/command.ts'
import { jobKind } from '../../../platform/jobs.ts'
import { forgetProgress, noteProgress } from '../../../platform/progress.ts'
import { sendChunk } from '../commands/send-chunk.ts'
import type { RunId } from '../payment.ts'

/** Sends an approved run chunk by chunk. Cut off anywhere, it goes on where it was: what is sent is not sent again. */
export const sendTheRun = jobKind<{ runId: RunId }>({
  name: 'payments.send-the-run',
  async run({ platform, actor }, { runId }) {
    for (let sent = 0; ;) {
      const outcome = await perform(platform.databases, sendChunk, actor, { runId })
      if (!outcome.ok || outcome.value.isLast) break
      sent += outcome.value.sent
      await noteProgress(platform.databases, runId, { done: sent, of: undefined, words: 'Sending' })
    }
    await forgetProgress(platform.databases, runId)
  },
})
