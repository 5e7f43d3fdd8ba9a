import { addDays, addMonths, daysBetween } from '../../platform/day.ts'
import type { Days } from '../../platform/day.ts'
import { fraction, plus, showMoney, times } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import { bankHolidaysIn } from '../rules/index.ts'

/** How often a line's amount falls due. */
export const rhythms = ['once', 'day', 'week', 'four-weeks', 'month', 'year'] as const
export type Rhythm = (typeof rhythms)[number]

export type Price = {
  amount: Pence
  per: Rhythm
  /** On top, for each bank holiday in the days. Nothing where holidays cost the same. */
  extraPerBankHoliday: Pence
}

/** An amount, and how it was worked out, in words that anybody can check with a pocket calculator. */
export type Worked = { total: Pence; working: string }

/**
 * What a line costs over these days, to the penny, rounded once at the end. Weeks are sevenths of days (a year is
 * 365/7 weeks, never 52); a month is the same whatever its length, and part of one goes by its days; a year is
 * twelve months, and part of one goes by its days, of 365 or 366 (domain.md 9A.19).
 */
export function priceOver({ amount, per, extraPerBankHoliday }: Price, days: Days): Worked {
  const base = baseOver(amount, per, days)
  if (extraPerBankHoliday === 0n) return base
  const holidays = bankHolidaysIn(days).length
  const extra = times(extraPerBankHoliday, holidays)
  return {
    total: plus(base.total, extra),
    working: `${base.working}, and ${holidays} bank holidays × ${showMoney(extraPerBankHoliday)} = ${showMoney(extra)}`,
  }
}

function baseOver(amount: Pence, per: Rhythm, days: Days): Worked {
  const count = daysBetween(days.from, days.until)
  const each = showMoney(amount)
  switch (per) {
    case 'once':
      return { total: amount, working: `${each} once` }
    case 'day':
      return worked(times(amount, count), `${each} a day × ${count} days`)
    case 'week':
      return worked(fraction(amount, count, 7), `${each} a week × ${count} days ÷ 7`)
    case 'four-weeks':
      return worked(fraction(amount, count, 28), `${each} every four weeks × ${count} days ÷ 28`)
    case 'month':
      return overMonths(amount, days, 1, `${each} a month`)
    case 'year':
      return overMonths(amount, days, 12, `${each} a year`)
  }
}

const worked = (total: Pence, sum: string): Worked => ({ total, working: `${sum} = ${showMoney(total)}` })

/** Whole spells of so many months count as one each; what is left goes by its days out of the spell it begins. */
function overMonths(amount: Pence, days: Days, months: number, each: string): Worked {
  let whole = 0
  while (addMonths(days.from, (whole + 1) * months) <= days.until) whole += 1
  const reached = addMonths(days.from, whole * months)
  const left = daysBetween(reached, days.until)
  const length = daysBetween(reached, addMonths(days.from, (whole + 1) * months))
  const total = fraction(amount, BigInt(whole) * BigInt(length) + BigInt(left), length)
  if (left === 0) return worked(total, `${each} × ${whole}`)
  const part = `${left} of ${length} days`
  return worked(total, whole === 0 ? `${each} × ${part}` : `${each} × ${whole}, and ${part}`)
}

export const rhythmWords: Record<Rhythm, string> = {
  once: 'once',
  day: 'a day',
  week: 'a week',
  'four-weeks': 'every four weeks',
  month: 'a month',
  year: 'a year',
}

/** The last day that is in these days. */
export const lastDay = (days: Days) => addDays(days.until, -1)
