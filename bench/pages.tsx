import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { findSignedIn, startSession } from '../src/domains/accounts/index.ts'
import { home } from '../src/domains/workspaces/queries/home.ts'
import { endOfMonth, showDay } from '../src/platform/day.ts'
import { reading } from '../src/platform/database.ts'
import { showMoney } from '../src/platform/money.ts'
import { loadAssets } from '../src/ui/assets.ts'
import { page } from '../src/ui/visit.ts'
import type { Route } from '../src/ui/visit.ts'
import { amina } from '../world/lives/amina-plan.ts'
import { worldName } from '../world/organisations.ts'
import { callsASecond, median, say } from './measure.ts'
import type { BenchTown } from './town.ts'

const callers = 8
const seconds = 4
const rounds = 3

/** A page of nothing, with the same session, transaction and frame: what a page costs before it says anything. */
const constant: Route = {
  path: '/constant',
  enter: 'see a budget',
  visit: 'Constant',
  show: () => Promise.resolve(page({ title: 'Constant', body: <p>Always the same.</p> })),
}

/** The person's home page, against a constant page and against the same page made by Express and Nunjucks macros. */
export async function benchPages({ platform }: BenchTown): Promise<void> {
  const config = readConfig({ LOG_LEVEL: 'silent' })
  const assets = await loadAssets(process.cwd())
  const app = await createApp({ config, platform, assets, synthetic: worldName, more: [constant] })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const ours = `http://127.0.0.1:${String((app.server.address() as AddressInfo).port)}`
  const user = await platform.databases.owner
    .selectFrom('accounts.user')
    .select('id')
    .where('person_id', '=', amina.personId)
    .executeTakeFirstOrThrow()
  const secret = await startSession(platform.databases, user.id)
  const peer = await expressAndNunjucks(platform, secret)
  const agent = new http.Agent({ keepAlive: true, maxSockets: callers })
  const asks = (url: string) => () => get(agent, url, `commonpurse=${secret}`)
  const [path, still, theirs] = [`${ours}/people/${amina.personId}`, `${ours}/constant`, `${peer.address}/`]
  for (const url of [path, still, theirs]) await callsASecond(callers, 1, asks(url))
  const rates: Record<string, number[]> = { [path]: [], [still]: [], [theirs]: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const url of [path, still, theirs]) rates[url]?.push(await callsASecond(callers, seconds, asks(url)))
  }
  const [home1, constant1, nunjucks] = [path, still, theirs].map((url) => median(rates[url] ?? []))
  await app.close()
  peer.close()
  agent.destroy()
  say(
    'The person’s page against a constant page with the same session and transaction',
    `ours ${(home1 ?? 0).toFixed(0)} a second, constant ${(constant1 ?? 0).toFixed(0)} a second`,
    (constant1 ?? 0) / (home1 ?? 1),
    'none: it says what the page itself costs',
  )
  say(
    'The person’s page against the same page in Express with Nunjucks macros, from the same queries',
    `ours ${(home1 ?? 0).toFixed(0)} a second, Nunjucks ${(nunjucks ?? 0).toFixed(0)} a second`,
    (home1 ?? 0) / (nunjucks ?? 1),
    'at least 7',
  )
}

function get(agent: http.Agent, url: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent, headers: { cookie } }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${String(response.statusCode)}`))
        response.resume()
        response.on('end', resolve)
      })
      .on('error', reject)
  })
}

type Peer = { address: string; close(): void }

/** Templates are compiled once and kept, as they would be in production. */
async function expressAndNunjucks(platform: BenchTown['platform'], secret: string): Promise<Peer> {
  const fromBench = createRequire(join(process.cwd(), 'bench/package.json'))
  const express = fromBench('express') as () => Express
  const nunjucks = fromBench('nunjucks') as {
    configure(folders: string[], options: object): { express(app: Express): void }
  }
  const app = express()
  const macros = join(process.cwd(), 'node_modules/nhsuk-frontend/dist')
  nunjucks
    .configure([join(process.cwd(), 'bench'), macros], { autoescape: true, noCache: false, watch: false })
    .express(app)
  app.get('/', async (_request, response) => {
    const signedIn = await findSignedIn(platform.databases, secret)
    if (!signedIn) throw new Error('Nobody is signed in')
    const model = await reading(platform.databases, signedIn.actor, (database, time) =>
      home.read({ database, viewer: signedIn.actor, ...time }, { personId: amina.personId }),
    )
    response.render('home.njk', { model, showMoney, showDay, endOfMonth, path: `/people/${amina.personId}` })
  })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () => server.close(),
  }
}

type Express = {
  get(
    path: string,
    answer: (request: unknown, response: { render(view: string, locals: object): void }) => Promise<void>,
  ): void
  listen(port: number, host: string): http.Server
}
