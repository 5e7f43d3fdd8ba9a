import { expect, test } from 'vitest'
import { day } from '../../src/platform/day.ts'
import { aminasLife } from '../../world/lives/amina.ts'
import { juneStatement } from '../../world/lives/amina-bank.ts'
import { amina } from '../../world/lives/amina-plan.ts'
import { icbPaydays } from '../../world/lives/paydays.ts'
import { live } from '../../world/life.ts'
import { worldOn } from '../../world/world.ts'
import { aTown } from '../support/app.ts'
import { checkEverything } from '../support/check-everything.ts'
import { ledgerOf } from '../support/ledger.ts'
import { browser } from '../support/web.ts'
import type { Page } from '../support/web.ts'

/** Journey J2, steps 3 to 8: a month as an employer. */
test('Amina pays Sharon and Tomasz, adds June’s statement, and sees what is hers to use', async () => {
  const town = await aTown(day('2026-03-06'))
  await live(worldOn(town.platform), [aminasLife, icbPaydays], day('2026-06-29'))
  const her = browser(town)
  const path = `/people/${amina.personId}`

  // 3. What to pay, and what to keep for HMRC and the pension.
  await town.itIs(day('2026-06-29'))
  const before = await her.signIn('Amina Rahman')
  expect(before.heading).toBe('Hello, Amina')
  const toPay = await before.follow('Pay £1,304.32 to Sharon Bell by 30 June')
  expect(toPay.rows).toEqual([
    ['HMRC', 'Tax and National Insurance', '22 June 2026', '£114.24', 'You told us on 22 June 2026'],
    ['NEST', 'Pension', '22 June 2026', '£65.52', 'You told us on 22 June 2026'],
    [
      'Sharon Bell',
      'Wages, Sharon',
      '30 June 2026',
      '£1,304.32',
      expect.stringContaining('I have paid this'),
    ],
    ['Tomasz Nowak', 'Wages, Tomasz', '30 June 2026', '£602.00', expect.stringContaining('I have paid this')],
    [
      'Barset Payroll',
      'Payroll bureau',
      '30 June 2026',
      '£21.60',
      expect.stringContaining('I have paid this'),
    ],
    [
      'HMRC',
      'Tax and National Insurance',
      '22 July 2026',
      '£114.24',
      expect.stringContaining('I have paid this'),
    ],
    ['NEST', 'Pension', '22 July 2026', '£65.52', expect.stringContaining('I have paid this')],
  ])

  // 4. She pays in her own bank's app: the page says "you told us", not "paid".
  await town.itIs(day('2026-06-30'))
  const told = await (await her.get(`${path}/to-pay`)).send({}, { form: 0 })
  expect(told.rows[2]).toEqual([
    'Sharon Bell',
    'Wages, Sharon',
    '30 June 2026',
    '£1,304.32',
    'You told us on 30 June 2026',
  ])

  // 5. The statement: 11 lines, and it adds up.
  await town.itIs(day('2026-07-01'))
  const reading = await addStatement(her, path, 'june.ofx', juneStatement())
  expect(reading.heading).toBe('We are reading the statement')
  await town.work()
  const taken = await her.get(reading.path)
  expect(taken.rows).toEqual(
    expect.arrayContaining([
      ['At the start', '£2,768.94'],
      ['Payments in the file', '11'],
      ['At the end', '£3,015.13'],
    ]),
  )
  expect(taken.text).toContain('It adds up, and it agrees with what we had.')

  // 6. Swimming is asked about once, and that answers the rest: nine match without a question of their own.
  const questions = await taken.follow('Answer 2 questions')
  expect(questions.rows.map((row) => row[1])).toEqual(['ABLE SWIM and 3 more', 'TESCO STORES 3297'])
  const swimming = await her.get(linkOf(questions, 0))
  expect(swimming.text).toContain('Was it for Swimming?')
  const left = await swimming.send({ answer: 'always' })
  expect(left.rows.map((row) => row[1])).toEqual(['TESCO STORES 3297'])
  const swims = await her.get(`${path}/payments?find=able+swim`)
  expect(swims.rows.map((row) => [row[0], row[2], row[3]])).toEqual([
    ['19 June 2026', 'Money back, Swimming. You paid them for Swimming before', '+£32.00'],
    ['17 June 2026', 'Swimming. You said: always for Swimming', '−£32.00'],
    ['10 June 2026', 'Swimming. You said: always for Swimming', '−£32.00'],
    ['3 June 2026', 'Swimming. You said: always for Swimming', '−£32.00'],
  ])

  // 7. The wrong card: no blame, and it is to be paid back.
  const tesco = await her.get(linkOf(left, 0))
  const somethingElse = await tesco.send({ answer: 'else' })
  const nothingLeft = await somethingElse.send({ was: 'mine' })
  expect(nothingLeft.text).toContain('Nothing is left to answer')

  // 8. Home, as at 30 June: three sums that never swap their words.
  await town.itIs(day('2026-06-30'))
  const home = await her.get(path)
  expect(home.text).toContain('In the account£3,015.13')
  expect(home.text).toContain('Set aside£2,970.16')
  expect(home.text).toContain('Yours to use£44.97')
  expect(home.text).toContain('£32.00 left of £96.00 in June')
  const setAside = await home.follow('Set aside')
  expect(setAside.rows).toEqual(
    expect.arrayContaining([
      ['Contingency', '£1,904.00', 'Kept for when something goes wrong'],
      ['Leave cover', '£666.40', 'Kept for holidays of the people you employ'],
      ['Training', '£220.00', 'Saved for something named'],
      ['HMRC', '£114.24', 'Tax and National Insurance, due 22 July 2026'],
      ['NEST', '£65.52', 'Pension, due 22 July 2026'],
    ]),
  )

  // On 2 July the £18.40 comes back: then the £63.37 that June left is all hers, beside what July brings.
  await town.itIs(day('2026-07-03'))
  expect((await her.get(path)).text).toContain('Yours to use£2,259.11')
  const typed = await typeStatement(her, path, [['2', '7', '2026', 'A RAHMAN', '18.40']])
  expect(typed.rows).toEqual(
    expect.arrayContaining([
      ['Matched by themselves', '0'],
      ['New to us', '1'],
    ]),
  )
  const back = await (await typed.follow('Answer one question')).follow('What was this for?')
  expect(back.text).toContain('Is it what you owed back?')
  await back.send({ answer: 'yes' })
  const july = await her.get(path)
  expect(july.text).toContain('Yours to use£2,277.51')
  expect(july.text).toContain('£96.00 left of £96.00 in July, and £32.00 from before')
  expect(july.text).toContain('£31.01 from before')
  expect(july.text).toContain('£0.36 from before')

  await expect(await ledgerOf(town, amina.themself(), amina.personId, day('2026-06-01'))).toMatchFileSnapshot(
    'amina-june.ledger',
  )
  await checkEverything(town)
})

async function addStatement(her: ReturnType<typeof browser>, path: string, name: string, contents: string) {
  const page = await her.get(`${path}/statements/new`)
  return page.send({}, { file: { name, contents } })
}

async function typeStatement(her: ReturnType<typeof browser>, path: string, lines: string[][]) {
  const page = await her.get(`${path}/statements/type`)
  const values = Object.fromEntries(
    lines.flatMap(([date = '', month = '', year = '', words = '', amountIn = ''], index) => [
      [`on-${index}-day`, date],
      [`on-${index}-month`, month],
      [`on-${index}-year`, year],
      [`words-${index}`, words],
      [`in-${index}`, amountIn],
    ]),
  )
  return page.send(values)
}

/** Where the nth question of the list leads. */
function linkOf(page: Page, nth: number): string {
  return page.links.filter((link) => link.text === 'What was this for?')[nth]?.href ?? ''
}
