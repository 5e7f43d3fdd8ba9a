import { expect, test } from 'vitest'
import { namesMatch, namesResemble, payeeKey } from './payee-key.ts'

const key = (text: string, payee = '') => payeeKey({ payee, text })

test.each([
  ['ABLE SWIM', 'ABLE SWIM'],
  ['CARD PAYMENT TO ABLE SWIM 0417 ON 03 JUN', 'ABLE SWIM'],
  ['TESCO STORES 3297    ON 01 SEP          BCC', 'TESCO STORES'],
  ['ACME STORE CD 1417    14JAN24', 'ACME STORE'],
  ['DIRECT DEBIT PAYMENT TO BRITISH GAS REF 1234', 'BRITISH GAS'],
  ['BANK GIRO CREDIT REF ACME LTD SALARY', 'ACME LTD SALARY'],
  ['TESCO STORES 3297 , LONDON GB', 'TESCO STORES LONDON'],
  ['Sharon O’Brien', 'SHARON OBRIEN'],
  ['Café Müller 12:30', 'CAFE MULLER'],
  ['12345678', ''],
  ['محمد', 'محمد'],
])('%s is %s', (printed, expected) => expect(key(printed)).toBe(expected))

test('the bank’s own place for a name goes before what else it prints', () => {
  expect(key('TESCO STORES 2231 LONDON', 'Tesco')).toBe('TESCO')
})

test.each([
  ['Sharon Bell', 'SHARON BELL WAGES', true],
  ['Sharon Bell', 'SHARON BELLAMY', false],
  ['Sharon Bellamy', 'FP SHARON BELL', true],
  ['Sharon Bell', 'S BELL', false],
  ['HMRC', 'HMRC PAYE', true],
  ['Ann Li', 'ANN LI', true],
  ['Ann Li', 'JOANN LIM', false],
])('%s in %s: %s', (known, printed, expected) => expect(namesMatch(known, printed)).toBe(expected))

test('a guess needs less: swimming at the Able Swim', () => {
  expect(namesResemble('Swimming', 'ABLE SWIM')).toBe(true)
  expect(namesResemble('Wages', 'ABLE SWIM')).toBe(false)
})
