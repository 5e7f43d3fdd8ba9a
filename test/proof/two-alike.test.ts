import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../src/app.ts'
import { setAside } from '../../src/domains/budgets/index.ts'
import { endAccess } from '../../src/domains/people/index.ts'
import type { PersonId } from '../../src/domains/people/index.ts'
import { day } from '../../src/platform/day.ts'
import { pounds } from '../../src/platform/money.ts'
import type { LineId } from '../../src/domains/budgets/index.ts'
import type { Member } from '../../world/cast.ts'
import { handsIn } from '../../world/events.ts'
import { live } from '../../world/life.ts'
import { icbPaydays } from '../../world/lives/paydays.ts'
import { anil, priya, shahsLives } from '../../world/lives/shahs.ts'
import { as, icb, staff } from '../../world/organisations.ts'
import { worldOn } from '../../world/world.ts'
import type { World } from '../../world/world.ts'
import { asActor } from '../support/actors.ts'
import { openTown } from '../support/app.ts'
import type { OpenTown } from '../support/app.ts'
import { crawl, formsOn, guid, kindOf } from '../support/crawl.ts'
import { idsOf, rowsOf, rowsThatMention, wordsOf } from '../support/rows.ts'
import { browser } from '../support/web.ts'
import type { Browser, Page, Values } from '../support/web.ts'

/**
 * Acceptance 5: Priya and Anil Shah have one surname and one birthday. Whoever may see Priya alone never gets
 * anything of Anil's, whatever ids they put wherever an address or a form has one.
 */

let town: OpenTown
/** The id of each of Anil's rows, one of each table, and every word that is his alone. */
let his: { ids: string[]; words: string[] }
const today = day('2026-06-24')

beforeAll(async () => {
  town = await openTown(day('2026-03-06'))
  const world = worldOn(town.platform)
  await live(world, [shahsLives, icbPaydays], day('2026-05-29'))
  await town.itIs(today)
  await hasAJune(world, priya, priya.line('support'), 'GREEN GROCER')
  await hasAJune(world, anil, anil.line('support'), 'CITY DRUMS')
  const { databases } = town.platform
  his = { ids: await idsOf(databases, anil.personId, 1), words: await wordsOf(databases, anil.personId) }
})
afterAll(() => town.close())

/** Something to answer, and something to pay. */
async function hasAJune<Line extends string>(
  world: World,
  member: Member<Line>,
  lineId: LineId,
  payee: string,
): Promise<void> {
  await handsIn(world, member, 'june.ofx', '100.00', [
    ['2026-06-02', payee, '-12.34'],
    ['2026-06-04', payee, '-23.45'],
  ])
  await world.act(as('coordinator'), setAside, {
    personId: member.personId,
    words: `A deposit for ${payee.toLowerCase()}`,
    payee,
    on: '2026-06-10',
    dueOn: '2026-06-30',
    parts: [{ lineId, amount: pounds('5.00') }],
  })
}

test('there is something of his in most tables, and words of his that his own pages say', async () => {
  expect(his.ids.length).toBeGreaterThan(15)
  expect(his.words).toEqual(
    expect.arrayContaining(['Anil', 'CITY DRUMS', 'Vale Night Care', 'Tabla lessons.']),
  )
})

describe.each([
  ['Priya Shah', 'herself'],
  [staff.coordinator.name, 'a coordinator whose organisation no longer sees him'],
  [staff.finance.name, 'a finance officer whose organisation no longer sees him'],
])('%s, %s', (name) => {
  let walk: Walk

  beforeAll(async () => {
    if (name !== 'Priya Shah') await takeScopeAway()
    const them = browser(town)
    const home = await them.signIn(name)
    walk = await startWalk(them, home, name, priya.personId)
  })

  test('finds her pages, and nothing of his on any of them', () => {
    expect(walk.pages.length).toBeGreaterThan(12)
    expect(walk.pages.map((page) => page.path)).toContain(`/people/${priya.personId}`)
    expect(walk.pages.flatMap((page) => leaks(page, walk))).toEqual([])
  })

  test('gets nothing of his from any route with his id in the address', async () => {
    const before = await rowsOf(town.platform.databases, anil.personId)
    for (const route of routes.filter(({ path }) => !path.startsWith('/sign-'))) {
      const names = route.path.match(/:\w+/g) ?? []
      for (const address of addressesWithHis(route.path, names)) {
        if (route.show) walk.note(await walk.them.get(address))
        if (route.submit) walk.note(await walk.them.post(address, { csrf: walk.csrf }))
      }
    }
    expect(walk.asked).toBeGreaterThan(routes.length)
    expect(walk.found).toEqual([])
    expect(await rowsOf(town.platform.databases, anil.personId)).toEqual(before)
  })

  test('gets nothing of his from any link with one of its ids changed for his', async () => {
    for (const address of walk.links) {
      for (const [index] of (address.match(guid) ?? []).entries()) {
        for (const id of his.ids) walk.note(await walk.them.get(withNth(address, index, id)))
      }
    }
    expect(walk.found).toEqual([])
  })

  test('gets nothing of his, and changes nothing of his, by any form with one of its fields changed for his', async () => {
    const { databases } = town.platform
    const before = await rowsOf(databases, anil.personId)
    const forms = formsOn(walk.pages).filter((form) => !form.action.startsWith('/sign-'))
    expect(forms.length).toBeGreaterThan(5)
    for (const form of forms) {
      for (const [field, values] of form.fields) {
        if (field === 'csrf') continue
        const ids = values.some((value) => value.match(guid)) ? his.ids : [his.ids[0] ?? '', anil.personId]
        for (const id of ids) {
          walk.note(
            await walk.them.post(form.action, { ...asItStands(form.fields), csrf: walk.csrf, [field]: id }),
          )
        }
      }
      for (const [index] of (form.action.match(guid) ?? []).entries()) {
        for (const id of his.ids) {
          const values = { ...asItStands(form.fields), csrf: walk.csrf }
          walk.note(await walk.them.post(withNth(form.action, index, id), values))
        }
      }
    }
    expect(walk.found).toEqual([])
    expect(await rowsOf(databases, anil.personId)).toEqual(before)
    expect(await rowsThatMention(databases, priya.personId, his.ids)).toEqual([])
    expect((await walk.them.get(`/people/${priya.personId}`)).status).toBe(200)
  })
})

