import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { operatorFor } from '../../src/domains/accounts/index.ts'
import { addOrganisation } from '../../src/domains/organisations/index.ts'
import { perform } from '../../src/platform/command.ts'
import { connectDatabases } from '../../src/platform/database.ts'
import { newId } from '../../src/platform/id.ts'
import type { Id } from '../../src/platform/id.ts'
import {
  aDataFolder,
  anOrdinaryUser,
  buildPrograms,
  isAlive,
  killServer,
  runCli,
  serverIn,
  startApp,
} from '../support/app-process.ts'
import { aPostgres15, hasPostgres15 } from '../support/postgres-15.ts'

beforeAll(buildPrograms)

const nobody = anOrdinaryUser()

/** A private database that began for real, so that its first start has nothing to tell. */
async function aRealFolder(): Promise<string> {
  const folder = await aDataFolder()
  const begun = await runCli(
    { COMMONPURSE_DATA: folder },
    'start-real',
    '--icb',
    'NHS Test',
    '--phone',
    '01632 960 001',
    '--administrator',
    'Ada Quill',
  )
  if (begun.code !== 0) throw new Error(begun.stderr)
  return folder
}

const health = async (address: string) => {
  const answer = await fetch(`${address}/health`)
  return { status: answer.status, body: (await answer.json()) as Record<string, string> }
}

describe('a private PostgreSQL', () => {
  test('the first start tells the synthetic lives, prints where and who, and answers as ready', async () => {
    const folder = await aDataFolder()
    const app = startApp({ COMMONPURSE_DATA: folder })
    const address = await app.ready()
    expect(app.words()).toContain('Sign in there as anybody of NHS Barset and Vale')
    expect(await health(address)).toMatchObject({ status: 200, body: { status: 'ready' } })
    expect(await (await fetch(`${address}/sign-in`)).text()).toContain('Amina Rahman')
    // The command line joins the running server, and does not stop it behind the app's back.
    expect(await runCli({ COMMONPURSE_DATA: folder }, 'check')).toMatchObject({ code: 0, stderr: '' })
    expect(await health(address)).toMatchObject({ status: 200 })
  })

  test('a second app on the same folder is refused, and the first goes on', async () => {
    const folder = await aRealFolder()
    const first = startApp({ COMMONPURSE_DATA: folder })
    const address = await first.ready()
    const second = startApp({ COMMONPURSE_DATA: folder })
    expect(await second.ended).toBe(1)
    expect(second.words().trim()).toBe(
      'Commonpurse is already running on this data folder. Stop that one first, or set COMMONPURSE_DATA to another folder.',
    )
    expect(await health(address)).toMatchObject({ status: 200 })
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends the app and its server, in order', async (signal) => {
    const folder = await aRealFolder()
    const app = startApp({ COMMONPURSE_DATA: folder })
    await app.ready()
    const server = serverIn(folder)
    app.signal(signal)
    expect(await app.ended).toBe(0)
    expect(server).toBeDefined()
    expect(isAlive(server?.pid ?? 0)).toBe(false)
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
  })

  test('the command line leaves no server behind', async () => {
    const folder = await aRealFolder()
    expect(serverIn(folder)).toBeUndefined()
  })

  test('an orphaned server is adopted', async () => {
    const folder = await aRealFolder()
    const app = startApp({ COMMONPURSE_DATA: folder })
    await app.ready()
    const orphan = serverIn(folder)?.pid
    app.signal('SIGKILL')
    await app.ended
    expect(serverIn(folder)?.pid).toBe(orphan)
    const next = startApp({ COMMONPURSE_DATA: folder })
    expect(await health(await next.ready())).toMatchObject({ status: 200 })
    expect(serverIn(folder)?.pid).toBe(orphan)
  })

  test('kill -9 of everything while it writes loses no row that was acknowledged', async () => {
    const folder = await aRealFolder()
    const app = startApp({ COMMONPURSE_DATA: folder })
    await app.ready()
    const server = serverIn(folder)
    const acknowledged: string[] = []
    const writing = writeUntilItIsGone(server?.socketFolder ?? '', acknowledged)
    while (acknowledged.length < 25) await sleep(5)
    process.kill(app.pid, 'SIGKILL')
    killServer(server?.pid ?? 0)
    await Promise.all([app.ended, writing])
    const next = startApp({ COMMONPURSE_DATA: folder })
    await next.ready()
    const there = await namesIn(serverIn(folder)?.socketFolder ?? '')
    expect(acknowledged.filter((name) => !there.has(name))).toEqual([])
    expect(await runCli({ COMMONPURSE_DATA: folder }, 'verify-record')).toMatchObject({ code: 0, stderr: '' })
  })

  test.skipIf(!nobody)('runs as an ordinary user too', async () => {
    const folder = await aDataFolder(nobody)
    const app = startApp({ COMMONPURSE_DATA: folder }, nobody)
    expect(await health(await app.ready())).toMatchObject({ status: 200 })
    app.signal('SIGTERM')
    expect(await app.ended).toBe(0)
    expect(serverIn(folder)).toBeUndefined()
  })
})

