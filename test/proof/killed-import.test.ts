import pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { checkLaws } from '../../checks/index.ts'
import { readConfig } from '../../src/config.ts'
import { connectDatabases } from '../../src/platform/database.ts'
import { addDays, day } from '../../src/platform/day.ts'
import { pounds, showMoney, sum } from '../../src/platform/money.ts'
import { verifyRecord } from '../../src/platform/record/verify.ts'
import { openPlatform } from '../../src/start.ts'
import { ofxStatement } from '../../world/bank.ts'
import type { Told } from '../../world/bank.ts'
import { beginWorld } from '../../world/begin.ts'
import { morningOf, setClock } from '../../world/clock.ts'
import { live } from '../../world/life.ts'
import { amina } from '../../world/lives/amina-plan.ts'
import { aminasLife } from '../../world/lives/amina.ts'
import { worldOn } from '../../world/world.ts'
import { aDataFolder, connectionIn, overHttp, startApp } from '../support/process.ts'
import type { RealApp, Wire } from '../support/process.ts'
import { aSeed, randomFrom } from '../support/random.ts'
import { browser } from '../support/web.ts'

/**
 * Acceptance 4: `kill -9` of everything during an import of 100,000 lines, at ten random moments. A moment is a share
 * of the work, never of time: so much of the file has come in, was read, was matched.
 */

const lines = 100_000
const shops = ['ABLE SWIM', 'CORNER SHOP', 'TOWN BUSES', 'R PATEL PHARMACY', 'VALE TAXIS']
const told = Array.from({ length: lines }, (_, index): Told => {
  const on = addDays(day('2026-06-02'), Math.floor((index * 27) / lines))
  return [on, shops[index % shops.length] ?? '', index % 7 === 0 ? '4.00' : '-0.50']
})
const statement = ofxStatement(aminasAccount(), '2768.94', told)

function aminasAccount() {
  if (!amina.account) throw new Error('Amina has no account')
  return amina.account
}

type Moment = { when: 'being read' | 'being matched'; share: number; pause: number }

/** Rather early than late, or the work that is lost ten times takes longer than all other tests. */
const moments = (random: () => number) =>
  Array.from({ length: 9 }, (): Moment => {
    const when = random() < 0.5 ? 'being read' : 'being matched'
    return { when, share: random() ** 2, pause: random() * 40 }
  })

test('an import of 100,000 lines that is killed ten times is never half there, and finishes by itself', async () => {
  const seed = aSeed()
  const random = randomFrom(seed)
  const folder = await aDataFolder()
  await tellAmina(folder)
  let app = await startApp(folder)
  const wire: Wire = { address: app.address }
  const her = browser(overHttp(wire))
  await her.signIn('Amina Rahman')
  const startAgain = async () => {
    app = await startApp(folder)
    wire.address = app.address
  }
  const addIt = async () => {
    const page = await her.get(`/people/${amina.personId}/statements/new`)
    return page.send({}, { file: { name: 'june.ofx', contents: statement } })
  }

  const share = random()
  wire.cutAfter = { bytes: (all) => Math.floor(all * share), cut: () => app.killEverything() }
  await expect(addIt()).rejects.toThrow('fetch failed')
  wire.cutAfter = undefined
  await startAgain()
  expect(await whatIsThere(app)).toEqual(noImport)

  let startedAt = new Date()
  const importPath = (await addIt()).path
  const said = [`coming in: ${String(Math.round(share * 100))}% of the file`]
  for (const moment of moments(random)) {
    const done = await waitFor(app, moment, startedAt)
    await sleep(moment.pause)
    await app.killEverything()
    said.push(`${moment.when}: ${done}`)
    startedAt = new Date()
    await startAgain()
    const found = await whatIsThere(app)
    expect(found).toEqual(found.state === 'applied' ? everything : nothing)
  }
  process.stdout.write(`Killed with seed ${String(seed)}, ${said.join('; ')}\n`)

  let page = await her.get(importPath)
  while (page.heading === 'We are reading the statement') {
    await sleep(100)
    page = await her.get(importPath)
  }
  expect(page.heading).toBe('The statement is in')
  expect(page.rows).toEqual(
    expect.arrayContaining([
      ['Payments in the file', String(lines)],
      ['New to us', String(lines)],
    ]),
  )
  expect(page.text).toContain('It adds up, and it agrees with what we had.')
  const inTheAccount = sum([pounds('2768.94'), ...told.map(([, , amount]) => pounds(amount))])
  const home = await her.get(`/people/${amina.personId}`)
  expect(home.text).toContain(`In the account${showMoney(inTheAccount)}`)
  await everythingHolds(app)
  await app.stop()
}, 900_000)

