import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../../platform/day.ts'
import type { Days } from '../../platform/day.ts'
import { nothing, pence, pounds } from '../../platform/money.ts'
import { priceOver, rhythms } from './price.ts'
import type { Rhythm } from './price.ts'

const year: Days = { from: day('2026-04-01'), until: day('2027-04-01') }
const leapYear: Days = { from: day('2027-04-01'), until: day('2028-04-01') }

const price = (amount: string, per: Rhythm, days: Days) =>
  priceOver({ amount: pounds(amount), per, extraPerBankHoliday: nothing }, days)

test.each([
  ['34 hours at £14.00', '476.00', 'week', year, '24,820.00'],
  ['a leap year has a day more', '476.00', 'week', leapYear, '24,888.00'],
  ['swimming', '96.00', 'month', year, '1,152.00'],
  ['five weeks and a bit', '2,665.60', 'year', year, '2,665.60'],
  ['a year is a year, leap or not', '2,665.60', 'year', leapYear, '2,665.60'],
  [
    'a quarter of a year by days',
    '365.00',
    'year',
    { from: day('2026-04-01'), until: day('2026-07-01') },
    '91.00',
  ],
  ['a month and ten days', '31.00', 'month', { from: day('2026-04-15'), until: day('2026-05-25') }, '41.00'],
  ['178 days of J4', '1,196.00', 'week', { from: day('2026-10-05'), until: day('2027-04-01') }, '30,412.57'],
  [
    'thirteen four-weeks',
    '3,600.00',
    'four-weeks',
    { from: day('2026-04-06'), until: day('2027-04-05') },
    '46,800.00',
  ],
  ['once', '594.00', 'once', year, '594.00'],
] as const)('%s', (_name, amount, per, days, expected) => {
  expect(price(amount, per, days).total).toBe(pounds(expected))
})

test('bank holidays cost more, and the working says so', () => {
  const care = { amount: pounds('78.00'), per: 'day', extraPerBankHoliday: pounds('39.00') } as const
  expect(priceOver(care, year)).toEqual({
    total: pounds('28,860.00'),
    working: '£78.00 a day × 365 days = £28,470.00, and 10 bank holidays × £39.00 = £390.00',
  })
})

test('a longer spell never costs less', () => {
  const amounts = fc.bigInt({ min: 1n, max: 10_000_000n }).map(pence)
  const starts = fc.integer({ min: 0, max: 3_000 }).map((count) => addDays(day('2024-01-01'), count))
  fc.assert(
    fc.property(
      amounts,
      fc.constantFrom(...rhythms),
      starts,
      fc.integer({ min: 0, max: 900 }),
      (amount, per, from, count) => {
        const anyPrice = { amount, per, extraPerBankHoliday: nothing }
        const shorter = priceOver(anyPrice, { from, until: addDays(from, count) }).total
        const longer = priceOver(anyPrice, { from, until: addDays(from, count + 1) }).total
        expect(longer >= shorter).toBe(true)
      },
    ),
  )
})
