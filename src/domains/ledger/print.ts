import { showDay } from '../../platform/day.ts'
import { showMoney } from '../../platform/money.ts'
import type { AccountCode } from './account.ts'
import { kindOf } from './account.ts'
import type { Movement } from './movements.ts'

/** How an account is called in print: the ledger itself knows only codes. */
export type NameOf = (code: AccountCode) => string

type Row = readonly [when: string, why: string, book: string, from: string, to: string, amount: string]

const heading: Row = ['when', 'why', 'book', 'from', 'to', 'amount']

/**
 * The one printed form of a ledger: when, why, book, from, to, amount. Stories end in it, and the CLI prints it.
 * Amounts stand right-aligned; everything is in the order of the days that events count.
 */
export function printLedger(movements: readonly Movement[], nameOf: NameOf): string {
  const rows: Row[] = movements.map((movement) => [
    showDay(movement.occurredOn),
    movement.why,
    movement.book,
    nameOf(movement.from),
    nameOf(movement.to),
    showMoney(movement.amount),
  ])
  return printTable([heading, ...rows])
}

function printTable(rows: readonly Row[]): string {
  const widths = heading.map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[column] ?? '')), 0),
  )
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => pad(cell, widths[column] ?? 0, column === 5)).join(' | ')} |`
  const [first = heading, ...rest] = rows
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return `${[line(first), rule, ...rest.map(line)].join('\n')}\n`
}

const widthOf = (cell: string) => Array.from(cell).length

function pad(cell: string, width: number, toTheRight: boolean): string {
  const gap = ' '.repeat(Math.max(0, width - widthOf(cell)))
  return toTheRight ? gap + cell : cell + gap
}

/** For programs and for the person's own eyes when nothing better is known: `available:0198…` as it is. */
export const plainCode: NameOf = (code) => (code.includes(':') ? `${kindOf(code)} ${code.slice(-4)}` : code)
