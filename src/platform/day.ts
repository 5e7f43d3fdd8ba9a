declare const dayBrand: unique symbol

/** A calendar day in England, `2026-06-03`. Days compare as text. */
export type Day = string & { readonly [dayBrand]: true }

/** Half-open: `from` is in it, `until` is not. */
export type Days = { readonly from: Day; readonly until: Day }

const monthNames =
  'January February March April May June July August September October November December'.split(' ')
const weekdayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const dayInMs = 86_400_000

/** From ISO text in code and tests. Throws where {@link readDay} would answer undefined. */
export function day(text: string): Day {
  const read = readDay(text)
  if (!read) throw new Error(`Not a day: ${text}`)
  return read
}

/** Reads `YYYY-MM-DD`; undefined where there is no such day. */
export function readDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** The day with this year, month (1–12) and day of the month; undefined where there is none. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || date < 1) return undefined
  const at = new Date(Date.UTC(year, month - 1, date))
  return at.getUTCMonth() === month - 1 ? fromUtc(at.getTime()) : undefined
}

export const yearOf = (on: Day): number => Number(on.slice(0, 4))
/** 1 to 12. */
export const monthOf = (on: Day): number => Number(on.slice(5, 7))
export const dateOf = (on: Day): number => Number(on.slice(8, 10))
/** 0 is Sunday. */
export const weekdayOf = (on: Day): number => new Date(toUtc(on)).getUTCDay()

export const addDays = (on: Day, days: number): Day => fromUtc(toUtc(on) + days * dayInMs)
/** Days from the first to the second: 1 from Monday to Tuesday. */
export const daysBetween = (from: Day, until: Day): number => (toUtc(until) - toUtc(from)) / dayInMs
export const lengthOf = (days: Days): number => daysBetween(days.from, days.until)
export const isIn = (on: Day, days: Days): boolean => days.from <= on && on < days.until

/** The same date so many months on, or the last day of that month where it is shorter. */
export function addMonths(on: Day, months: number): Day {
  const first = new Date(Date.UTC(yearOf(on), monthOf(on) - 1 + months, 1))
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(dateOf(on), lastDate))
  return fromUtc(first.getTime())
}

export const startOfMonth = (on: Day): Day => `${on.slice(0, 7)}-01` as Day
export const endOfMonth = (on: Day): Day => addDays(addMonths(startOfMonth(on), 1), -1)
/** The calendar month that this day lies in. */
export const monthAround = (on: Day): Days => ({
  from: startOfMonth(on),
  until: addMonths(startOfMonth(on), 1),
})
/** 1 April on or before this day: where the NHS's and councils' year begins. */
export function startOfFinancialYear(on: Day): Day {
  return `${monthOf(on) >= 4 ? yearOf(on) : yearOf(on) - 1}-04-01` as Day
}

const londonParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The calendar day in England at this instant. */
export function dayAt(instant: Date): Day {
  const part = londonPartsOf(instant)
  return `${part.year}-${part.month}-${part.day}` as Day
}

/** `9.40am`, as the NHS writes times. */
export function showTime(instant: Date): string {
  const { hour, minute } = londonPartsOf(instant)
  const hours = Number(hour)
  if (minute === '00' && hours === 12) return 'midday'
  if (minute === '00' && hours === 0) return 'midnight'
  const twelve = hours % 12 === 0 ? 12 : hours % 12
  return `${twelve}${minute === '00' ? '' : `.${minute}`}${hours < 12 ? 'am' : 'pm'}`
}

/** `Tuesday 3 March 2026`. */
export const showLongDay = (on: Day): string => `${weekdayNames[weekdayOf(on)]} ${showDay(on)}`
/** `3 March 2026`. */
export const showDay = (on: Day): string => `${showDayOfYear(on)} ${yearOf(on)}`
/** `3 March`. */
export const showDayOfYear = (on: Day): string => `${dateOf(on)} ${monthNames[monthOf(on) - 1]}`
/** `3 Mar`, for tight tables. */
export const showShortDay = (on: Day): string => `${dateOf(on)} ${monthNames[monthOf(on) - 1]?.slice(0, 3)}`
/** `March`. */
export const showMonth = (on: Day): string => `${monthNames[monthOf(on) - 1]}`
/** `3 March 2026 at 9.40am`. */
export const showInstant = (instant: Date): string => `${showDay(dayAt(instant))} at ${showTime(instant)}`

function londonPartsOf(instant: Date): Record<string, string> {
  return Object.fromEntries(londonParts.formatToParts(instant).map((part) => [part.type, part.value]))
}

function toUtc(on: Day): number {
  return Date.UTC(yearOf(on), monthOf(on) - 1, dateOf(on))
}

function fromUtc(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10) as Day
}
