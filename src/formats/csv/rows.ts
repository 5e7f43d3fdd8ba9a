import { joinTexts } from '../bank-text.ts'
import { cellText } from './scanner.ts'
import type { CsvRecord } from './scanner.ts'
import { amountIn, balanceIn, hasMoney } from './money.ts'
import type { CsvLayout } from './sample.ts'
import { statusWord } from './status.ts'
import { createBooks } from './books.ts'
import { createBreakCheck } from './break-check.ts'
import type { Book, Books } from './books.ts'
import { sameAmount } from '../amount.ts'
import type { Amount } from '../amount.ts'
import type { BankDay } from '../bank-day.ts'
import { unreadable } from '../problem.ts'
import type { StatementLine, StatementSink } from '../statement.ts'
import { readWrittenAmount } from '../written-amount.ts'
import { createDayReader } from '../written-day.ts'

type RowReading = {
  readonly layout: CsvLayout
  readonly books: Books
  readonly readDay: (text: string) => BankDay | undefined
  /** The last line, kept back because its description may go on in the next row. */
  held: { readonly book: Book; readonly line: StatementLine } | undefined
  /** The first column with amounts, and whether the last one is a description. */
  readonly firstMoney: number
  readonly endsInText: boolean
  readonly refuseIfBroken: ReturnType<typeof createBreakCheck>
}

/** Turns the rows of a file whose layout is known into lines. */
export function createRowReader(layout: CsvLayout, sink: StatementSink) {
  const { columns } = layout
  const reading: RowReading = {
    layout,
    books: createBooks(layout, sink),
    readDay: createDayReader(layout.dates),
    held: undefined,
    firstMoney: Math.min(...[columns.amount, columns.in, columns.out].flatMap((column) => column ?? [])),
    endsInText: columns.text?.includes(layout.headings.length - 1) === true,
    refuseIfBroken: createBreakCheck(layout),
  }
  return {
    take(record: CsvRecord): void {
      if (record.line >= layout.firstLine && !isBlank(record)) takeRow(reading, record)
    },
    end(): void {
      release(reading)
      reading.books.end()
    },
  }
}

function isBlank(record: CsvRecord): boolean {
  for (let index = 0; index < record.cells; index += 1) {
    if ((record.from[index] as number) < (record.to[index] as number)) return false
  }
  return true
}

function takeRow(reading: RowReading, record: CsvRecord): void {
  const { layout, books } = reading
  const { columns } = layout
  const dateText = textOf(record, columns.date)
  const status = columns.status ? statusOf(textOf(record, columns.status), record.line) : 'booked'
  if (status !== 'booked' || /^pending/i.test(dateText)) {
    release(reading)
    const { tally } = books.of(record)
    if (status === 'void') tally.leftOut()
    else tally.pending()
    return
  }
  const day = reading.readDay(dateText)
  if (!day) return takeUndated(reading, record, dateText)
  release(reading)
  refuseIfUneven(reading, record)
  const amount = amountIn(layout, record)
  const balance = balanceIn(layout, record)
  const book = books.of(record)
  const mayBeBalance = !amount || amount.units === 0n || !balance || sameAmount(amount, balance)
  const end = mayBeBalance ? endNamed(labelOf(layout, record)) : undefined
  if (noteBalance(book, end, balance ?? amount, day)) return
  if (amount) reading.held = { book, line: lineOf(reading, record, { book, day, amount, balance }) }
  // Banks put notes among the payments: a change of rate, a message, a payment that was declined.
  else book.tally.leftOut()
  reading.refuseIfBroken(record, balance ? columns.balance : columns.amount, balance ?? amount)
}

/** Where a cell is missing or one too many (1,234.56 without quotes), the amounts may stand in the wrong columns. */
function refuseIfUneven({ layout, firstMoney, endsInText }: RowReading, record: CsvRecord): void {
  const { line, cells } = record
  if (cells <= firstMoney) unreadable('amount-missing', { line })
  // A description at the end of a row does no harm when it has commas of its own.
  if (cells > layout.headings.length && !endsInText && beyond(layout.headings, record) !== '') {
    unreadable('columns-unclear', { line, part: 'more cells than headings' })
  }
}

/** What stands in cells that have no heading. */
function beyond(headings: readonly string[], record: CsvRecord): string {
  let texts = ''
  for (let index = headings.length; index < record.cells && headings.length > 0; index += 1) {
    texts = joinTexts([texts, cellText(record, index)])
  }
  return texts
}

