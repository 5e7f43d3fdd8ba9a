import type { AccountFacts } from '../account.ts'
import { dateOrderOf, decimalPointOf } from './evidence.ts'
import type { SignedRow } from './evidence.ts'
import type { Columns } from './headings.ts'
import { unreadable } from '../problem.ts'
import type { Hints } from '../statement.ts'
import { readWrittenAmount } from '../written-amount.ts'
import type { Point } from '../written-amount.ts'
import { parseWrittenDay } from '../written-day.ts'
import type { DateOrder } from '../written-day.ts'

/** A row of the beginning of the file. */
export type SampleRow = { readonly line: number; readonly cells: readonly string[] }

/** All that must be known to read the rows of one file. */
export type CsvLayout = {
  readonly bank?: string | undefined
  readonly kind?: 'bank' | 'card' | undefined
  /** The line of the first row that can be a payment. */
  readonly firstLine: number
  readonly headings: readonly string[]
  readonly columns: Columns
  readonly dates: DateOrder
  readonly point: Point
  readonly plainAmountIs: 'in' | 'out'
  /** Whether the column of what went out has minus signs of its own. */
  readonly outHasMinus: boolean
  readonly currency?: string | undefined
  readonly account: AccountFacts
}

/** What stands in one column, empty where a row has no such cell. */
export const columnTexts = (rows: readonly SampleRow[], column: readonly number[] | undefined): string[] =>
  column === undefined ? [] : rows.map(({ cells }) => cells[column[0] as number] ?? '')

/** The same without the empty ones. */
export const filledTexts = (rows: readonly SampleRow[], index: number | undefined): string[] =>
  rows.map(({ cells }) => cells[index ?? -1] ?? '').filter((text) => text !== '')

/** Where nothing tells, headings in English mean a point. */
export function pointFor(texts: readonly string[]): Point {
  const point = decimalPointOf(texts)
  return point === 'contradictory' ? unreadable('decimals-unclear') : (point ?? '.')
}

/** A date that can be read one way only goes before a hint, and a hint before what the order of the lines suggests. */
export function datesFor(texts: readonly string[], hints: Hints, isBritish: boolean): DateOrder {
  const found = dateOrderOf(texts)
  if (found === 'contradictory') return unreadable('dates-unclear', { part: 'contradictory' })
  if (found && isSettled(texts)) return found
  if (hints.dates || isBritish) return hints.dates ?? 'day-first'
  return found ?? unreadable('dates-unclear', { found: texts.find((text) => text !== '') })
}

/** True where some date can be read one way only. */
const isSettled = (texts: readonly string[]): boolean =>
  texts.some((text) => {
    const date = parseWrittenDay(text)
    return date?.kind === 'either' && (date.dayFirst === undefined || date.monthFirst === undefined)
  })

/** The rows with a single amount, for looking at their signs. */
export function signedRows(columns: Columns, rows: readonly SampleRow[], point: Point): readonly SignedRow[] {
  const texts = [...(columns.payee ?? []), ...(columns.text ?? [])]
  return rows.flatMap(({ cells }) => {
    const written = readWrittenAmount(cells[columns.amount?.[0] ?? -1] ?? '', point)
    const balance = readWrittenAmount(cells[columns.balance?.[0] ?? -1] ?? '', point)?.amount
    return written ? [{ written, balance, texts: texts.map((index) => cells[index] ?? '') }] : []
  })
}

/** The currency that the first amount with one shows. */
export function currencyIn(texts: readonly string[], point: Point): string | undefined {
  for (const text of texts) {
    const currency = /[£€$]|[A-Z]{3}/.test(text) ? readWrittenAmount(text, point)?.currency : undefined
    if (currency !== undefined) return currency
  }
  return undefined
}
