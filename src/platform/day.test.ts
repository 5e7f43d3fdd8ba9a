import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as days from './day.ts'
import { day } from './day.ts'

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((count) => days.addDays(day('1950-01-01'), count))

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '2026-04-31', ''])(
  'there is no day %j',
  (text) => expect(days.readDay(text)).toBeUndefined(),
)

test('a leap year has its day', () => expect(days.readDay('2028-02-29')).toBe('2028-02-29'))

test('adding days and counting them agree', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (from, count) => {
      expect(days.daysBetween(from, days.addDays(from, count))).toBe(count)
    }),
  )
})

test('a month on keeps the date or takes the last of a shorter month', () => {
  expect(days.addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
  expect(days.addMonths(day('2028-01-31'), 1)).toBe('2028-02-29')
  expect(days.addMonths(day('2026-12-15'), 2)).toBe('2027-02-15')
  expect(days.addMonths(day('2026-03-31'), -13)).toBe('2025-02-28')
  expect(days.endOfMonth(day('2026-02-10'))).toBe('2026-02-28')
})

test('the financial year begins on 1 April', () => {
  expect(days.startOfFinancialYear(day('2026-03-31'))).toBe('2025-04-01')
  expect(days.startOfFinancialYear(day('2026-04-01'))).toBe('2026-04-01')
})

test('an instant has its English day on both sides of the change of the clocks', () => {
  expect(days.dayAt(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01')
  expect(days.dayAt(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31')
  expect(days.dayAt(new Date('2026-10-25T00:30:00Z'))).toBe('2026-10-25')
  expect(days.showTime(new Date('2026-10-25T00:30:00Z'))).toBe('1.30am')
  expect(days.showTime(new Date('2026-10-25T01:30:00Z'))).toBe('1.30am')
})

test('days and times are written as the NHS writes them', () => {
  expect(days.showLongDay(day('2026-03-03'))).toBe('Tuesday 3 March 2026')
  expect(days.showShortDay(day('2026-09-03'))).toBe('3 Sep')
  expect(days.showTime(new Date('2026-01-03T09:40:00Z'))).toBe('9.40am')
  expect(days.showTime(new Date('2026-01-03T13:00:00Z'))).toBe('1pm')
  expect(days.showTime(new Date('2026-01-03T12:00:00Z'))).toBe('midday')
  expect(days.showTime(new Date('2026-01-03T00:00:00Z'))).toBe('midnight')
})
