import { expect, test } from 'vitest'
import { csvRow, harmless } from './csv.ts'

test('a cell with a comma, a quote or a line end is quoted', () => {
  expect(csvRow(['a', 'b, c', 'say "x"', 'two\nlines', ''])).toBe('a,"b, c","say ""x""","two\nlines",\r\n')
})

test('what a spreadsheet would work out is left as words', () => {
  expect(['=1+1', '+44', '-5', '@name', 'Amina'].map(harmless)).toEqual([
    "'=1+1",
    "'+44",
    "'-5",
    "'@name",
    'Amina',
  ])
})
