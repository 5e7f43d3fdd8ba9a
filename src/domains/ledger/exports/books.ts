import { addDays, endOfMonth } from '../../../platform/day.ts'
import type { Day, Days } from '../../../platform/day.ts'
import { groupBy } from '../../../platform/group.ts'
import { minus, nothing, plus } from '../../../platform/money.ts'
import type { Pence } from '../../../platform/money.ts'
import type { AccountCode } from '../account.ts'
import type { Movement } from '../movements.ts'
import type { Balances } from '../store.ts'
import { accountNames, isControl } from './names.ts'
import type { SubjectName } from './names.ts'

/** One purse of an export, as every format writes it: what was there, what happened, and what must be there then. */
export type PurseBooks = {
  /** How the export calls it; undefined where it is the only one. */
  purse: string | undefined
  /** Every account that is named below, in the order of names. */
  accounts: readonly string[]
  firstDay: Day
  /** What each account had when the first day began; of each book it sums to nothing. */
  opening: readonly NamedBalance[]
  /** In the order of the days that they count. */
  journals: readonly NamedJournal[]
  /** What stood in each account at the end of a month in which it moved, and in all of them at the end. */
  monthEnds: readonly MonthEnd[]
}

export type NamedBalance = { account: string; balance: Pence }
export type MonthEnd = { on: Day; balances: readonly NamedBalance[] }

export type NamedJournal = {
  no: bigint
  event: string
  occurredOn: Day
  why: string
  transfers: readonly { n: number; book: string; from: string; to: string; amount: Pence }[]
}

export type PurseToExport = {
  purse: string | undefined
  subjectName: SubjectName
  /** In whose words a journal says why: left out, its event is all that is said. */
  withWhy: boolean
  days: Days
  /** Of every account, controls too, before the first of the days. */
  opening: Balances
  /** Of the accounts that keep a balance, after the last of the days: not worked out from the movements here. */
  closing: Balances
  /** Of these days, in order. */
  movements: readonly Movement[]
}

export function booksOf(from: PurseToExport): PurseBooks {
  const { purse, days, opening, closing, movements } = from
  const name = accountNames(purse, from.subjectName)
  const mentioned = [
    ...opening.keys(),
    ...movements.flatMap((movement) => [movement.from, movement.to]),
    ...closing.keys(),
  ].toSorted()
  const named = new Map([...new Set(mentioned)].map((code) => [code, name(code)]))
  const called = (code: AccountCode) => named.get(code) ?? name(code)
  return {
    purse,
    accounts: [...named.values()].toSorted(),
    firstDay: days.from,
    opening: inNames(opening, called).filter(({ balance }) => balance !== 0n),
    journals: [...groupBy(movements, (movement) => movement.journalNo).values()].map((journal) =>
      journalOf(journal, from.withWhy, called),
    ),
    monthEnds: monthEndsOf(from).map(({ on, balances }) => ({ on, balances: inNames(balances, called) })),
  }
}

function journalOf(
  movements: readonly Movement[],
  withWhy: boolean,
  called: (code: AccountCode) => string,
): NamedJournal {
  const [first] = movements
  if (!first) throw new Error('A journal has a transfer')
  const { journalNo: no, event, occurredOn, why } = first
  return {
    no,
    event,
    occurredOn,
    why: withWhy ? why : event,
    transfers: movements.map(({ n, book, from, to, amount }) => ({
      n,
      book,
      from: called(from),
      to: called(to),
      amount,
    })),
  }
}

/** Worked out backwards from the balances that the purse keeps, so that a kept balance that is wrong is found. */
function monthEndsOf({ days, closing, movements }: PurseToExport): { on: Day; balances: Balances }[] {
  const last = addDays(days.until, -1)
  const months = [...groupBy(movements, (movement) => endOfMonth(movement.occurredOn))].toReversed()
  const now = new Map(closing)
  const ends = [{ on: last, balances: new Map(closing) }]
  for (const [end, moved] of months) {
    const touched = new Set(moved.flatMap(({ from, to }) => [from, to]).filter((code) => !isControl(code)))
    const balances = [...touched].map((code): [AccountCode, Pence] => [code, now.get(code) ?? nothing])
    if (end < last) ends.push({ on: end, balances: new Map(balances) })
    for (const { from, to, amount } of moved) {
      now.set(from, plus(now.get(from) ?? nothing, amount))
      now.set(to, minus(now.get(to) ?? nothing, amount))
    }
  }
  return ends.toReversed().filter(({ balances }) => balances.size > 0)
}

function inNames(balances: Balances, called: (code: AccountCode) => string): NamedBalance[] {
  return [...balances]
    .map(([code, balance]) => ({ account: called(code), balance }))
    .toSorted((a, b) => (a.account < b.account ? -1 : 1))
}
