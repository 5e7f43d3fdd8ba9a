import type { Day } from '../platform/day.ts'

/** A day and, where the bank wrote one, the time, both exactly as written: no time zone ever moves a line's day. */
export type BankDay = { readonly day: Day; readonly time?: string | undefined }

/** `2026-09-01`, `2026-09-01+01:00`, `2026-09-01T13:15:00.123Z` and the like, as ISO 20022 writes them. */
export function readIsoDay(text: string): BankDay | undefined {
  if (text[4] !== '-' || text[7] !== '-') return undefined
  const day = dayFrom(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
  if (day === undefined || text.length === 10) return day && { day }
  const clock = /^(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/.exec(text.slice(10))
  return clock ? { day, time: clock[1] } : undefined
}

/** `20260901`, `20260901120000.000[-5:EST]` as OFX writes them. */
export function readOfxDay(text: string): BankDay | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?(?:\.\d*)?)?\s*(?:\[[^\]]*\]?)?$/.exec(text)
  // Some write the days of OFX as everyone else does.
  if (!match) return readIsoDay(text)
  const day = dayFrom(Number(match[1]), Number(match[2]), Number(match[3]))
  const [, , , , hour, minute, second = '00'] = match
  // Banks that know only the day write midnight, or noon as the standard advises.
  const time = hour === undefined ? '' : `${hour}:${minute}:${second}`
  return day && { day, time: time === '' || /^(00|12):00:00$/.test(time) ? undefined : time }
}

/** Undefined where there is no such day. Quicker than going through a date of the machine's, and done a lot. */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && date >= 1)) return undefined
  if (!(date <= lengthOfMonth(year, month))) return undefined
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}` as Day
}

function lengthOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}
