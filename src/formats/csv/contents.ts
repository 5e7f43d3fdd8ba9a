import { negativeAmount, sizeOfAmount } from '../amount.ts'
import type { Amount } from '../amount.ts'
import { amountsOf, balancesFit, directionWord, plainMeaningOf } from './evidence.ts'
import type { Columns } from './headings.ts'
import { columnTexts, currencyIn, datesFor, filledTexts, signedRows } from './sample.ts'
import type { CsvLayout, SampleRow } from './sample.ts'
import { unreadable } from '../problem.ts'
import type { Hints } from '../statement.ts'
import { currencies, pointOf } from '../written-amount.ts'
import type { Point, WrittenAmount } from '../written-amount.ts'
import { parseWrittenDay } from '../written-day.ts'

/** A column of which every cell that is not empty is an amount of money. */
type MoneyColumn = { readonly index: number; readonly amounts: readonly (WrittenAmount | undefined)[] }

/** So many balances must fit before chance is ruled out. */
const fewestLinks = 2

/**
 * A file without headings that we know. Only what proves itself is read: by balances that follow from the amounts, or
 * by one column of amounts with signs. Where headings stand there that we cannot read, only balances will do.
 */
export function layoutByContents(sample: readonly SampleRow[], hints: Hints): CsvLayout {
  const rows = sample.filter(({ cells }) => cells.length > 1)
  const dateColumn = bestDateColumn(rows)
  if (dateColumn === undefined) return unreadable('not-a-statement')
  const isDated = ({ cells }: SampleRow) => parseWrittenDay(cells[dateColumn] ?? '') !== undefined
  const dated = rows.filter(isDated)
  const headings = headingsAbove(rows[rows.findIndex(isDated) - 1])
  const { point, money } = moneyColumns(dated)
  const direction = widthOf(dated).find((index) =>
    columnTexts(dated, [index]).every((text) => directionWord(text) !== undefined),
  )
  const words = direction === undefined ? undefined : columnTexts(dated, [direction]).map(directionWord)
  const found = byBalances(money, words) ?? (headings ? undefined : bySigns(money, words, dated, hints))
  const amounts =
    found?.amount && direction !== undefined && !hasSigns(money, found.amount[0])
      ? { ...found, direction: [direction] }
      : found
  if (!amounts) {
    return headings
      ? unreadable('headings-unknown', { found: headings.join(', ') })
      : unreadable('columns-unclear', { part: money.length === 0 ? 'no amounts' : 'amounts' })
  }
  const columns = withRest(amounts, dateColumn, dated)
  const moneyTexts = money.flatMap(({ index }) => columnTexts(dated, [index]))
  const currency = currencyIn(moneyTexts, point)
  return {
    firstLine: dated[0]?.line ?? 1,
    headings: [],
    columns,
    dates: datesFor(columnTexts(dated, columns.date), hints, currency === 'GBP'),
    point,
    plainAmountIs: plainAmountFor(columns, dated, point, hints),
    outHasMinus: columnTexts(dated, columns.out).some((text) => /[-−(]/.test(text)),
    currency,
    account: {},
  }
}

/** The column with the most dates; the first of equals, because banks put the day of booking before the others. */
function bestDateColumn(rows: readonly SampleRow[]): number | undefined {
  const counts = widthOf(rows).map((index) => {
    const texts = filledTexts(rows, index)
    return isSortCode(texts) ? 0 : texts.filter((text) => parseWrittenDay(text)).length
  })
  const most = Math.max(0, ...counts)
  return most === 0 ? undefined : counts.indexOf(most)
}

/** `09-09-09` is a day, but a column that has it in every row is the sort code. */
const isSortCode = (texts: readonly string[]): boolean =>
  /^\d\d-\d\d-\d\d$/.test(texts[0] ?? '') && texts.every((text) => text === texts[0])

/** A row of words above the first payment, without a date, an amount, or more than an odd number among them. */
function headingsAbove(row: SampleRow | undefined): readonly string[] | undefined {
  const cells = row?.cells.filter((text) => text !== '') ?? []
  const words = cells.filter((text) => /\p{L}/u.test(text) && !/\d/.test(text))
  return words.length >= 3 && words.length * 5 >= cells.length * 4 ? cells : undefined
}

function moneyColumns(rows: readonly SampleRow[]): { point: Point; money: readonly MoneyColumn[] } {
  const [withPoint, withComma] = (['.', ','] as const).map((point) => ({
    point,
    money: widthOf(rows).flatMap((index) => {
      const texts = columnTexts(rows, [index])
      // Whole numbers alone may be anything: quantities, cheque numbers, codes.
      if (!texts.some((text) => pointOf(text) === point || /[£€$]/.test(text))) return []
      const amounts = amountsOf(texts, point)
      return amounts ? [{ index, amounts }] : []
    }),
  })) as [{ point: Point; money: MoneyColumn[] }, { point: Point; money: MoneyColumn[] }]
  return withComma.money.length > withPoint.money.length ? withComma : withPoint
}

const widthOf = (rows: readonly SampleRow[]): number[] =>
  Array.from({ length: Math.max(0, ...rows.map(({ cells }) => cells.length)) }, (_, index) => index)

const isFull = ({ amounts }: MoneyColumn) => amounts.every((amount) => amount !== undefined)
const takeTurns = (a: MoneyColumn, b: MoneyColumn): boolean =>
  a.amounts.every((amount, row) => (amount === undefined) !== (b.amounts[row] === undefined))

const hasSigns = (money: readonly MoneyColumn[], index: number | undefined): boolean =>
  money.some(
    (column) => column.index === index && column.amounts.some((each) => each && each.sign !== 'none'),
  )

type Words = readonly ('in' | 'out' | undefined)[]

/** The one way of taking the columns in which each balance follows from the amounts; none where two ways do. */
function byBalances(money: readonly MoneyColumn[], words: Words | undefined): Columns | undefined {
  const found: Columns[] = []
  for (const balance of money.filter(isFull)) {
    const fits = (amounts: readonly (Amount | undefined)[]): boolean =>
      balancesFit(
        amounts.map((amount, row) => ({
          amount: amount ?? { units: 0n, decimals: 0 },
          balance: balance.amounts[row]?.amount,
        })),
        fewestLinks,
      )
    for (const one of money) {
      if (one === balance) continue
      const byWord = words && !hasSigns(money, one.index)
      const written = one.amounts.map((each, row) =>
        each && byWord && words[row] === 'out' ? negativeAmount(each.amount) : each?.amount,
      )
      if (isFull(one) && fits(written)) found.push({ amount: [one.index], balance: [balance.index] })
      for (const other of money) {
        if (other === balance || other === one || !takeTurns(one, other)) continue
        const signed = one.amounts.map((paidIn, row) => inOrOut(paidIn, other.amounts[row]))
        if (fits(signed)) found.push({ in: [one.index], out: [other.index], balance: [balance.index] })
      }
    }
  }
  return found.length === 1 ? found[0] : undefined
}

function inOrOut(paidIn: WrittenAmount | undefined, out: WrittenAmount | undefined): Amount | undefined {
  if (paidIn) return sizeOfAmount(paidIn.amount)
  return out && negativeAmount(sizeOfAmount(out.amount))
}

/** Amounts that say by their signs, or by a word beside them, which way they went. */
function bySigns(
  money: readonly MoneyColumn[],
  words: Words | undefined,
  rows: readonly SampleRow[],
  hints: Hints,
): Columns | undefined {
  const [only] = money
  if (only && money.length === 1 && isFull(only)) {
    if (words && !hasSigns(money, only.index)) return { amount: [only.index] }
    const signed = rows.map(({ cells: texts }, row) => ({
      written: only.amounts[row] as WrittenAmount,
      texts,
    }))
    const meaning = hints.plainAmountIs ?? plainMeaningOf(signed)
    return meaning ? { amount: [only.index] } : unreadable('direction-unclear')
  }
  const parts = money.filter((column) => !isFull(column))
  const balances = money.filter(isFull)
  const out = parts.find(({ amounts }) =>
    amounts.every((each) => each === undefined || each.sign === 'minus'),
  )
  const paidIn = parts.find(({ amounts }) =>
    amounts.every((each) => each === undefined || each.sign !== 'minus'),
  )
  if (parts.length !== 2 || balances.length > 1 || !out || !paidIn || !takeTurns(out, paidIn))
    return undefined
  const columns = { in: [paidIn.index], out: [out.index] }
  return balances[0] ? { ...columns, balance: [balances[0].index] } : columns
}

function plainAmountFor(
  columns: Columns,
  rows: readonly SampleRow[],
  point: Point,
  hints: Hints,
): 'in' | 'out' {
  if (!columns.amount || columns.direction || columns.balance) return 'in'
  return hints.plainAmountIs ?? plainMeaningOf(signedRows(columns, rows, point)) ?? 'in'
}

/** A second date is when it counts; what has words is what the bank prints. */
function withRest(amounts: Columns, dateColumn: number, rows: readonly SampleRow[]): Columns {
  const taken = new Set([dateColumn, ...Object.values(amounts).flat()])
  const free = widthOf(rows).filter((index) => !taken.has(index))
  const isDates = (index: number) =>
    !isSortCode(columnTexts(rows, [index])) &&
    columnTexts(rows, [index]).every((text) => parseWrittenDay(text) !== undefined)
  const isCurrency = (index: number) => columnTexts(rows, [index]).every((text) => currencies.has(text))
  const [valueDate, currency] = [free.find(isDates), free.find(isCurrency)]
  const sortCode = free.find((index) => isSortCode(columnTexts(rows, [index])))
  const isNumber = (texts: readonly string[]) =>
    /^\d{8}$/.test(texts[0] ?? '') && texts.every((text) => text === texts[0])
  const account =
    sortCode === undefined ? undefined : free.find((index) => isNumber(columnTexts(rows, [index])))
  const text = free.filter(
    (index) =>
      !isDates(index) && index !== currency && filledTexts(rows, index).some((cell) => /\p{L}/u.test(cell)),
  )
  return {
    ...amounts,
    date: [dateColumn],
    text,
    ...(valueDate === undefined ? {} : { valueDate: [valueDate] }),
    ...(currency === undefined ? {} : { currency: [currency] }),
    ...(sortCode === undefined ? {} : { sortCode: [sortCode] }),
    ...(account === undefined ? {} : { account: [account] }),
  }
}
