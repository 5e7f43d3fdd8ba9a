import { AxeBuilder } from '@axe-core/playwright'
import type { Browser as Chromium, BrowserContext, Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/platform/day.ts'
import { live } from '../../world/life.ts'
import { aminasLife } from '../../world/lives/amina.ts'
import { amina } from '../../world/lives/amina-plan.ts'
import { icbPaydays } from '../../world/lives/paydays.ts'
import { shahsLives } from '../../world/lives/shahs.ts'
import { staff } from '../../world/organisations.ts'
import { worldOn } from '../../world/world.ts'
import { openTown } from '../support/app.ts'
import type { OpenTown } from '../support/app.ts'
import { startChromium } from '../support/chromium.ts'
import { crawl, formsOn } from '../support/crawl.ts'
import type { FormOnPage } from '../support/crawl.ts'
import { browser } from '../support/web.ts'
import type { Page } from '../support/web.ts'

/**
 * Acceptance 6, in a real browser: axe finds nothing on any page that a role can reach, nor on any form that was sent
 * with nothing in it; nothing scrolls sideways at 320 pixels; and a journey can be made with the keyboard alone.
 */

let town: OpenTown
let chromium: Chromium
let address: string

beforeAll(async () => {
  chromium = await startChromium()
  town = await openTown(day('2026-03-06'))
  await live(worldOn(town.platform), [aminasLife, shahsLives, icbPaydays], day('2026-07-01'))
  await town.itIs(day('2026-07-01'))
  address = await town.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await chromium?.close()
  await town?.close()
})

const phone = { width: 320, height: 640 }
const checked = new Set<string>()

describe.each([
  ['anybody', undefined],
  ['a person with a budget', 'Amina Rahman'],
  ['a coordinator', staff.coordinator.name],
  ['a finance officer', staff.finance.name],
  ['a council’s finance officer', staff.councilFinance.name],
  ['an administrator', staff.administrator.name],
])('%s', (_role, name) => {
  let context: BrowserContext
  let tab: Tab
  let pages: Page[]

  beforeAll(async () => {
    const them = browser(town)
    const home = name === undefined ? await them.get('/') : await them.signIn(name)
    pages = (await crawl(them, home.path)).filter(isDocument)
    if (name === staff.coordinator.name)
      pages.push(...(await crawl(them, `/people/${amina.personId}`)).filter(isDocument))
    context = await chromium.newContext({ viewport: phone, reducedMotion: 'reduce' })
    const [cookieName = '', value = ''] = them.cookie().split('=')
    if (value) await context.addCookies([{ name: cookieName, value, url: address }])
    tab = await context.newPage()
  })
  afterAll(() => context.close())

  test('every page is found well by axe, and fits a phone', async () => {
    expect(pages.filter((page) => page.status !== 200).map(({ path, status }) => [path, status])).toEqual([])
    const found: string[] = []
    for (const page of pages.filter(isNew)) {
      await tab.goto(address + page.path)
      found.push(...(await problemsOf(tab)))
    }
    expect(found).toEqual([])
  })

  test('every form that is sent with nothing in it says what is missing, is found well by axe, and fits', async () => {
    const found: string[] = []
    for (const form of formsOn(pages).filter(asksSomething).filter(isNewForm)) {
      await tab.goto(address + form.page)
      if ((await sendEmpty(tab, form)) === 422) found.push(...(await problemsOf(tab)))
    }
    expect(found).toEqual([])
  })
})

const isDocument = (page: Page) => page.html.startsWith('<!doctype html>')

/** What two roles see alike, but for ids and tokens, is looked at once. */
function isNew(page: Page): boolean {
  const seen = page.html.replaceAll(/[0-9a-f-]{36}|value="[\w-]{43}"/g, '')
  if (checked.has(seen)) return false
  checked.add(seen)
  return true
}

function isNewForm({ page, fields }: FormOnPage): boolean {
  const kind = `${page.replaceAll(/[0-9a-f-]{36}/g, '')} ${[...fields.keys()].join(' ')}`
  if (checked.has(kind)) return false
  checked.add(kind)
  return true
}

const asksSomething = ({ fields }: FormOnPage) =>
  [...fields.keys()].some((name) => !['csrf', 'key'].includes(name))

/** What axe finds, and how much too wide it is, in lines that name the page. */
async function problemsOf(tab: Tab): Promise<string[]> {
  const where = new URL(tab.url()).pathname
  const { violations } = await new AxeBuilder({ page: tab }).setLegacyMode(true).analyze()
  const tooWide = await tab.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  return [
    ...violations.map(
      ({ id, nodes }) =>
        `${where}: ${id}: ${nodes
          .map((node) => node.html)
          .join(' ')
          .slice(0, 400)}`,
    ),
    ...(tooWide === 0 ? [] : [`${where} is ${String(tooWide)} pixels too wide`]),
  ]
}

/** Sends a form of the page with every field emptied, as a browser would send it. Answers the status. */
async function sendEmpty(tab: Tab, { action, fields }: FormOnPage): Promise<number> {
  const names = [...fields.keys()]
  const answered = tab.waitForNavigation({ waitUntil: 'load' })
  await tab.evaluate(
    `(() => {
      const { action, names } = ${JSON.stringify({ action, names })}
      const form = [...document.querySelectorAll('form[method=post]')].find((each) =>
        new URL(each.action).pathname === action.split('?')[0] && names.every((name) => each.elements.namedItem(name)))
      for (const field of form.elements) {
        if (field.type === 'hidden') continue
        if ('checked' in field) field.checked = false
        if (field.tagName !== 'BUTTON' && !['radio', 'checkbox', 'file'].includes(field.type)) field.value = ''
      }
      form.noValidate = true
      setTimeout(() => form.submit())
    })()`,
  )
  return (await answered)?.status() ?? 0
}

test('with the keyboard alone: sign in, answer a question, and take the answer back', async () => {
  const context = await chromium.newContext({ viewport: phone })
  const tab = await context.newPage()
  await tab.goto(`${address}/sign-in`)
  await tabTo(tab, 'Skip to main content')
  await chooseRadio(tab, 'Amina Rahman')
  await tabTo(tab, 'Sign in')
  await press(tab, 'Enter')
  expect(await headingOf(tab)).toBe('Hello, Amina')

  await tabTo(tab, /^What was £18\.40 .*for\?/)
  await press(tab, 'Enter')
  await chooseRadio(tab, /^Something else|^I can say/)
  await tabTo(tab, 'Continue')
  await press(tab, 'Space')
  await chooseRadio(tab, /^It was mine|^Mine|wrong card/)
  await tabTo(tab, /^(Continue|Save)/)
  await press(tab, 'Enter')

  await tab.goto(`${address}/people/${amina.personId}/payments?find=tesco`)
  await tabTo(tab, /^Not right \(TESCO/)
  await press(tab, 'Enter')
  await tabTo(tab, /^What was this for/)
  await context.close()
})

const headingOf = (tab: Tab) => tab.locator('h1').innerText()

async function press(tab: Tab, key: 'Enter' | 'Space') {
  await Promise.all([tab.waitForNavigation(), tab.keyboard.press(key)])
}

const mostStops = 300

/** Presses Tab until the focus is on something of this name; at each stop the focus can be seen and has moved on. */
async function tabTo(tab: Tab, name: string | RegExp): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await tab.keyboard.press('Tab')
    const focus = await focusOf(tab)
    expect(focus).toMatchObject({ visible: true, inOrder: true })
    if (typeof name === 'string' ? focus.name === name : name.test(focus.name)) return
  }
  throw new Error(`Tab never comes to ${String(name)} on ${tab.url()}`)
}

