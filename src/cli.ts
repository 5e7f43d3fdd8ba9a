import { pino } from 'pino'
import { readConfig } from './config.ts'
import { runVerb } from './edges/operator/run-verb.ts'
import { openAsItIs, openPlatform } from './start.ts'
import type { Opened } from './start.ts'

const line = (to: NodeJS.WritableStream) => (text: string) => void to.write(`${text}\n`)

process.stdout.on('error', () => undefined)

process.exitCode = await runVerb(process.argv.slice(2), {
  config: () => readConfig(),
  async open(config, how) {
    // Standard output is for what was asked for: an export may go there.
    const log = pino({ level: 'error', base: null }, pino.destination(2))
    return closedWhenInterrupted(await (how === 'as it is' ? openAsItIs : openPlatform)(config, log))
  },
  say: line(process.stdout),
  complain: line(process.stderr),
  write: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (problem) => {
        // Whoever read us has enough: `… | head`.
        const hasEnough = (problem as { code?: string } | null | undefined)?.code === 'EPIPE'
        if (problem && !hasEnough) reject(problem)
        else resolve()
      })
    }),
})

/** Ctrl-C leaves no private database running behind us. */
function closedWhenInterrupted(opened: Opened): Opened {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void opened.close().finally(() => process.exit(130)))
  }
  return opened
}
