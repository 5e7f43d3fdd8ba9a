import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fraction,
  pence,
  plainPounds,
  pounds,
  readPounds,
  share,
  shareByWeight,
  showMoney,
  sum,
} from './money.ts'

const anyAmount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map(pence)
const anyWeights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0n))

test.each([
  ['12', 1200n],
  ['£1,234.5', 123450n],
  ['.50', 50n],
  ['-3.20', -320n],
  ['−£3.20', -320n],
  ['£-3.20', -320n],
  [' 0 ', 0n],
])('reads %s as pence', (typed, expected) => expect(readPounds(typed)).toBe(expected))

test.each(['', '£', '1.234', '1,23', '12p', 'abc', '1e3', '1 000', '٣', '--3'])('does not read %j', (typed) =>
  expect(readPounds(typed)).toBeUndefined(),
)

test('shows money as people write it', () => {
  expect(showMoney(pence(123456789))).toBe('£1,234,567.89')
  expect(showMoney(pence(-5))).toBe('−£0.05')
  expect(plainPounds(pence(-123456))).toBe('-1234.56')
})

test('what is shown can be read again', () => {
  fc.assert(
    fc.property(anyAmount, (amount) => {
      expect(readPounds(showMoney(amount))).toBe(amount)
      expect(readPounds(plainPounds(amount))).toBe(amount)
    }),
  )
})

test('parts always sum to the total, and none is a penny or more from its exact share', () => {
  fc.assert(
    fc.property(anyAmount, anyWeights, (total, weights) => {
      const whole = sum(weights)
      const parts = shareByWeight(total, weights)
      expect(sum(parts)).toBe(total)
      parts.forEach((part, index) => {
        const off = part * whole - total * (weights[index] ?? 0n)
        expect(off < whole && off > -whole).toBe(true)
      })
    }),
  )
})

test('equal parts give the odd pennies to the first', () => {
  expect(share(pounds('£10.00'), 3)).toEqual([334n, 333n, 333n])
})

test.each([
  [pounds('£1,196.00'), 178, 7, pounds('£30,412.57')],
  [pounds('£29,235.20'), 1, 12, pounds('£2,436.27')],
  [pence(5), 1, 2, pence(3)],
  [pence(-5), 1, 2, pence(-3)],
  [pence(1), 1, 3, pence(0)],
])('%s × %s ÷ %s rounds to the nearest penny', (total, numerator, denominator, expected) =>
  expect(fraction(total, numerator, denominator)).toBe(expected),
)
