import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNhsNumber, showNhsNumber } from './nhs-number.ts'

test.each(['9434765919', '943 476 5870', '900-000-0009', ' 9912003888 '])('%s is an NHS number', (text) => {
  expect(readNhsNumber(text)).toMatch(/^\d{10}$/)
})

test.each(['4857773456', '1234567890', '943476591', '94347659190', 'ABC4765919', ''])('%j is not', (text) => {
  expect(readNhsNumber(text)).toBeUndefined()
})

test('changing any one digit of a number spoils it', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (place, by) => {
      const digits = Array.from('9434765919', Number)
      digits[place] = ((digits[place] ?? 0) + by) % 10
      expect(readNhsNumber(digits.join(''))).toBeUndefined()
    }),
  )
})

test('it is shown in three parts', () => expect(showNhsNumber('9434765919')).toBe('943 476 5919'))
