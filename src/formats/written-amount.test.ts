import { expect, test } from 'vitest'
import { showAmount } from './amount.ts'
import { pointOf, readWrittenAmount } from './written-amount.ts'

test.each([
  ['£12.34', '12.34', 'none'],
  ['-£1,234.56', '−1,234.56', 'minus'],
  ['£-12.34', '−12.34', 'minus'],
  ['+ £1,234.56', '1,234.56', 'plus'],
  ['− 12.34', '−12.34', 'minus'],
  ['12.34-', '−12.34', 'minus'],
  ['($85.00)', '−85.00', 'minus'],
  ['12.34 CR', '12.34', 'credit'],
  ['12.34DR', '−12.34', 'debit'],
  ['1,976.12 OD', '−1,976.12', 'debit'],
  ['GBP 1,000', '1,000.00', 'none'],
  ['12.34 EUR', '12.34', 'none'],
  ['$.23', '0.23', 'none'],
])('%s is %s (%s)', (text, shown, sign) => {
  const written = readWrittenAmount(text, '.')
  expect(written && [showAmount(written.amount), written.sign]).toEqual([shown, sign])
})

test('with a comma for the point', () => {
  expect(readWrittenAmount('1.234,56', ',')?.amount).toEqual({ units: 123456n, decimals: 2 })
  expect(readWrittenAmount('-0,5', ',')?.amount).toEqual({ units: -5n, decimals: 1 })
})

test('what is no amount is not read', () => {
  const texts = [
    '',
    '-',
    '£',
    '12..34',
    '1,23.45',
    '12,34',
    '(12.34',
    '12.34)',
    '-(12)',
    '--1',
    '1-2',
    'n/a',
    'CR',
  ]
  for (const text of [...texts, '1.2.3', '12:30', 'ABC123', '01/02/2026', '20-00-00']) {
    expect([text, readWrittenAmount(text, '.')]).toEqual([text, undefined])
  }
})

test.each([
  ['12,34', ','],
  ['12.3', '.'],
  ['1,234.50', '.'],
  ['1.234,50', ','],
  ['1,234,567', '.'],
  ['0,123', ','],
  ['1,234', undefined],
  ['1.234', undefined],
  ['12', undefined],
])('%s tells %s of the point', (text, point) => {
  expect(pointOf(text)).toBe(point)
})
