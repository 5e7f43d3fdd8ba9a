import { expect, test } from 'vitest'
import { day } from '../../src/platform/day.ts'
import { ofxStatement } from '../../world/bank.ts'
import type { Told } from '../../world/bank.ts'
import { leah, leahsApril, leahsJune, leahsMay } from '../../world/lives/leah.ts'
import { worldOn } from '../../world/world.ts'
import { aTown } from '../support/app.ts'
import type { Town } from '../support/app.ts'
import { checkEverything } from '../support/check-everything.ts'
import { ledgerOf } from '../support/ledger.ts'
import { browser } from '../support/web.ts'
import type { Browser, Page, Values } from '../support/web.ts'

const path = `/people/${leah.personId}`

/** Journey J5, steps 2 to 5, and 11 with its netting entered as a change. */
test('Leah’s council pays, the NHS pays its part back, a standing order is missing, and a payment is netted', async () => {
  const town = await aTown(day('2026-03-02'))
  const world = worldOn(town.platform)
  await leah.becomesKnown(world)
  await town.itIs(day('2026-03-23'))
  await leah.opensAccount(world)
  await leah.isAwarded(world)
  const her = await signedIn(town, 'Leah Morgan')
  const helen = await signedIn(town, 'Helen Cross')
  const dev = await signedIn(town, 'Dev Patel')
  const priya = await signedIn(town, 'Priya Nair')
  const tom = await signedIn(town, 'Tom Barker')
  const owen = await signedIn(town, 'Owen Price')

  // Where to pay: one of the council's finance officers enters it, another confirms it, and never the same.
  const enter = await (await helen.get(`${path}/where-to-pay`)).follow(/Enter details/)
  const entered = await enter.send({
    accountName: 'Leah Morgan',
    sortCode: '04-00-75',
    accountNumber: '27182818',
  })
  expect(entered.text).toContain('You entered this: somebody else confirms it')
  expect((await helen.get('/finance/details')).rows).toEqual([
    ['Leah Morgan', 'Leah’s support account', 'Waits to be confirmed', 'Helen Cross'],
  ])
  const confirmed = await (await dev.get(`${path}/where-to-pay`)).send()
  expect(confirmed.rows).toContainEqual(['Confirmed', expect.stringContaining('Dev Patel')])

  // 2. Easter Monday's payday is paid on the Thursday before; her standing order makes it £3,600.00.
  const run = await councilPays(town, { helen, dev }, '2 4 2026', '6 4 2026')
  expect(run.rows).toContainEqual([
    'Leah Morgan',
    'Budget',
    'Leah Morgan, 04-00-75 27182818',
    expect.stringMatching(/^PHB /),
    'On its way',
    '£3,406.00',
  ])
  await town.itIs(day('2026-04-18'))
  await handIn(town, her, 'april.ofx', '0.00', leahsApril)
  await sayAlways(her, 'KOFI MENSAH')
  await sayAlways(her, 'BETH LANE')
  expect((await helen.get('/finance/runs')).rows[0]?.[2]).toBe('Sent')
  const april = await her.get(`${path}/statement-of-account?${during('1 4 2026', '30 4 2026')}`)
  expect(april.rows).toContainEqual([
    'Leah’s support account',
    '£0.00',
    '£3,600.00',
    '£1,050.00',
    '£2,550.00',
  ])

  // 3. The council claims the NHS's part: 70% of the gross. It agrees, and the NHS approves it.
  await town.itIs(day('2026-05-01'))
  const wrong = await (await priya.get('/finance/recharges')).send({ claimed: '2384.20' })
  expect(wrong.rows[0]?.[5]).toBe('£2,384.20 is claimed: it does not agree')
  const claimed = await wrong.send({ claimed: '2520' })
  expect(claimed.rows[0]?.slice(0, 6)).toEqual([
    'Leah Morgan',
    'NHS Barset and Vale Integrated Care Board',
    'Barset Council',
    '6 April 2026',
    '£2,520.00',
    'Claimed on 1 May 2026, and it agrees',
  ])
  await (await tom.get('/finance/recharges')).send()
  expect((await helen.get('/finance/recharges?which=all')).rows[0]?.[5]).toBe(
    'Approved on 1 May 2026 by Tom Barker',
  )

  // 4. May's standing order is missing: asked kindly on the 11th, her PAs are paid, and she pays on the 15th.
  await councilPays(town, { helen, dev }, '1 5 2026', '4 5 2026')
  await town.itIs(day('2026-05-08'))
  await handIn(town, her, 'early-may.ofx', '2550.00', leahsMay.slice(0, 3), '2026-05-08')
  expect((await owen.get('/today')).text).toContain('Nothing needs you now')
  await town.itIs(day('2026-05-11'))
  const asked = await owen.get('/today')
  expect(asked.text).toContain('A contribution has not come: Leah Morgan')
  expect(asked.text).toContain('Ask kindly. Their support goes on, and so does the NHS’s part.')
  await town.itIs(day('2026-05-30'))
  await handIn(town, her, 'may.ofx', '2550.00', leahsMay)
  expect((await owen.get('/today')).text).toContain('Nothing needs you now')

  // 5. "I am in hospital": pay goes on for four weeks as planned, her coordinator knows, and she comes home.
  await town.itIs(day('2026-06-01'))
  await councilPays(town, { helen, dev }, '1 6 2026', '1 6 2026')
  const away = await (
    await her.get(`${path}/away`)
  ).send({ place: 'hospital', ...dayBoxes('fromOn', '1 6 2026') })
  expect(away.text).toContain('In hospital since 1 June 2026. Pay goes on as planned until 28 June 2026')
  expect((await owen.get('/today')).text).toContain('In hospital: Leah Morgan')
  await town.itIs(day('2026-06-21'))
  await (await her.get(`${path}/away`)).send(dayBoxes('homeOn', '21 6 2026'))
  expect((await owen.get('/today')).text).toContain('Nothing needs you now')
  await town.itIs(day('2026-06-29'))
  await handIn(town, her, 'june.ofx', '3000.00', leahsJune)

  // 11. £1,800.00 is netted off the payment of 21 September, told in writing before, each funder's share of it its own.
  for (const [on, due] of [
    ['29 6 2026', '29 6 2026'],
    ['27 7 2026', '27 7 2026'],
    ['24 8 2026', '24 8 2026'],
  ] as const)
    await councilPays(town, { helen, dev }, on, due)
  await town.itIs(day('2026-08-28'))
  const budget = `${path}/budgets/${leah.budgetId}`
  const check = await (
    await owen.get(`${budget}/less`)
  ).send({
    lineId: leah.line('support'),
    amount: '1,800.00',
    how: 'once',
    ...dayBoxes('from', '21 9 2026'),
    ...dayBoxes('toldOn', '28 8 2026'),
    reason: 'Keep £1,100.00 for recruiting; £1,800.00 is more than is needed',
  })
  expect(check.rows).toContainEqual(['21 September 2026', '£3,600.00', '£1,800.00'])
  await check.send({ step: 'do' })
  const netted = await councilPays(town, { helen, dev }, '21 9 2026', '21 9 2026')
  expect(netted.rows.at(0)?.at(-1)).toBe('£1,606.00')
  const recharge = await priya.get('/finance/recharges')
  expect(recharge.rows.at(-1)?.slice(3, 5)).toEqual(['21 September 2026', '£1,260.00'])
  await handIn(town, her, 'september.ofx', '4500.00', [
    ['2026-06-30', 'BARSET COUNCIL DP', '3406.00'],
    ['2026-07-01', 'LEAH MORGAN STO', '194.00'],
    ['2026-07-27', 'BARSET COUNCIL DP', '3406.00'],
    ['2026-07-28', 'LEAH MORGAN STO', '194.00'],
    ['2026-08-24', 'BARSET COUNCIL DP', '3406.00'],
    ['2026-08-25', 'LEAH MORGAN STO', '194.00'],
    ['2026-09-21', 'BARSET COUNCIL DP', '1606.00'],
    ['2026-09-21', 'LEAH MORGAN STO', '194.00'],
  ])
  const year = await her.get(`${path}/budgets/${leah.budgetId}`)
  expect(year.rows).toContainEqual([
    '21 September 2026',
    'Netted off one payment',
    '£1,800.00',
    'Keep £1,100.00 for recruiting; £1,800.00 is more than is needed',
    'Owen Price',
    '28 August 2026',
  ])
  await expect(await ledgerOf(town, leah.themself(), leah.personId)).toMatchFileSnapshot('leah-spring.ledger')
  await checkEverything(town)
})