/** Amina's life up to the end of May in a folder of its own, before anybody starts the app there. */
async function tellAmina(folder: string): Promise<void> {
  const opened = await openPlatform(readConfig({ COMMONPURSE_DATA: folder, LOG_LEVEL: 'silent' }))
  const { platform } = opened
  const world = worldOn(platform)
  await beginWorld(world, day('2026-03-06'))
  await live(world, [aminasLife], day('2026-06-29'))
  await setClock(platform.databases, morningOf(day('2026-06-30')))
  await opened.close()
}

const bankLines = `select count(*)::int from statements.statement_line where booked_on > '2026-06-01'`
const counts = `
  (select count(*)::int from statements.import where state <> 'applied' or lines = ${String(lines)}) as imports,
  (${bankLines}) as lines,
  (select count(*)::int from ledger.journal where event = 'statement-line' and occurred_on > '2026-06-01') as journals,
  (select count(distinct (m.statement_line_id)) from statements.match m join statements.statement_line l
     on l.id = m.statement_line_id and l.person_id = m.person_id where l.booked_on > '2026-06-01')::int
   + (select count(*)::int from statements.unexplained u join statements.statement_line l
     on l.id = u.statement_line_id and l.person_id = u.person_id where l.booked_on > '2026-06-01') as explained_or_asked`

const noImport = { state: null, imports: 0, lines: 0, journals: 0, explained_or_asked: 0 }
const nothing = { ...noImport, state: 'reading', imports: 1 }
const everything = { state: 'applied', imports: 1, lines, journals: lines, explained_or_asked: lines }

/** Of one moment. */
async function whatIsThere(app: RealApp) {
  return withDatabase(app, async (client) => {
    const answer = await client.query<typeof everything>(
      `select (select state from statements.import where state <> 'applied' or lines = ${String(lines)}) as state, ${counts}`,
    )
    return answer.rows[0] ?? { ...noImport, state: 'no answer' }
  })
}

/** Waits until so much of the work is done since this start of the app. Answers how much, in words. */
async function waitFor(app: RealApp, { when, share }: Moment, since: Date): Promise<string> {
  return withDatabase(app, async (client) => {
    const lineNo = async () => {
      // Sequences move on outside transactions, so they tell of work that nobody can see yet.
      const answer = await client.query<{ no: string }>(
        'select last_value as no from statements.statement_line_no_seq',
      )
      return Number(answer.rows[0]?.no)
    }
    const before = await lineNo()
    for (;;) {
      if (when === 'being read') {
        const answer = await client.query<{ share: number; words: string }>(
          'select done::float / coalesce(of, done) as share, words from platform.progress where at > $1',
          [since],
        )
        const progress = answer.rows[0]
        if (progress && (progress.share >= share || progress.words !== 'Reading'))
          return `${String(Math.round(progress.share * 100))}% of the file`
      } else {
        const matched = (await lineNo()) - before
        if (matched >= Math.max(1, share * lines)) return `${String(matched)} lines`
      }
      await sleep(5)
    }
  })
}

async function withDatabase<Answer>(
  app: RealApp,
  work: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client(connectionIn(app.folder))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function everythingHolds(app: RealApp): Promise<void> {
  const databases = connectDatabases({ ownerUrl: connectionIn(app.folder) })
  expect(await checkLaws(databases)).toEqual([])
  expect((await verifyRecord(databases)).problems).toEqual([])
  await databases.close()
}
