import { readConfig } from './config.ts'
import { seedWhereEmpty } from './first-start.ts'
import { runUntilStopped } from './run.ts'
import { startEverything } from './start.ts'

await runUntilStopped(() => startEverything(readConfig(), seedWhereEmpty))
