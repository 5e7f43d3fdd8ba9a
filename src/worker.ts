import { readConfig } from './config.ts'
import { startWorker } from './platform/worker.ts'
import { runUntilStopped } from './run.ts'
import { openPlatform } from './start.ts'
import { work } from './work.ts'

await runUntilStopped(async () => {
  const opened = await openPlatform(readConfig())
  const worker = startWorker(opened.platform, work)
  return { stop: () => worker.stop().then(() => opened.close()) }
})
