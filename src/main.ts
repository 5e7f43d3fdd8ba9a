import { readConfig } from './config.ts'
import { runUntilStopped } from './run.ts'
import { startEverything } from './start.ts'

await runUntilStopped(() => startEverything(readConfig(), async () => undefined))
