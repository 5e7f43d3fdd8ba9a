import type { AccountFacts } from '../account.ts'
import { layoutByContents } from './contents.ts'
import { directionWord, plainMeaningOf, provenByBalance } from './evidence.ts'
import { columnsOf, headingOf, isHeadingRow, saysDayFirst } from './headings.ts'
import type { Columns, Heading } from './headings.ts'
import { columnTexts, currencyIn, datesFor, pointFor, signedRows } from './sample.ts'
import type { CsvLayout, SampleRow } from './sample.ts'
import { settleColumns } from './settle.ts'
import { unreadable } from '../problem.ts'
import type { Hints } from '../statement.ts'
import { knownBank } from './uk-banks.ts'
import type { BankLayout } from './uk-banks.ts'
import { readWrittenAmount } from '../written-amount.ts'
import type { Point } from '../written-amount.ts'
import { parseWrittenDay } from '../written-day.ts'

/** As far down as headings are looked for: banks put names, balances and notes above them. */
const lastHeadingRow = 60

/** Finds out how a file is laid out, or refuses with what is unclear. */
export function layoutOf(sample: readonly SampleRow[], hints: Hints): CsvLayout {
  const at = sample.slice(0, lastHeadingRow).findIndex(({ cells }) => isHeadingRow(cells))
  return at < 0 ? layoutByContents(sample, hints) : layoutByHeadings(sample, at, hints)
}

function layoutByHeadings(sample: readonly SampleRow[], at: number, hints: Hints): CsvLayout {
  const { line, cells: written } = sample[at] as SampleRow
  const headings = written.map(headingOf)
  const bank = knownBank(written, headings)
  const rows = sample.slice(at + 1)
  const columns = settleColumns(columnsOf(headings, bank?.columns), headings, rows)
  const dated = datedRows(columns, rows)
  const point = bank ? '.' : pointFor(moneyTexts(columns, dated))
  const currency = currencyOf(columns, headings, dated, point)
  const isBritish = bank !== undefined || currency === 'GBP' || saysDayFirst(headings)
  return {
    bank: bank?.bank,
    kind: bank?.kind,
    firstLine: line + 1,
    headings: written,
    columns,
    dates: datesFor(columnTexts(dated, columns.date), hints, isBritish),
    point,
    plainAmountIs: plainFor(columns, headings, dated, point, bank, hints),
    outHasMinus: outHasMinus(columns, dated, point),
    currency,
    account: accountAbove(sample.slice(0, at)),
  }
}

function datedRows(columns: Columns, rows: readonly SampleRow[]): readonly SampleRow[] {
  const column = columns.date?.[0] as number
  const dated = rows.filter(({ cells }) => parseWrittenDay(cells[column] ?? '') !== undefined)
  const first = rows.find(({ cells }) => (cells[column] ?? '') !== '' && hasMoney(columns, cells))
  if (dated.length === 0 && first && !/^pending/i.test(first.cells[column] ?? '')) {
    unreadable('date-unreadable', { line: first.line, found: first.cells[column] })
  }
  return dated
}

const moneyRoles = ['amount', 'in', 'out', 'balance'] as const

const hasMoney = (columns: Columns, cells: readonly string[]): boolean =>
  moneyRoles.some((role) => (cells[columns[role]?.[0] ?? -1] ?? '') !== '')

const moneyTexts = (columns: Columns, rows: readonly SampleRow[]): string[] =>
  moneyRoles.flatMap((role) => columnTexts(rows, columns[role]))

function plainFor(
  columns: Columns,
  headings: readonly Heading[],
  rows: readonly SampleRow[],
  point: Point,
  bank: BankLayout | undefined,
  hints: Hints,
): 'in' | 'out' {
  if (columns.amount === undefined) return 'in'
  if (hints.plainAmountIs) return hints.plainAmountIs
  const masked = columnTexts(rows, columns.account).some((number) => /\*/.test(number))
  const known = bank?.maskedIsCard && masked ? 'out' : bank?.plainAmountIs
  const proven = provenByBalance(signedRows(columns, rows, point))
  if (known && proven && known !== proven) return unreadable('direction-unclear')
  const settled = known ?? proven
  if (settled) return settled
  const marks = new Set(columnTexts(rows, columns.direction).map(directionWord))
  // Where only one direction is marked (CR), what has no mark went the other way.
  if (marks.size === 2 && marks.has(undefined)) return marks.has('in') ? 'out' : 'in'
  if (columns.direction && !marks.has(undefined)) return 'in'
  const meaning = plainMeaningOf(signedRows(columns, rows, point))
  // On a card that we do not know, a minus may well be money given back.
  const isUnsure = meaning === 'in' && headings.some(({ name }) => /\bcard(holder)?\b/.test(name))
  return isUnsure || !meaning ? unreadable('direction-unclear') : meaning
}

function outHasMinus(columns: Columns, rows: readonly SampleRow[], point: Point): boolean {
  const signs = columnTexts(rows, columns.out)
    .map((text) => readWrittenAmount(text, point)?.amount.units ?? 0n)
    .filter((units) => units !== 0n)
  return signs.length > 0 && signs.every((units) => units < 0n)
}

function currencyOf(
  columns: Columns,
  headings: readonly Heading[],
  rows: readonly SampleRow[],
  point: Point,
): string | undefined {
  for (const role of moneyRoles) {
    const currency = headings[columns[role]?.[0] ?? -1]?.currency
    if (currency !== undefined) return currency
  }
  return currencyIn(moneyTexts(columns, rows), point)
}

/** What banks write about the account above the headings: a label, and its value beside it. */
function accountAbove(rows: readonly SampleRow[]): AccountFacts {
  const beside = (label: RegExp): string | undefined =>
    rows.find(({ cells }) => label.test(cells[0] ?? '') && (cells[1] ?? '') !== '')?.cells[1]
  return {
    written: beside(/^account( name| number| no\.?)?\s*:?$/i),
    sortCode: beside(/^sort ?code\s*:?$/i),
    name: beside(/^account holder\s*:?$/i),
  }
}