const connectTo = (socketFolder: string) =>
  connectDatabases({ ownerUrl: { host: socketFolder, user: 'commonpurse', database: 'commonpurse' } })

async function writeUntilItIsGone(socketFolder: string, acknowledged: string[]) {
  const databases = connectTo(socketFolder)
  const operator = operatorFor(newId<'organisation'>())
  try {
    for (let count = 1; ; count += 1) {
      const name = `Organisation ${count}`
      const input = { kind: 'provider', name, shortName: name, startsOn: '2026-01-01' }
      await perform(databases, addOrganisation, operator, input)
      acknowledged.push(name)
    }
  } catch {
    await databases.close()
  }
}

async function namesIn(socketFolder: string): Promise<Set<string>> {
  const databases = connectTo(socketFolder)
  const rows = await databases.owner.selectFrom('organisations.organisation').select('name').execute()
  await databases.close()
  return new Set(rows.map(({ name }) => name))
}

describe.skipIf(!hasPostgres15())('DATABASE_URL, on PostgreSQL 15', () => {
  test('is used as an owner who is no superuser; no server is started, and nothing is seeded unless asked for', async () => {
    const server = await aPostgres15()
    const folder = await aDataFolder()
    const env = { COMMONPURSE_DATA: folder, DATABASE_URL: server.url('keeper', 'commonpurse') }
    const app = startApp(env)
    const address = await app.ready()
    expect(await health(address)).toMatchObject({ status: 200 })
    expect(existsSync(join(folder, 'postgres'))).toBe(false)
    expect(await (await fetch(`${address}/sign-in`)).text()).toContain('not set up yet')
    const entries = await server.as('keeper', 'commonpurse', 'select 1 from record.entry')
    expect(entries.rows).toEqual([])
    expect(await runCli(env, 'seed')).toMatchObject({ code: 0, stderr: '' })
    expect(await runCli(env, 'check')).toMatchObject({ code: 0, stderr: '' })
    const backup = join(folder, 'backup')
    expect(await runCli(env, 'backup', backup)).toMatchObject({ code: 0, stderr: '' })
    await server.as('super', 'postgres', 'create database restored owner keeper')
    const restored = {
      ...env,
      DATABASE_URL: server.url('keeper', 'restored'),
      COMMONPURSE_DATA: join(folder, 'restored'),
    }
    expect(await runCli(restored, 'restore', backup)).toMatchObject({ code: 0, stderr: '' })
  })

  test('is told from DATABASE_APP_URL, by which the app comes in and owns nothing', async () => {
    const server = await aPostgres15()
    await server.as('super', 'postgres', 'create role web login')
    const app = startApp({
      COMMONPURSE_DATA: await aDataFolder(),
      DATABASE_URL: server.url('keeper', 'commonpurse'),
      DATABASE_APP_URL: server.url('web', 'commonpurse'),
    })
    const address = await app.ready()
    expect((await fetch(`${address}/sign-in`)).status).toBe(200)
    const who = await server.as(
      'super',
      'commonpurse',
      `select distinct usename from pg_stat_activity where datname = 'commonpurse' and usename is not null`,
    )
    expect(who.rows.map((row) => row['usename'])).toEqual(expect.arrayContaining(['keeper', 'web']))
  })

  test('when it is gone /health says 503 and why, pages say sorry, and both come back with it', async () => {
    const server = await aPostgres15()
    const env = { COMMONPURSE_DATA: await aDataFolder(), DATABASE_URL: server.url('keeper', 'commonpurse') }
    const app = startApp(env)
    const address = await app.ready()
    await server.stop()
    const gone = await health(address)
    expect(gone).toMatchObject({ status: 503, body: { status: 'not ready' } })
    expect(gone.body['reason']).toMatch(/^database: /)
    const page = await fetch(`${address}/sign-in`, { headers: { cookie: 'commonpurse=anything' } })
    expect(page.status).toBe(503)
    await server.start()
    while ((await health(address)).status !== 200) await sleep(100)
    expect((await fetch(`${address}/sign-in`)).status).toBe(200)
  })
})

