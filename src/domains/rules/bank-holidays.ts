import { addDays, dayOf, weekdayOf, yearOf } from '../../platform/day.ts'
import type { Day, Days } from '../../platform/day.ts'

/** Which bank holidays these are; cited where they decide an amount or a payday. */
export const bankHolidayRule = { name: 'bank holidays, England and Wales', version: '2025-11-24' }

/**
 * Proclaimed for one year only: instead of the usual day, or beside the usual ones (GOV.UK, bank holidays).
 * A proclamation still to come is one line here.
 */
const proclaimed: Readonly<Record<number, { moved?: Record<string, string>; extra?: string[] }>> = {
  2020: { moved: { '2020-05-04': '2020-05-08' } },
  2022: { moved: { '2022-05-30': '2022-06-02' }, extra: ['2022-06-03', '2022-09-19'] },
  2023: { extra: ['2023-05-08'] },
}

const known = new Map<number, readonly Day[]>()

/**
 * The bank holidays of England and Wales in a year (Banking and Financial Dealings Act 1971, Schedule 1, and
 * proclamations), in order. Equal to GOV.UK's list for every year it gives, 2019 to 2028.
 */
export function bankHolidaysOf(year: number): readonly Day[] {
  const found = known.get(year) ?? workOut(year)
  known.set(year, found)
  return found
}

export const isBankHoliday = (on: Day): boolean => bankHolidaysOf(yearOf(on)).includes(on)

export function bankHolidaysIn(days: Days): Day[] {
  const years: number[] = []
  for (let year = yearOf(days.from); year <= yearOf(days.until); year += 1) years.push(year)
  return years.flatMap(bankHolidaysOf).filter((on) => days.from <= on && on < days.until)
}

export const isWorkingDay = (on: Day): boolean =>
  weekdayOf(on) !== 0 && weekdayOf(on) !== 6 && !isBankHoliday(on)

/** This day, or the last working day before it: money that is due on a holiday is paid before. */
export function workingDayOnOrBefore(on: Day): Day {
  let found = on
  while (!isWorkingDay(found)) found = addDays(found, -1)
  return found
}

export function addWorkingDays(on: Day, count: number): Day {
  let found = on
  for (let left = count; left > 0; left -= 1) {
    do found = addDays(found, 1)
    while (!isWorkingDay(found))
  }
  return found
}

function workOut(year: number): Day[] {
  const easter = easterSunday(year)
  const christmas = onDate(year, 12, 25)
  const boxing = onDate(year, 12, 26)
  const usual = [
    nextFree(onDate(year, 1, 1), []),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayOnOrAfter(onDate(year, 5, 1)),
    mondayOnOrAfter(onDate(year, 5, 25)),
    mondayOnOrAfter(onDate(year, 8, 25)),
    // A Christmas or Boxing Day at the weekend is made good on the next weekdays; the other keeps its own day.
    nextFree(christmas, [boxing]),
    nextFree(boxing, [christmas, nextFree(christmas, [boxing])]),
  ]
  const { moved = {}, extra = [] } = proclaimed[year] ?? {}
  const days = usual.map((on) => (moved[on] ?? on) as Day)
  return [...days, ...(extra as Day[])].sort()
}

const onDate = (year: number, month: number, date: number): Day => dayOf(year, month, date) as Day
const isWeekend = (on: Day) => weekdayOf(on) === 0 || weekdayOf(on) === 6

function nextFree(on: Day, taken: readonly Day[]): Day {
  if (!isWeekend(on)) return on
  let free = on
  while (isWeekend(free) || taken.includes(free)) free = addDays(free, 1)
  return free
}

const mondayOnOrAfter = (on: Day): Day => addDays(on, (8 - weekdayOf(on)) % 7)

/** The Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): Day {
  const a = year % 19
  const century = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * century + 13) / 25)
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const place = h + l - 7 * m + 114
  return onDate(year, Math.floor(place / 31), (place % 31) + 1)
}
