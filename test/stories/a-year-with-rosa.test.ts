import { expect, test } from 'vitest'
import { confirmDetails, enterDetails } from '../../src/domains/payments/index.ts'
import { workingDayOnOrBefore } from '../../src/domains/rules/index.ts'
import { addDays, addMonths, day } from '../../src/platform/day.ts'
import type { Day } from '../../src/platform/day.ts'
import { newId } from '../../src/platform/id.ts'
import { ofxStatement } from '../../world/bank.ts'
import type { Told } from '../../world/bank.ts'
import { cast } from '../../world/cast.ts'
import { pays } from '../../world/lives/paydays.ts'
import { as, icb, payrollFriend } from '../../world/organisations.ts'
import { worldOn } from '../../world/world.ts'
import type { World } from '../../world/world.ts'
import { aTown } from '../support/app.ts'
import type { Town } from '../support/app.ts'
import { checkEverything } from '../support/check-everything.ts'
import { ledgerOf } from '../support/ledger.ts'
import { browser } from '../support/web.ts'
import type { Browser, Page, Values } from '../support/web.ts'

const rosa = cast<'support' | 'art'>({
  no: 40,
  person: { givenName: 'Rosa', familyName: 'Delgado', bornOn: '1971-06-02', nhsNumber: '9990004099' },
  plan: {
    agreedOn: '2026-03-10',
    lines: {
      support: {
        name: 'Support',
        whatFor: 'Marta, who gets me up and out.',
        outcome: 'I am in my garden',
        amount: '210.00',
        per: 'week',
      },
      art: {
        name: 'Art',
        whatFor: 'Studio Nine on Fridays.',
        outcome: 'I paint again',
        amount: '40.00',
        per: 'month',
      },
    },
  },
  budget: {
    from: '2026-04-01',
    until: '2027-04-01',
    basis: 'chc',
    payerId: icb,
    paidEvery: 'month',
    costCode: 'CHC-DP',
    nhsPercent: 100,
    held: { way: 'managed', employer: 'person' },
  },
})
const path = `/people/${rosa.personId}`
const kept = { sortCode: '200415', number: '31415926' }
const own = { sortCode: '040075', number: '55667788' }

/** Six months of one account: the NHS's money in; Marta paid each month, and Studio Nine in so many of them. */
function halfAYear(
  first: string,
  art: number,
  before: readonly Told[] = [],
  after: readonly Told[] = [],
): Told[] {
  const months = Array.from({ length: 6 }, (_, index) => addMonths(day(first), index))
  const usual = months.flatMap((month, index): Told[] => {
    const on = (date: string) => `${month.slice(0, 8)}${date}`
    const painted: Told[] = index < art ? [[on('20'), 'STUDIO NINE', '-35.00']] : []
    return [
      [workingDayOnOrBefore(month), 'NHS BARSET', '952.50'],
      ...painted,
      [on('28'), 'MARTA KOWAL', '-850.00'],
    ]
  })
  return [...before, ...usual, ...after]
}

