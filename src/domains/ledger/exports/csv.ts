import { csvRow, harmless } from '../../../platform/csv.ts'
import type { Day } from '../../../platform/day.ts'
import { plainPounds } from '../../../platform/money.ts'
import type { NamedBalance, PurseBooks } from './books.ts'

const columns = [
  'row',
  'day',
  'purse',
  'journal',
  'n',
  'event',
  'why',
  'book',
  'from',
  'to',
  'amount',
] as const
type Row = Partial<Record<(typeof columns)[number], string>>

/** What stands once at the top. */
export const csvHeading = lineOf(Object.fromEntries(columns.map((column) => [column, column])))

/**
 * One purse as rows: what was brought forward, each transfer, and what was in each account at the end of each month.
 * An `opening` and a `balance` name their account in `to`. Amounts are pounds with two decimals and a point.
 */
export function csvOf({ purse = '', firstDay, opening, journals, monthEnds }: PurseBooks): string {
  const standing = (row: 'opening' | 'balance', day: Day, { account, balance }: NamedBalance): Row => {
    const book = (account.split(':')[1] ?? '').toLowerCase()
    return { row, day, purse, book, to: account, amount: plainPounds(balance) }
  }
  const rows: Row[] = [
    ...opening.map((each) => standing('opening', firstDay, each)),
    ...journals.flatMap(({ no, event, occurredOn, why, transfers }) =>
      transfers.map(({ n, amount, ...between }): Row => ({
        ...between,
        row: 'transfer',
        day: occurredOn,
        purse,
        journal: no.toString(),
        n: n.toString(),
        event,
        why: harmless(why),
        amount: plainPounds(amount),
      })),
    ),
    ...monthEnds.flatMap(({ on, balances }) => balances.map((each) => standing('balance', on, each))),
  ]
  return rows.map(lineOf).join('')
}

function lineOf(row: Row): string {
  return csvRow(columns.map((column) => row[column] ?? ''))
}
