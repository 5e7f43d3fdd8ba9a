import { directionWord } from './evidence.ts'
import type { Columns, Heading } from './headings.ts'
import { filledTexts } from './sample.ts'
import type { SampleRow } from './sample.ts'
import { statusWord } from './status.ts'
import { unreadable } from '../problem.ts'

/** Headings promise; what stands under them decides. Answers the columns that hold what their role wants. */
export function settleColumns(
  columns: Columns,
  headings: readonly Heading[],
  rows: readonly SampleRow[],
): Columns {
  return withTexts(withDirection(withStatus(withDate(withMoney(columns), rows), rows), headings, rows), rows)
}

/** Money in and money out say more than an amount beside them, but only together. */
function withMoney(columns: Columns): Columns {
  const { amount, in: paidIn, out, ...rest } = columns
  if (paidIn && out) return { ...rest, in: paidIn, out }
  if (amount) return { ...rest, amount }
  return unreadable('columns-unclear', { part: paidIn ? 'money out' : 'money in' })
}

/** A column of dates that is empty all the way down gives way to the next best. */
function withDate(columns: Columns, rows: readonly SampleRow[]): Columns {
  const { date, madeDate, valueDate } = columns
  const isFilled = (column: readonly number[] | undefined) =>
    column !== undefined && rows.some(({ cells }) => (cells[column[0] as number] ?? '') !== '')
  if (isFilled(date)) return columns
  const other = [madeDate, valueDate].find(isFilled)
  return other ? { ...columns, date: other } : columns
}

/** A column called State may be a part of a country. */
function withStatus({ status, ...rest }: Columns, rows: readonly SampleRow[]): Columns {
  return status && filledTexts(rows, status[0]).every((text) => statusWord(text) !== undefined)
    ? { ...rest, status }
    : rest
}

/** Finds the column that says in a word which way an amount went, which may have no heading at all (CR). */
function withDirection(
  { direction, ...rest }: Columns,
  headings: readonly Heading[],
  rows: readonly SampleRow[],
): Columns {
  if (!rest.amount) return rest
  const isWords = (index: number | undefined): boolean => {
    const texts = filledTexts(rows, index)
    return texts.length > 0 && texts.every((text) => directionWord(text) !== undefined)
  }
  const amounts = filledTexts(rows, rest.amount[0])
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const nameless = Array.from({ length: width }, (_, index) => index).filter(
    (index) => (headings[index]?.name ?? '') === '',
  )
  const kind = amounts.some((text) => /[-−(]/.test(text)) ? undefined : rest.kind?.[0]
  const found = [direction?.[0], ...nameless, kind].find(isWords)
  return found === undefined ? rest : { ...rest, direction: [found] }
}

/** Without a description or a payee, whatever has words in it and no other role. */
function withTexts(columns: Columns, rows: readonly SampleRow[]): Columns {
  if (columns.text || columns.payee) return columns
  const taken = new Set(Object.values(columns).flat())
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const text = Array.from({ length: width }, (_, index) => index).filter(
    (index) => !taken.has(index) && filledTexts(rows, index).some((cell) => /\p{L}/u.test(cell)),
  )
  return text.length > 0 ? { ...columns, text } : columns
}