type Walk = {
  them: Browser
  csrf: string
  pages: Page[]
  links: string[]
  /** Of his words, those that stand on her own pages too. */
  common: ReadonlySet<string>
  asked: number
  /** What must never be: an answer with something of his, or one that nobody worded. */
  found: string[]
  note(page: Page): void
}

async function startWalk(them: Browser, home: Page, name: string, personId: PersonId): Promise<Walk> {
  const pages = [...(await crawl(them, home.path, 2)), ...(await crawl(them, `/people/${personId}`, 2))]
  const links = new Map(pages.flatMap((page) => page.links).map(({ href }) => [kindOf(href), href]))
  const walk: Walk = {
    them,
    csrf: /name="csrf" value="([^"]+)"/.exec(home.html)?.[1] ?? '',
    pages,
    links: [...links.values()].filter((href) => /^\/(?!sign-)/.test(href)),
    // A person’s own name may stand on every page that they see.
    common: new Set(his.words.filter((word) => name.includes(word))),
    asked: 0,
    found: [],
    note(page) {
      walk.asked += 1
      if (page.path === '/sign-in') walk.found.push(`${name} was signed out`)
      if (![200, 403, 404, 422].includes(page.status))
        walk.found.push(`${page.path} answered ${String(page.status)}`)
      walk.found.push(...leaks(page, walk))
    },
  }
  return walk
}

/** What of his stands on a page, but for the one id that the address itself has. */
function leaks({ html, path }: Page, { common }: Walk): string[] {
  const found = his.words.filter((word) => !common.has(word) && html.includes(escaped(word)))
  return found.map((word) => `${path} says ${word}`)
}

const escaped = (word: string) =>
  word.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Each of a route's names with each of his ids: beside her own id, his own, and her ids under his name. */
function* addressesWithHis(path: string, names: readonly string[]): Generator<string> {
  const others = names.filter((name) => name !== ':personId')
  for (const person of names.includes(':personId') ? [priya.personId, anil.personId] : ['']) {
    const begun = path.replace(':personId', person)
    if (others.length === 0 && person === anil.personId) yield begun
    for (const id of others.length > 0 ? his.ids : []) {
      yield others.reduce((address, name) => address.replace(name, id), begun)
    }
  }
}

const withNth = (address: string, nth: number, id: string): string => {
  let count = -1
  return address.replaceAll(guid, (old) => ((count += 1) === nth ? id : old))
}

const asItStands = (fields: ReadonlyMap<string, readonly string[]>): Values =>
  Object.fromEntries([...fields].map(([name, values]) => [name, values[0] ?? '']))

async function takeScopeAway(): Promise<void> {
  const actor = as('coordinator')
  await asActor(town.platform.databases, actor, async ({ tx }) => {
    for (const granteeId of [icb, staff.coordinator.id, staff.otherCoordinator.id, staff.finance.id]) {
      for (const reason of [
        'their ICB',
        'pays for their support',
        'funds their support',
        'looks after their budget',
      ] as const) {
        await endAccess(tx, { personId: anil.personId, granteeId, reason }, day('2026-06-23'))
      }
    }
  })
  const left = await sql<{ reason: string }>`
    select reason from people.access where person_id = ${anil.personId} and (ends_on is null or ends_on > ${today})
    order by reason`.execute(town.platform.databases.owner)
  expect(left.rows.map((row) => row.reason)).not.toContain('their ICB')
}
