import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { Databases, Tx } from './database.ts'
import { dayAt } from './day.ts'
import type { Day } from './day.ts'
import { newId } from './id.ts'
import type { Platform } from './platform.ts'

/** Work for later, asked for in the transaction that causes it: it is there if and only if that commits. */
export type JobKind<Ids extends Record<string, string>> = {
  /** A sentence: `statements.read-the-file`. */
  readonly name: string
  /** Runs at least once, perhaps again after a crash: it must not mind. */
  readonly run: (context: JobContext, ids: Ids) => Promise<void>
}

export type JobContext = { readonly platform: Platform; readonly actor: Actor }

/** Work that is due once on each day. */
export type DailyJob = {
  readonly name: string
  readonly run: (platform: Platform, today: Day) => Promise<void>
}

// A registry holds kinds whose ids differ; each was typed where it was declared.
export type AnyJobKind = JobKind<never>

const mostAttempts = 8
export const jobChannel = 'commonpurse_job'

export function jobKind<Ids extends Record<string, string>>(definition: JobKind<Ids>): JobKind<Ids> {
  return definition
}

/** Ids only, never free text about a person. The job acts for whoever asked, with the rights they have now. */
export async function enqueue<Ids extends Record<string, string>>(
  tx: Tx,
  kind: JobKind<Ids>,
  ids: Ids,
  actor: Actor,
): Promise<void> {
  const onBehalfOf = JSON.stringify({ ...actor, permissions: [...actor.permissions] })
  await sql`
    with job as (
      insert into platform.job (id, kind, ids, on_behalf_of, run_at)
      values (${newId()}, ${kind.name}, ${JSON.stringify(ids)}::jsonb, ${onBehalfOf}::jsonb, clock_timestamp())
      returning 1)
    select pg_notify(${jobChannel}, '') from job`.execute(tx)
}

type JobRow = { id: string; kind: string; ids: never; on_behalf_of: StoredActor; attempts: number }
type StoredActor = Omit<Actor, 'permissions'> & { permissions: string[] }

/**
 * Runs one job that is due, if there is one. Its row stays locked while it runs, so a killed worker's job is free
 * again the moment its connection ends. Answers whether there was one.
 */
export async function runNextJob(platform: Platform, kinds: readonly AnyJobKind[]): Promise<boolean> {
  return platform.databases.owner.transaction().execute(async (tx) => {
    const found = await sql<JobRow>`
      select id, kind, ids, on_behalf_of, attempts from platform.job
      where given_up_at is null and run_at <= clock_timestamp()
      order by run_at for update skip locked limit 1`.execute(tx)
    const job = found.rows[0]
    if (!job) return false
    try {
      const kind = kinds.find((each) => each.name === job.kind)
      if (!kind) throw new Error(`No job is called ${job.kind}`)
      await kind.run({ platform, actor: actorOf(job.on_behalf_of) }, job.ids)
      await sql`delete from platform.job where id = ${job.id}`.execute(tx)
    } catch (problem) {
      platform.log.error(
        { job: job.kind, id: job.id, attempt: job.attempts + 1, err: problem },
        'a job failed',
      )
      await tryAgainLater(tx, job, problem)
    }
    return true
  })
}

/** Whether a job is due, or under way with another worker: its row is there until it is done. */
export async function isAnyJobDue({ databases }: Platform): Promise<boolean> {
  const found = await sql`
    select 1 from platform.job where given_up_at is null and run_at <= clock_timestamp() limit 1`.execute(
    databases.owner,
  )
  return found.rows.length > 0
}

async function tryAgainLater(tx: Tx, job: JobRow, problem: unknown) {
  const attempts = job.attempts + 1
  const seconds = Math.min(2 ** attempts, 600)
  const because = problem instanceof Error ? problem.name : 'unknown'
  await sql`
    update platform.job set attempts = ${attempts}, failed_because = ${because},
      run_at = clock_timestamp() + ${seconds} * interval '1 second',
      given_up_at = case when ${attempts}::int >= ${mostAttempts}::int then clock_timestamp() end
    where id = ${job.id}`.execute(tx)
}

const actorOf = (stored: StoredActor): Actor => ({ ...stored, permissions: new Set(stored.permissions) })

/** Runs each daily job that has not run today. A day that nobody was up for is made good by the next. */
export async function runDailyJobs(platform: Platform, jobs: readonly DailyJob[], today: Day): Promise<void> {
  for (const job of jobs) {
    await platform.databases.owner.transaction().execute(async (tx) => {
      const claimed = await sql`
        insert into platform.daily_job (name, last_run_on) values (${job.name}, ${today})
        on conflict (name) do update set last_run_on = excluded.last_run_on
        where platform.daily_job.last_run_on < excluded.last_run_on`.execute(tx)
      if (claimed.numAffectedRows === 1n) await job.run(platform, today)
    })
  }
}

export async function worldToday(databases: Databases): Promise<Day> {
  const answer = await sql<{ now: Date }>`select platform.world_now() as now`.execute(databases.owner)
  return dayAt(answer.rows[0]?.now ?? new Date())
}