/** A whole year: a service keeps the account, from October she holds it herself, and what is left goes on in April. */
test('Rosa takes the money over in October, and carries what is left into the next year', async () => {
  const town = await aTown(day('2026-03-10'))
  const world = worldOn(town.platform)
  await rosa.becomesKnown(world)
  const grace = browser(town)
  await grace.signIn('Grace Adeyemi')
  const she = browser(town)
  await she.signIn('Rosa Delgado')

  // The account that a service keeps for her, and the budget: looked at first, then awarded.
  const keptAt = await noteAccount(grace, 'managed', 'Kept for Rosa', kept, '10 3 2026')
  await canBePaid(world, keptAt, kept)
  const check = await (
    await grace.get(`${path}/budgets/new`)
  ).send({
    ...days('from', '1 4 2026'),
    ...days('lastDay', '31 3 2027'),
    basis: 'chc',
    held: `managed person ${keptAt}`,
    costCode: 'CHC-DP',
  })
  expect(check.heading).toBe('Check this budget')
  expect(check.rows).toEqual([
    [
      'Support',
      '£210.00 a week × 365 days ÷ 7 = £10,950.00',
      'the NHS 100%',
      expect.stringContaining('a service keeps the account'),
      '£10,950.00',
    ],
    [
      'Art',
      '£40.00 a month × 12 = £480.00',
      'the NHS 100%',
      expect.stringContaining('a service keeps the account'),
      '£480.00',
    ],
    ['All together', '', '', '', '£11,430.00'],
    ['For', '2026–27'],
    ['On what ground', 'NHS Continuing Healthcare'],
    ['Who pays', 'NHS Barset and Vale Integrated Care Board, every month'],
    ['First payment', '£952.50 on 1 April 2026'],
    ['Then', '£952.50 on 1 May 2026, and so on'],
  ])
  const awarded = await check.send({ step: 'do' })
  expect(awarded.heading).toBe('Budget for 2026–27')

  // Spring and summer: the NHS pays, the service's statement comes, and Rosa says once who Marta and Studio Nine are.
  await sixMonthsPaid(town, world, day('2026-04-01'))
  await handIn(town, she, 'kept.ofx', ofxStatement(kept, '0.00', halfAYear('2026-04-01', 5)))
  await sayAlways(she, 'MARTA KOWAL', 'Support')
  await sayAlways(she, 'STUDIO NINE', 'Art')
  expect(await sums(she)).toEqual(['£440.00', '£0.00', '£440.00'])

  // She asks to hold it herself; Grace sees what it takes, and from 1 October both lines are held so.
  const line = await lineNamed(she, 'Support')
  const asked = await (await she.get(`${line}/hold-differently`)).send({ way: 'direct' })
  expect(asked.heading).toBe('We will talk it through with you')
  const ownAt = await noteAccount(grace, 'own', 'Rosa’s own account', own, '28 9 2026')
  await canBePaid(world, ownAt, own)
  const held = {
    held: `direct person ${ownAt}`,
    ...days('from', '1 10 2026'),
    reason: 'She wants to pay Marta herself',
  }
  for (const name of ['Support', 'Art']) {
    const takes = await (await grace.get(`${await lineNamed(grace, name)}/hold-differently`)).send(held)
    expect(takes.rows).toContainEqual([
      'Settle what is left in the old account; nothing moves by itself',
      '29 October 2026',
    ])
    await takes.send({ step: 'do' })
  }

  // The money goes to the new account; what was left in the old one follows, and the old one is closed.
  await sixMonthsPaid(town, world, day('2026-10-01'))
  const moved: Told[] = [['2026-10-02', 'TRANSFER TO R DELGADO', '-440.00']]
  await handIn(town, she, 'kept-to-the-end.ofx', ofxStatement(kept, '440.00', moved))
  await sayElse(she, 'TRANSFER TO R DELGADO', { was: 'moved' })
  const arrived: Told[] = [['2026-10-02', 'BARSET PAYROLL', '440.00']]
  await handIn(town, she, 'own.ofx', ofxStatement(own, '0.00', halfAYear('2026-10-01', 6, arrived)))
  expect((await she.get(`${path}/questions`)).text).toContain('Nothing is left to answer')
  const closed = await closeAccount(grace, keptAt)
  expect(closed.rows[0]?.[3]).toBe('10 March 2026, closed on 31 March 2027')

  // April: the next budget is awarded, and what is left of the old one goes on to the same lines.
  await town.itIs(day('2027-04-01'))
  const next = await (
    await grace.get(`${path}/budgets/new`)
  ).send({ basis: 'chc', held: `direct person ${ownAt}` })
  expect(next.rows).toContainEqual(['For', '2027–28'])
  await next.send({ step: 'do' })
  const old = await (await grace.get(`${path}/budgets`)).follow('2026–27')
  const carry = await old.follow('Carry over what is left to 2027–28')
  expect(carry.rows).toEqual([
    ['Support', '£750.00'],
    ['Art', '£95.00'],
  ])
  const carried = await carry.send({ reason: 'Marta was ill in March: the hours are still needed' })
  expect(carried.heading).toBe('Budget for 2027–28')
  expect(carried.text).toContain('Marta was ill in March')

  // Her year on one page.
  const year = await she.get(
    `${path}/statement-of-account?${daysInAddress('from', '1 4 2026')}&${daysInAddress('to', '31 3 2027')}`,
  )
  expect(year.text).toContain(
    'You had £0.00. You were given £11,430.00. You spent £10,585.00. You have £845.00',
  )
  expect(year.rows).toContainEqual(['Kept for Rosa', '£0.00', '£5,715.00', '£5,715.00', '£0.00'])
  expect(year.rows).toContainEqual(['Rosa’s own account', '£0.00', '£6,155.00', '£5,310.00', '£845.00'])
  await expect(await ledgerOf(town, rosa.themself(), rosa.personId)).toMatchFileSnapshot(
    'a-year-with-rosa.ledger',
  )
  await checkEverything(town)
})