/** A group of choices is one stop; the arrows go through it, and on to the next group’s. */
async function chooseRadio(tab: Tab, name: string | RegExp): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await tab.keyboard.press((await focusOf(tab)).isRadio ? 'ArrowDown' : 'Tab')
    const focus = await focusOf(tab)
    expect(focus.visible).toBe(true)
    if (!focus.isRadio || !(typeof name === 'string' ? focus.name === name : name.test(focus.name))) continue
    await tab.keyboard.press('Space')
    return
  }
  throw new Error(`No choice is called ${String(name)} on ${tab.url()}`)
}

type Focus = { name: string; visible: boolean; inOrder: boolean; isRadio: boolean }

/** What has the focus: its words, whether somebody would see that, and whether it comes after what had it before. */
function focusOf(tab: Tab): Promise<Focus> {
  return tab.evaluate(`(() => {
    const element = document.activeElement
    const isRadio = element.type === 'radio'
    const label = element.labels?.[0]
    const box = element.getBoundingClientRect()
    const shown = isRadio ? getComputedStyle(label, '::before') : getComputedStyle(element)
    const inside = isRadio ? shown : getComputedStyle(element)
    const marked = [shown, inside].some((style) => style.boxShadow !== 'none' || style.outlineStyle !== 'none')
    const before = window.focusedBefore
    const follows = !before || !before.isConnected || before === element
      || Boolean(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
      || element === document.body
    window.focusedBefore = element
    return {
      name: (label?.innerText ?? element.innerText ?? '').replaceAll(/\\s+/g, ' ').trim(),
      visible: element === document.body || (marked && box.width > 0 && box.height > 0),
      inOrder: follows,
      isRadio,
    }
  })()`)
}
