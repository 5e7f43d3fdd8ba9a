import { UnusableSetting } from './config.ts'
import { AlreadyRunning } from './platform/only-app.ts'

type Running = { address?: string; synthetic?: string | undefined; stop(): Promise<void> }

/** Starts, says where, and stops in order on Ctrl-C and SIGTERM. A second Ctrl-C does not wait. */
export async function runUntilStopped(start: () => Promise<Running>): Promise<void> {
  let running: Running
  try {
    running = await start()
  } catch (problem) {
    process.stderr.write(`${whyNot(problem)}\n`)
    process.exit(1)
  }
  if (running.address) say(running)
  const stop = once(async () => {
    await running.stop()
    process.exit(0)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
}

function say({ address, synthetic }: Running) {
  process.stdout.write(`\nCommonpurse is ready at ${address}\n`)
  if (synthetic)
    process.stdout.write(`Sign in there as anybody of ${synthetic}, whose people are invented.\n`)
  process.stdout.write('Press Ctrl-C to stop.\n\n')
}

function once(stop: () => Promise<void>): () => void {
  let asked = 0
  return () => {
    asked += 1
    if (asked > 1) process.exit(130)
    stop().catch((problem: unknown) => {
      process.stderr.write(`${String(problem)}\n`)
      process.exit(1)
    })
  }
}

/** What the operator can mend is said in a sentence; the rest is ours, with where it happened. */
function whyNot(problem: unknown): string {
  if (problem instanceof UnusableSetting || problem instanceof AlreadyRunning) return problem.message
  const { code, port, address } = problem as { code?: string; port?: number; address?: string }
  if (code === 'EADDRINUSE') return `Port ${port} of ${address} is in use already. Set PORT to another.`
  return (problem as Error).stack ?? String(problem)
}
