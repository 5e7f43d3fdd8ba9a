import { dayFrom } from './bank-day.ts'
import type { BankDay } from './bank-day.ts'

export type DateOrder = 'day-first' | 'month-first'

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const clock = String.raw`(?:(?:T|,?\s+|\s*)(?<time>\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(?<half>[ap]m)?\s*(?:Z|UTC|GMT|BST|[+-]\d{2}:?\d{2})?)?`
const patterns = {
  yearFirst: new RegExp(
    String.raw`^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<date>\d{1,2})\.?${clock}$`,
  ),
  solid: /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<date>\d{2})(?:(?<hms>\d{6})(?:\.\d+)?)?(?:\[[^\]]*\])?$/,
  numbers: new RegExp(
    String.raw`^(?<first>\d{1,2})(?<mark>[-/. ])(?<second>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})\.?${clock}$`,
  ),
  named: new RegExp(
    String.raw`^(?:[A-Z]{3,9},?\s+)?(?<date>\d{1,2})(?:st|nd|rd|th)?[-/ ]*(?<name>[A-Z]{3,9})\.?,?[-/ ]*(?<year>\d{4}|\d{2})${clock}$`,
    'i',
  ),
  nameFirst: new RegExp(
    String.raw`^(?<name>[A-Z]{3,9})\.?[- ]+(?<date>\d{1,2})(?:st|nd|rd|th)?,?[- ]+(?<year>\d{4})${clock}$`,
    'i',
  ),
}

/** What can be told of a written date by itself. */
export type WrittenDay =
  | { readonly kind: 'certain'; readonly day: BankDay }
  /** `03/04/2026`: two numbers of which either may be the day. */
  | {
      readonly kind: 'either'
      readonly dayFirst?: BankDay | undefined
      readonly monthFirst?: BankDay | undefined
    }

/** Room for the name of a weekday, a time and its zone. */
const longestDay = 60

export function parseWrittenDay(text: string): WrittenDay | undefined {
  if (text.length > longestDay) return undefined
  const parts = (patterns.yearFirst.exec(text) ?? patterns.solid.exec(text))?.groups
  if (parts) return certain(Number(parts['year']), Number(parts['month']), Number(parts['date']), parts)
  const named = (patterns.named.exec(text) ?? patterns.nameFirst.exec(text))?.groups
  if (named) {
    const month = monthNames.indexOf((named['name'] ?? '').slice(0, 3).toLowerCase()) + 1
    return certain(yearOf(named['year'] ?? ''), month, Number(named['date']), named)
  }
  const numbers = patterns.numbers.exec(text)?.groups
  if (!numbers) return undefined
  const year = yearOf(numbers['year'] ?? '')
  const [first, second] = [Number(numbers['first']), Number(numbers['second'])]
  // Only lands that write the day first put dots between.
  if (numbers['mark'] === '.') return certain(year, second, first, numbers)
  const [dayFirst, monthFirst] = [dayFrom(year, second, first), dayFrom(year, first, second)]
  if (dayFirst === undefined && monthFirst === undefined) return undefined
  const time = timeOf(numbers)
  return {
    kind: 'either',
    dayFirst: dayFirst && { day: dayFirst, time },
    monthFirst: monthFirst && { day: monthFirst, time },
  }
}

export function readWrittenDay(text: string, order: DateOrder): BankDay | undefined {
  const written = parseWrittenDay(text)
  if (written?.kind === 'certain') return written.day
  return order === 'day-first' ? written?.dayFirst : written?.monthFirst
}

/** Remembers the last one: the lines of a day stand together. */
export function createDayReader(order: DateOrder) {
  let lastText = ''
  let lastDay: BankDay | undefined
  return (text: string): BankDay | undefined => {
    if (text !== lastText) {
      lastText = text
      lastDay = readWrittenDay(text, order)
    }
    return lastDay
  }
}

function certain(year: number, month: number, date: number, parts: Parts): WrittenDay | undefined {
  const day = dayFrom(year, month, date)
  return day && { kind: 'certain', day: { day, time: timeOf(parts) } }
}

type Parts = Readonly<Record<string, string | undefined>>

function timeOf(parts: Parts): string | undefined {
  const solid = parts['hms']
  if (solid !== undefined) return `${solid.slice(0, 2)}:${solid.slice(2, 4)}:${solid.slice(4, 6)}`
  const [hour = '', ...rest] = parts['time']?.split(':') ?? []
  if (hour === '') return undefined
  const half = parts['half']?.toLowerCase()
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'pm' ? 12 : 0)
  return [String(hours).padStart(2, '0'), ...rest].join(':')
}

/** A bank's two digits are of this century, but for the last years of the one before. */
function yearOf(digits: string): number {
  const year = Number(digits)
  return digits.length === 4 ? year : year < 80 ? 2000 + year : 1900 + year
}
