import { describe, expect, test } from 'vitest'
import { readIsoDay, readOfxDay } from './bank-day.ts'
import { parseWrittenDay, readWrittenDay } from './written-day.ts'

test.each([
  ['2026-09-01', '2026-09-01', undefined],
  ['2026/9/1', '2026-09-01', undefined],
  ['2019.04.19.', '2019-04-19', undefined],
  ['20260901', '2026-09-01', undefined],
  ['20091224120000[0:GMT]', '2009-12-24', '12:00:00'],
  ['2026-05-02 10:15:00', '2026-05-02', '10:15:00'],
  ['2018-02-26 17:43:35 +0000', '2018-02-26', '17:43:35'],
  ['2026-01-19T00:00:00.000Z', '2026-01-19', '00:00:00'],
  ['01 Sep 2026', '2026-09-01', undefined],
  ['1-Sep-26', '2026-09-01', undefined],
  ['01Sep2026', '2026-09-01', undefined],
  ['1st September 2026', '2026-09-01', undefined],
  ['Tue, 1 Sept 2026', '2026-09-01', undefined],
  ['September 1, 2026', '2026-09-01', undefined],
  ['22.02.18', '2018-02-22', undefined],
  ['3.4.1999', '1999-04-03', undefined],
  ['01/09/2026 8:05 pm', '2026-09-01', '20:05'],
  ['31/12/99', '1999-12-31', undefined],
])('%s is the day %s', (text, day, time) => {
  expect(readWrittenDay(text, 'day-first')).toEqual({ day, time })
})

test('numbers with strokes may be either way round', () => {
  expect(readWrittenDay('03/04/2026', 'day-first')?.day).toBe('2026-04-03')
  expect(readWrittenDay('03/04/2026', 'month-first')?.day).toBe('2026-03-04')
  expect(readWrittenDay('28/03/2026', 'month-first')).toBeUndefined()
})

test('days that do not exist are not read', () => {
  for (const text of ['2026-02-29', '31/04/2026', '00/01/2026', '20261301', '32 Jan 2026', '1 Foo 2026']) {
    expect([text, readWrittenDay(text, 'day-first')]).toEqual([text, undefined])
  }
})

test('what is no date is not taken for one', () => {
  for (const text of [
    '12.34',
    '1,234.56',
    '12345678',
    '20-00-00',
    '99-88-74',
    'Pending',
    'May',
    '12/2026',
    '',
  ]) {
    expect([text, parseWrittenDay(text)]).toEqual([text, undefined])
  }
})

describe('the day is the one that the bank wrote', () => {
  test.each([
    ['2013-12-27', '2013-12-27'],
    ['2013-12-27+01:00', '2013-12-27'],
    ['2026-03-31T23:30:00-11:00', '2026-03-31'],
    ['2026-04-01T00:15:00+13:00', '2026-04-01'],
    ['2023-06-21T12:35:33.115965+00:00', '2023-06-21'],
    ['2023-07-06T10:27:07.213294607Z', '2023-07-06'],
    ['2013-12-27T22:04:52.0+01:00', '2013-12-27'],
  ])('in ISO 20022, %s is %s', (text, day) => {
    expect(readIsoDay(text)?.day).toBe(day)
  })

  test.each([
    ['20260901', '2026-09-01'],
    ['20090401122017.000[-5:EST]', '2009-04-01'],
    ['20260331233000[-11:XXX]', '2026-03-31'],
    ['20260901000000[0:GMT]', '2026-09-01'],
    ['202609011530', '2026-09-01'],
    ['2026-09-01', '2026-09-01'],
    ['20120603133220.000[-7:PDT]', '2012-06-03'],
  ])('in OFX, %s is %s', (text, day) => {
    expect(readOfxDay(text)?.day).toBe(day)
  })

  test('and nonsense is none', () => {
    for (const text of ['', '2026-9-1', '2026-02-30', '27/12/2013', '2026-01-01Tnoon']) {
      expect(readIsoDay(text)).toBeUndefined()
    }
    for (const text of ['', '00000000', '20120231', '01/09/2026', '1'])
      expect(readOfxDay(text)).toBeUndefined()
  })
})
