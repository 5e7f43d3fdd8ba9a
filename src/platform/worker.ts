import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { dayAt } from './day.ts'
import { isAnyJobDue, jobChannel, runDailyJobs, runNextJob, worldToday } from './jobs.ts'
import type { AnyJobKind, DailyJob } from './jobs.ts'
import type { Platform } from './platform.ts'
import { sealEntries } from './record/seal.ts'

export type Worker = { stop(): Promise<void> }

export type Work = {
  kinds: readonly AnyJobKind[]
  /** Once on each day of the world. */
  daily: readonly DailyJob[]
  /** Once on each day by the machine's clock, whatever the world's says: looking after the database itself. */
  nightly: readonly DailyJob[]
  /** Again and again, a little apart: what waits for another system. Not the stories' and the operator's. */
  steady?: readonly SteadyWork[]
}

export type SteadyWork = { readonly everyMs: number; readonly run: (platform: Platform) => Promise<void> }

const atOnce = 2
const lookAgainMs = 5_000
const sealEveryMs = 1_000
const dailyEveryMs = 10_000

/** Does what falls due, until it is stopped: jobs (woken as soon as one commits), the seals, the daily work. */
export function startWorker(platform: Platform, work: Work): Worker {
  const stopping = new AbortController()
  const bell = makeBell()
  const { signal } = stopping
  const loops = [
    ...Array.from({ length: atOnce }, () =>
      untilStopped(platform, signal, () => runJobs(platform, work, bell, signal)),
    ),
    untilStopped(platform, signal, async () => {
      await sealEntries(platform.databases)
      await pause(sealEveryMs, signal)
    }),
    untilStopped(platform, signal, async () => {
      await runDailyJobs(platform, work.daily, await worldToday(platform.databases))
      await pause(dailyEveryMs, signal)
    }),
    untilStopped(platform, signal, async () => {
      await runDailyJobs(platform, work.nightly, dayAt(new Date()))
      await pause(dailyEveryMs, signal)
    }),
    ...(work.steady ?? []).map(({ run, everyMs }) =>
      untilStopped(platform, signal, async () => {
        await run(platform)
        await pause(everyMs, signal)
      }),
    ),
    untilStopped(platform, signal, () => listen(platform, bell, signal)),
  ]
  return {
    async stop() {
      stopping.abort()
      bell.ring()
      await Promise.all(loops)
    },
  }
}

/**
 * Everything that is due now, done before it answers: for stories and for the operator. What another worker has begun
 * is waited for.
 */
export async function doWhatIsDue(platform: Platform, work: Work): Promise<void> {
  await runDailyJobs(platform, work.daily, await worldToday(platform.databases))
  for (;;) {
    while (await runNextJob(platform, work.kinds));
    if (!(await isAnyJobDue(platform))) break
    await sleep(50)
  }
  while ((await sealEntries(platform.databases)) > 0);
}

async function runJobs(platform: Platform, work: Work, bell: Bell, signal: AbortSignal) {
  const woken = bell.next()
  const found = await runNextJob(platform, work.kinds)
  if (!found) await Promise.race([woken, pause(lookAgainMs, signal)])
}

/** Repeats until stopped; what fails is told and tried again a little later. */
async function untilStopped(platform: Platform, signal: AbortSignal, turn: () => Promise<void>) {
  while (!signal.aborted) {
    try {
      await turn()
    } catch (problem) {
      if (signal.aborted) return
      platform.log.error({ err: problem }, 'the worker will try again')
      await pause(1_000, signal)
    }
  }
}

async function listen(platform: Platform, bell: Bell, signal: AbortSignal) {
  const client: pg.PoolClient = await platform.databases.ownerPool.connect()
  try {
    client.on('notification', () => bell.ring())
    await client.query(`listen ${jobChannel}`)
    await new Promise<void>((resolve, reject) => {
      client.on('error', reject)
      client.on('end', () => reject(new Error('the connection that listens for jobs ended')))
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
  } finally {
    client.release(true)
  }
}

type Bell = { next(): Promise<void>; ring(): void }

/** Whoever waits is woken by the next ring. */
function makeBell(): Bell {
  let ring: () => void = () => undefined
  let next = new Promise<void>((resolve) => (ring = resolve))
  return {
    next: () => next,
    ring() {
      ring()
      next = new Promise<void>((resolve) => (ring = resolve))
    },
  }
}

const pause = (milliseconds: number, signal: AbortSignal) =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined)
