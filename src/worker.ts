import { readConfig } from './config.ts'
import { startWorker } from './platform/worker.ts'
import { runUntilStopped } from './run.ts'
import { openPlatform, workWithMessages } from './start.ts'

await runUntilStopped(async () => {
  const config = readConfig()
  const opened = await openPlatform(config)
  const worker = startWorker(opened.platform, workWithMessages(config))
  return { stop: () => worker.stop().then(() => opened.close()) }
})