const days = (name: string, written: string): Values => {
  const [date = '', month = '', year = ''] = written.split(' ')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

const daysInAddress = (name: string, written: string) =>
  new URLSearchParams(days(name, written) as Record<string, string>).toString()

type Numbers = { sortCode: string; number: string }

async function noteAccount(
  grace: Browser,
  kind: 'managed' | 'own',
  name: string,
  { sortCode, number }: Numbers,
  since: string,
) {
  const form = await grace.get(`${path}/accounts/new`)
  const noted = await form.send({
    kind,
    name,
    holderId: kind === 'managed' ? payrollFriend : '',
    sortCode,
    accountNumber: number,
    ...days('openedOn', since),
  })
  return [...noted.html.matchAll(/accounts\/([^/"]+)\/close/g)].at(-1)?.[1] ?? ''
}

async function closeAccount(grace: Browser, accountId: string): Promise<Page> {
  const accounts = await grace.get(`${path}/accounts`)
  const closers = [...accounts.html.matchAll(/accounts\/([^/"]+)\/close/g)].map((match) => match[1])
  return accounts.send({}, { form: closers.indexOf(accountId) })
}

/** One finance officer enters where to pay, another confirms it. */
async function canBePaid(world: World, accountId: string, { sortCode, number }: Numbers) {
  const { personId } = rosa
  const detailsId = newId<'details'>()
  const details = {
    personId,
    accountId,
    newDetailsId: detailsId,
    accountName: 'Rosa Delgado',
    sortCode,
    accountNumber: number,
  }
  await world.act(as('finance'), enterDetails, details)
  await world.act(as('otherFinance'), confirmDetails, { personId, detailsId })
}

async function sixMonthsPaid(town: Town, world: World, first: Day) {
  for (let month = 0; month < 6; month += 1) {
    const due = addMonths(first, month)
    const on = workingDayOnOrBefore(due)
    await town.itIs(on)
    await pays(world, icb, on, due)
  }
  await town.itIs(addDays(addMonths(first, 6), -1))
}

async function handIn(town: Town, she: Browser, name: string, contents: string) {
  const form = await she.get(`${path}/statements/new`)
  await form.send({}, { file: { name, contents } })
  await town.work()
}

async function questionAbout(she: Browser, words: string): Promise<Page> {
  const questions = await she.get(`${path}/questions`)
  const nth = questions.rows.findIndex((row) => row[1]?.startsWith(words))
  const links = questions.links.filter((link) => link.text === 'What was this for?')
  return she.get(links[nth]?.href ?? `/no-question-about-${words}`)
}

async function sayElse(she: Browser, words: string, values: Values) {
  const question = await questionAbout(she, words)
  const somethingElse = await question.send({ answer: 'else' })
  return somethingElse.send(values)
}

async function sayAlways(she: Browser, words: string, line: 'Support' | 'Art') {
  const planLineId = rosa.planLine(line === 'Support' ? 'support' : 'art')
  await sayElse(she, words, { was: planLineId, always: 'yes' })
}

/** In the account, set aside, yours to use. */
async function sums(she: Browser): Promise<string[]> {
  const { text } = await she.get(path)
  return ['In the account', 'Set aside', 'Yours to use'].map(
    (name) => new RegExp(`${name}(£[\\d,.]+)`).exec(text)?.[1] ?? '',
  )
}

async function lineNamed(someone: Browser, name: string): Promise<string> {
  const budgets = await someone.get(`${path}/budgets`)
  const budget = await budgets.follow('2026–27')
  return budget.links.find((link) => link.text === name)?.href ?? ''
}