async function signedIn(town: Town, name: string): Promise<Browser> {
  const someone = browser(town)
  await someone.signIn(name)
  return someone
}

const dayBoxes = (name: string, written: string): Record<string, string> => {
  const [date = '', month = '', year = ''] = written.split(' ')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

const during = (from: string, to: string) =>
  new URLSearchParams({ ...dayBoxes('from', from), ...dayBoxes('to', to) }).toString()

/** Helen prepares the run, Dev approves it, and it is sent; answers the run's page. */
async function councilPays(
  town: Town,
  { helen, dev }: { helen: Browser; dev: Browser },
  payOn: string,
  dueUpTo: string,
): Promise<Page> {
  const [date = '', month = '', year = ''] = payOn.split(' ')
  await town.itIs(day(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`))
  const check = await (
    await helen.get('/finance/runs/new')
  ).send({
    ...dayBoxes('payOn', payOn),
    ...dayBoxes('dueUpTo', dueUpTo),
  })
  const prepared = await check.send({ step: 'do' })
  await (await dev.get(prepared.path)).send({}, { form: 0 })
  await town.work()
  return dev.get(prepared.path)
}

async function handIn(
  town: Town,
  her: Browser,
  name: string,
  opening: string,
  told: readonly Told[],
  lastDay?: string,
) {
  const form = await her.get(`${path}/statements/new`)
  const account = { sortCode: '040075', number: '27182818' }
  const contents = ofxStatement(account, opening, told, lastDay)
  await form.send({}, { file: { name, contents } })
  await town.work()
}

async function sayAlways(her: Browser, words: string) {
  const questions = await her.get(`${path}/questions`)
  const nth = questions.rows.findIndex((row) => row[1]?.startsWith(words))
  const links = questions.links.filter((link) => link.text === 'What was this for?')
  const question = await her.get(links[nth]?.href ?? `/no-question-about-${words}`)
  const said: Values = { answer: 'always' }
  return question.send(said)
}
