import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { pence, pounds, sum } from '../../platform/money.ts'
import { instalments, paidEveryChoices, releaseSchedule } from './release.ts'

const line = (awarded: string, atOnce = false) => ({
  lineId: newId<'line'>(),
  awarded: pounds(awarded),
  atOnce,
})
const year = { from: day('2026-04-01'), until: day('2027-04-01') }

test('Amina’s year: eleven instalments of £2,436.27 and one of £2,436.23', () => {
  const paid = instalments(year, 'month', pounds('29,235.20'))
  expect(paid.map((each) => each.amount)).toEqual([...Array(11).fill(pounds('2,436.27')), pounds('2,436.23')])
  expect(paid[0]?.on).toBe('2026-04-01')
  expect(paid[11]?.on).toBe('2027-03-01')
})

test('Thomas’s half year: six floats of £4,784.00 and ten days', () => {
  const paid = instalments(
    { from: day('2026-10-05'), until: day('2027-04-01') },
    'four-weeks',
    pounds('30,412.57'),
  )
  expect(paid.map((each) => each.amount)).toEqual([...Array(6).fill(pounds('4,784.00')), pounds('1,708.57')])
})

test('by the end of June each of Amina’s lines has its share of three instalments', () => {
  const wages = line('24,820.00')
  const leave = line('2,665.60')
  const [pension, bureau, swimming] = [line('338.40'), line('259.20'), line('1,152.00')]
  const startUp = line('594.00', true)
  const releases = releaseSchedule(year, 'month', [wages, leave, pension, bureau, swimming, startUp])
  const byJune = (of: { lineId: string }) =>
    sum(
      releases
        .filter((each) => each.lineId === of.lineId && each.releaseOn <= '2026-06-30')
        .map((each) => each.amount),
    )
  expect(byJune(startUp)).toBe(pounds('594.00'))
  expect(byJune(leave)).toBe(pounds('666.40'))
  expect(byJune(swimming)).toBe(pounds('288.00'))
  expect(byJune(wages)).toBe(pounds('6,205.01'))
})

test('every line is released whole, in steps that are never below nothing, and each instalment is the sum of its lines', () => {
  const awards = fc.array(fc.bigInt({ min: 50_00n, max: 50_000_00n }).map(pence), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(
      awards,
      fc.constantFrom(...paidEveryChoices),
      fc.integer({ min: 1, max: 400 }),
      (amounts, every, days) => {
        const span = { from: day('2026-04-06'), until: addDays(day('2026-04-06'), days) }
        const lines = amounts.map((awarded) => ({ lineId: newId<'line'>(), awarded, atOnce: false }))
        const releases = releaseSchedule(span, every, lines)
        for (const { lineId, awarded } of lines) {
          const own = releases.filter((release) => release.lineId === lineId)
          expect(sum(own.map((release) => release.amount))).toBe(awarded)
          expect(own.every((release) => release.amount > 0n)).toBe(true)
        }
        for (const { on, amount } of instalments(span, every, sum(amounts))) {
          const onDay = releases.filter((release) => release.releaseOn === on)
          expect(sum(onDay.map((release) => release.amount))).toBe(amount)
        }
      },
    ),
  )
})