/** More of the description above, a total, headings again, or a note. What has an amount of its own is refused. */
function takeUndated(reading: RowReading, record: CsvRecord, dateText: string): void {
  const { layout, held } = reading
  if (isHeadings(layout, record)) return
  const label = labelOf(layout, record)
  if (!hasMoney(layout, record)) {
    if (dateText !== '' || label === '' || !held) return
    const text = joinTexts([held.line.text, label])
    reading.held = { ...held, line: { ...held.line, text } }
    return
  }
  if (/^(sub-?)?totals?\b/i.test(dateText) || /^(sub-?)?totals?\b/i.test(label)) return
  const end = endNamed(label) ?? endNamed(dateText)
  const amount = balanceIn(layout, record) ?? (end && amountIn(layout, record))
  if (end && amount && noteBalance(reading.books.of(record), end, amount, undefined)) return
  unreadable(dateText === '' ? 'date-missing' : 'date-unreadable', { line: record.line, found: dateText })
}

const openingWords =
  /^(opening balance|(balance )?brought forward|balance b\/f|b\/f|start(ing)? balance|previous balance)\b/i
const closingWords =
  /^(closing balance|(balance )?carried forward|balance c\/f|c\/f|end(ing)? balance|balance as at)\b/i

/** A row that is no payment but the balance at an end says so; its amount is none, or that balance. */
function endNamed(label: string): 'opening' | 'closing' | undefined {
  if (openingWords.test(label)) return 'opening'
  return closingWords.test(label) ? 'closing' : undefined
}

function noteBalance(
  book: Book,
  end: 'opening' | 'closing' | undefined,
  amount: Amount | undefined,
  day: BankDay | undefined,
): boolean {
  if (!end || !amount) return false
  book[end] ??= { amount, on: day?.day, source: 'stated' }
  return true
}

function lineOf(
  { layout, readDay }: RowReading,
  record: CsvRecord,
  facts: { book: Book; day: BankDay; amount: Amount; balance: Amount | undefined },
): StatementLine {
  const { columns } = layout
  const { book, day, amount, balance } = facts
  const said = textsOf(record, columns.text)
  const optional = (column: readonly number[] | undefined) => textOf(record, column) || undefined
  const valueOn = columns.valueDate && readDay(textOf(record, columns.valueDate))?.day
  const madeOn = columns.madeDate && readDay(textOf(record, columns.madeDate))?.day
  return {
    statement: book.tally.start.statement,
    place: record.line,
    bookedOn: day.day,
    valueOn,
    madeOn,
    time: columns.time ? optional(columns.time) : day.time,
    amount,
    currency: book.currency,
    payee: payeeOf(record, columns.payee),
    text: layout.headings.length < record.cells ? joinTexts([said, beyond(layout.headings, record)]) : said,
    reference: optional(columns.reference),
    bankReference: optional(columns.bankReference),
    kind: optional(columns.kind),
    balanceAfter: balance,
    original: originalOf(layout, record, book.currency),
  }
}

/** What a payment abroad was in its own currency. */
function originalOf(
  { columns, point }: CsvLayout,
  record: CsvRecord,
  currency: string | undefined,
): StatementLine['original'] {
  const other = textOf(record, columns.originalCurrency)
  if (other === '' || other === currency) return undefined
  const amount = readWrittenAmount(textOf(record, columns.originalAmount), point)?.amount
  return amount && { amount, currency: other }
}

function release(reading: RowReading): void {
  const { held } = reading
  if (!held) return
  reading.held = undefined
  held.book.tally.line(held.line)
}

function statusOf(text: string, line: number): 'booked' | 'pending' | 'void' {
  if (text === '') return 'booked'
  return statusWord(text) ?? unreadable('status-unreadable', { line, found: text })
}

const isHeadings = ({ headings }: CsvLayout, record: CsvRecord): boolean =>
  headings.length > 0 && headings.every((heading, index) => cellText(record, index) === heading)

const labelOf = ({ columns }: CsvLayout, record: CsvRecord): string =>
  joinTexts([payeeOf(record, columns.payee), textsOf(record, columns.text), textOf(record, columns.kind)])

/** The first place for a name that has one. */
function payeeOf(record: CsvRecord, columns: readonly number[] | undefined): string {
  for (const index of columns ?? []) {
    const name = cellText(record, index)
    if (name !== '') return name
  }
  return ''
}

function textsOf(record: CsvRecord, columns: readonly number[] | undefined): string {
  if (columns === undefined) return ''
  return columns.length === 1
    ? cellText(record, columns[0] as number)
    : joinTexts(columns.map((index) => cellText(record, index)))
}

function textOf(record: CsvRecord, columns: readonly number[] | undefined): string {
  return columns === undefined || columns.length === 0 ? '' : cellText(record, columns[0] as number)
}