describe('settings', () => {
  test('each is in the table of docs/how-to/run-it.md', () => {
    const names = [...readFileSync('src/config.ts', 'utf8').matchAll(/^ {2}([A-Z_]+): /gm)].map(
      (match) => match[1],
    )
    const table = readFileSync('docs/how-to/run-it.md', 'utf8')
    expect(names).toContain('PORT')
    expect(names.filter((name) => !table.includes(`| \`${name}\` |`))).toEqual([])
  })

  test.each([
    [{ PORT: 'many' }, /PORT must be a port number/],
    [{ DATABASE_URL: 'mysql://somewhere' }, /DATABASE_URL must begin with postgres/],
    [{ DATABASE_APP_URL: 'postgres://web@there/x' }, /DATABASE_APP_URL needs DATABASE_URL/],
    [{ PUBLIC_URL: 'budgets' }, /PUBLIC_URL must be a full address/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
  ])('%j cannot be used, and it says why', async (env, why) => {
    const app = startApp({ COMMONPURSE_DATA: await aDataFolder(), ...env })
    expect(await app.ended).toBe(1)
    expect(app.words()).toMatch(why)
    expect(app.words()).not.toContain('    at ')
  })

  test('PORT and HOST say where it listens; a port that is taken is said plainly', async () => {
    const first = startApp({ COMMONPURSE_DATA: await aRealFolder(), HOST: '127.0.0.2' })
    const { hostname, port } = new URL(await first.ready())
    expect(hostname).toBe('127.0.0.2')
    const second = startApp({ COMMONPURSE_DATA: await aRealFolder(), HOST: '127.0.0.2', PORT: port })
    expect(await second.ended).toBe(1)
    expect(second.words().trim()).toBe(`Port ${port} of 127.0.0.2 is in use already. Set PORT to another.`)
  })

  test('PUBLIC_URL by https makes cookies secure, and the browser stay with https', async () => {
    const app = startApp({
      COMMONPURSE_DATA: await aDataFolder(),
      PUBLIC_URL: 'https://budgets.example.nhs.uk',
    })
    const address = await app.ready()
    const signIn = await fetch(`${address}/sign-in`)
    expect(signIn.headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
    const who = /name="who"[^>]*value="([^"]+)"/.exec(await signIn.text())?.[1] ?? ''
    const signedIn = await fetch(`${address}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ who }).toString(),
    })
    expect(signedIn.status).toBe(303)
    expect(signedIn.headers.get('set-cookie')).toMatch(/HttpOnly; Secure/)
  })
})

test('the log is a line of JSON for each request, with the number that the error page shows, and nothing personal', async () => {
  const app = startApp({ COMMONPURSE_DATA: await aDataFolder() })
  const address = await app.ready()
  const before = app.log().length
  const personId = '0190b001-0000-7000-8000-000000000001' as Id<'person'>
  await fetch(`${address}/people/${personId}?name=Amina%20Rahman`, { redirect: 'manual' })
  const missing = await fetch(`${address}/nothing/9434765919?born=1990-03-04`)
  const shown = /helps them: ([0-9a-f-]{36})/.exec(await missing.text())?.[1]
  await fetch(`${address}/sign-in`, { method: 'POST', body: new URLSearchParams({ who: 'Amina Rahman' }) })
  while (app.log().length < before + 3) await sleep(20)
  const lines = app.log().filter((line) => line['msg'] === 'request')
  expect(lines.map((line) => [line['method'], line['route'], line['status']])).toEqual([
    ['GET', '/people/:personId', 303],
    ['GET', 'none', 404],
    ['POST', '/sign-in', expect.any(Number)],
  ])
  expect(shown).toBe(lines[1]?.['reqId'])
  for (const word of ['Amina', 'Rahman', '9434765919', '1990-03-04', personId]) {
    expect(JSON.stringify(app.log())).not.toContain(word)
  }
})
