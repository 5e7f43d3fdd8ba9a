import { addDays } from '../../platform/day.ts'
import type { Day } from '../../platform/day.ts'
import { negativeAmount, readDecimal } from '../amount.ts'
import type { Amount } from '../amount.ts'
import { readIsoDay } from '../bank-day.ts'
import { unreadable } from '../problem.ts'
import type { StatedTotals } from '../proof.ts'
import type { Fields } from '../markup/shape.ts'
import type { Balance, StatementPeriod } from '../statement.ts'

type TypedBalance = Balance & { readonly type: string }

/** A balance of a statement; undefined where it says neither which nor which way it is. */
export function balanceOf(fields: Fields): TypedBalance | undefined {
  const { type, amount: text, direction, amountCurrency: currency, on } = fields
  if (type === undefined || text === undefined) return undefined
  if (direction !== 'CRDT' && direction !== 'DBIT') return undefined
  const size = readDecimal(text)
  // A minus sign breaks the standard; beside CRDT it can only mean an overdraft, beside DBIT it could mean anything.
  if (!size || (size.units < 0n && direction === 'DBIT')) {
    return unreadable('amount-unreadable', { part: `balance ${type}`, found: text })
  }
  const amount = direction === 'DBIT' ? negativeAmount(size) : size
  return { type, amount, currency, on: on === undefined ? undefined : readIsoDay(on)?.day, source: 'stated' }
}

/**
 * Booked balances only: available ones (OPAV, CLAV) include credit lines and what is not booked. A previous closing
 * balance (PRCD) stands in for an opening one. On the pages of a long statement the ends are interim (ITBD).
 */
export function chooseBalances(balances: readonly TypedBalance[], page: number | undefined) {
  const of = (type: string) => balances.filter((balance) => balance.type === type)
  const interim = of('ITBD')
  const opening = earliest(of('OPBD')) ?? earliest(of('PRCD'))
  const closing = latest(of('CLBD'))
  const isLaterPage = (page ?? 1) > 1
  return {
    opening: opening ?? (isLaterPage || interim.length > 1 ? interim[0] : undefined),
    closing:
      closing ?? (interim.length > 1 || (interim.length === 1 && opening) ? interim.at(-1) : undefined),
  }
}

const earliest = (balances: readonly TypedBalance[]): TypedBalance | undefined =>
  balances.reduce<TypedBalance | undefined>(
    (best, each) => (best?.on !== undefined && !(each.on !== undefined && each.on < best.on) ? best : each),
    undefined,
  )

const latest = (balances: readonly TypedBalance[]): TypedBalance | undefined =>
  balances.reduce<TypedBalance | undefined>(
    (best, each) => (best?.on !== undefined && each.on !== undefined && each.on < best.on ? best : each),
    undefined,
  )

export function periodOf(fields: Fields): StatementPeriod {
  const from = fields['from'] === undefined ? undefined : readIsoDay(fields['from'])
  const to = fields['to'] === undefined ? undefined : readIsoDay(fields['to'])
  return { from: from?.day, to: to && lastDayOf(to.day, to.time, from?.day) }
}

/** Until midnight at the beginning of a day means up to the day before. */
function lastDayOf(to: Day, time: string | undefined, from: Day | undefined): Day {
  const endsAtMidnight = time !== undefined && /^00:00(:00)?$/.test(time)
  return endsAtMidnight && from !== undefined && from < to ? addDays(to, -1) : to
}

export function statedTotalsOf(fields: Fields): StatedTotals {
  const count = fields['allCount']
  return {
    lines: count !== undefined && /^\d{1,15}$/.test(count) ? Number(count) : undefined,
    totalIn: totalOf(fields['inSum']),
    totalOut: totalOf(fields['outSum']),
  }
}

const totalOf = (text: string | undefined): Amount | undefined =>
  text === undefined ? undefined : readDecimal(text)
