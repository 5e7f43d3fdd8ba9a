import { readConfig } from './config.ts'
import { runUntilStopped } from './run.ts'
import { openPlatform, startWeb } from './start.ts'

await runUntilStopped(async () => {
  const config = readConfig()
  const opened = await openPlatform(config)
  const web = await startWeb(config, opened.platform)
  return { ...web, stop: () => web.stop().then(() => opened.close()) }
})
