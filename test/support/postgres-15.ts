import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { onTestFinished } from 'vitest'

const bin = '/usr/lib/postgresql/15/bin'

/** Whether the oldest PostgreSQL that we promise to run on is on this machine; where not, the run says so. */
export function hasPostgres15(): boolean {
  const there = existsSync(join(bin, 'postgres'))
  if (!there) process.stdout.write('PostgreSQL 15 is not installed here, so nothing is tried on it.\n')
  return there
}

export type Postgres15 = {
  url(user: string, database: string): string
  as(user: string, database: string, statement: string): Promise<pg.QueryResult<Record<string, unknown>>>
  start(): Promise<void>
  stop(): Promise<void>
}

/** A server of version 15 with one owner, `keeper`, who is no superuser; gone when the test is over. */
export async function aPostgres15(): Promise<Postgres15> {
  const folder = mkdtempSync(join(tmpdir(), 'commonpurse-15-'))
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const files = join(folder, 'files')
  const options = { ...user, cwd: '/', encoding: 'utf8' as const }
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', files, '-U', 'super', '--auth', 'trust', '-E', 'UTF8', '--locale', 'C.UTF-8'],
    options,
  )
  if (made.status !== 0) throw new Error(made.stderr)
  let stop = async () => undefined as void
  const as: Postgres15['as'] = async (name, database, statement) => {
    const client = new pg.Client({ host: folder, user: name, database })
    await client.connect()
    try {
      return await client.query<Record<string, unknown>>(statement)
    } finally {
      await client.end()
    }
  }
  const start = async () => {
    const flags = ['-D', files, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off']
    const child = spawn(join(bin, 'postgres'), flags, { ...user, cwd: '/', stdio: 'ignore' })
    const ended = new Promise((resolve) => child.on('close', resolve))
    stop = async () => {
      child.kill('SIGINT')
      await ended
    }
    for (;;) {
      const answered = await as('super', 'postgres', 'select 1').catch(() => undefined)
      if (answered) return
      if (child.exitCode !== null) throw new Error('PostgreSQL 15 did not start')
      await sleep(50)
    }
  }
  await start()
  onTestFinished(async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  })
  await as('super', 'postgres', 'create role keeper login createrole')
  await as('super', 'postgres', 'create database commonpurse owner keeper')
  return {
    as,
    start,
    stop: () => stop(),
    url: (name, database) => `postgres://${name}@localhost/${database}?host=${folder}`,
  }
}
