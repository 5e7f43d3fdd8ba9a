import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { createTextReader, decodeText, joinTexts, tidy } from './bank-text.ts'

const decode = (bytes: Buffer): string => decodeText(bytes, 0, bytes.length)

test('bytes are UTF-8 where they can be, else Windows-1252', () => {
  expect(decode(Buffer.from('Café “5” €☕'))).toBe('Café “5” €☕')
  expect(decode(Buffer.from('Caf\xe9 \xa35', 'latin1'))).toBe('Café £5')
  expect(decode(Buffer.from('Sainsbury\x92s \x935\x94 \x80', 'latin1'))).toBe('Sainsbury’s “5” €')
})

test('what was read before is read the same again', () => {
  const read = createTextReader(tidy)
  const words = ['GBP', ' GBP', '£1', 'a  b', '', 'x'.repeat(40), 'GBP']
  for (const word of [...words, ...words]) {
    const bytes = Buffer.from(`__${word}__`)
    expect(read(bytes, 2, bytes.length - 2)).toBe(tidy(word))
  }
})

test.each([
  ['  a \t b\r\n c ', 'a b c'],
  ['a\u00a0\u2003b', 'a b'],
  ['so\u00adft zero\u200bwidth\ufeff', 'soft zerowidth'],
  ['bell\u0007', 'bell'],
  ['plain text', 'plain text'],
  ['   ', ''],
])('%j is tidied to %j', (text, tidied) => {
  expect(tidy(text)).toBe(tidied)
})

test('texts are joined without saying anything twice', () => {
  expect(joinTexts(['PHB April', undefined, 'phb april', ' ', 'Faster payment'])).toBe(
    'PHB April Faster payment',
  )
})
