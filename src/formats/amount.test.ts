import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addAmounts,
  createTotal,
  readDecimal,
  readPlainDecimal,
  sameAmount,
  showAmount,
  toPence,
} from './amount.ts'
import type { Amount } from './amount.ts'

const amount = (text: string): Amount => {
  const read = readDecimal(text)
  if (!read) throw new Error(`Not an amount: ${text}`)
  return read
}

test.each([
  ['12', 12n, 0],
  ['-12.34', -1234n, 2],
  ['+0.5', 5n, 1],
  ['.23', 23n, 2],
  ['12.', 12n, 0],
  ['-00000000001500.0000', -15000000n, 4],
  ['123456789012345678901.55', 12345678901234567890155n, 2],
])('%s is read exactly', (text, units, decimals) => {
  expect(readDecimal(text)).toEqual({ units, decimals })
})

test('what is no plain decimal is not read', () => {
  const texts = ['', '-', '.', '1,234.50', '12..34', '1e5', '0x10', '١٢', '1 2', '--1', 'NaN', '9'.repeat(31)]
  for (const text of texts) expect(readDecimal(text)).toBeUndefined()
})

test('an amount from bytes is the same as from text', () => {
  const written = fc.string({ unit: fc.constantFrom(...'0 1 9 . - + , x'.split(' ')), maxLength: 12 })
  fc.assert(
    fc.property(written, (text) => {
      const bytes = new TextEncoder().encode(text)
      expect(readPlainDecimal(bytes, 0, bytes.length)).toEqual(readDecimal(text))
    }),
  )
})

describe('pence', () => {
  test('are the amount where it has no fraction of a penny', () => {
    expect(toPence(amount('18.150'))).toBe(1815n)
    expect(toPence(amount('7'))).toBe(700n)
    expect(toPence(amount('-0.5'))).toBe(-50n)
  })

  test('are not given where it has one', () => {
    expect(toPence(amount('115.8331'))).toBeUndefined()
  })
})

test('a total is the same whatever the number of decimals and the order', () => {
  const amounts = fc.array(
    fc.record({ units: fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n }), decimals: fc.nat(6) }),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(amounts, (all) => {
      const total = createTotal()
      for (const each of all) total.add(each)
      const other = all.toReversed().reduce(addAmounts)
      expect(sameAmount(total.amount(), other)).toBe(true)
    }),
  )
})

test.each([
  ['-1234567.5', '−1,234,567.50'],
  ['0.005', '0.005'],
  ['12', '12.00'],
])('%s is shown as %s', (text, shown) => {
  expect(showAmount(amount(text))).toBe(shown)
})
