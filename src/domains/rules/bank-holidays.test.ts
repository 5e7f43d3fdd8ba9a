import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { realFile } from '../../../test/support/real-files.ts'
import { day } from '../../platform/day.ts'
import { addWorkingDays, bankHolidaysIn, bankHolidaysOf, workingDayOnOrBefore } from './bank-holidays.ts'

const official = realFile('bank-holidays/gov-uk-bank-holidays.json')

test.skipIf(!existsSync(official))('they are the days of GOV.UK’s list, every year of it', () => {
  const list = JSON.parse(readFileSync(official, 'utf8')) as {
    divisions: Record<string, Record<string, { date: string }[]>>
  }
  const division = list.divisions['common.nations.england-and-wales_slug'] ?? {}
  const years = Object.entries(division).filter(([name]) => /^\d{4}$/.test(name))
  expect(years.length).toBeGreaterThan(8)
  for (const [year, days] of years) {
    const expected = days.map(({ date }) => date.split('/').reverse().join('-')).sort()
    expect({ year, days: bankHolidaysOf(Number(year)) }).toEqual({ year, days: expected })
  }
})

test('the financial year 2026 to 2027 has ten', () => {
  expect(bankHolidaysIn({ from: day('2026-04-01'), until: day('2027-04-01') })).toHaveLength(10)
})

test.each([
  ['2026-04-06', '2026-04-02'],
  ['2026-12-28', '2026-12-24'],
  ['2026-06-03', '2026-06-03'],
  ['2026-06-06', '2026-06-05'],
])('what is due on %s is paid on %s', (due, paid) => {
  expect(workingDayOnOrBefore(day(due))).toBe(paid)
})

test('working days step over Easter', () => expect(addWorkingDays(day('2026-04-02'), 1)).toBe('2026-04-07'))
