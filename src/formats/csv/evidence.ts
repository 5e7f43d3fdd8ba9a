import { negativeAmount } from '../amount.ts'
import type { Amount } from '../amount.ts'
import { createRunningBalance } from '../running-balance.ts'
import { parseWrittenDay } from '../written-day.ts'
import type { DateOrder } from '../written-day.ts'
import { pointOf, readWrittenAmount } from '../written-amount.ts'
import type { Point, WrittenAmount } from '../written-amount.ts'

/**
 * Which way round 03/04/2026 is, from all the dates of a column. A 13 or more in either place settles it; else that
 * only one way puts at least three days in order. Undefined where nothing tells; 'contradictory' where both ways
 * are demanded. Dates that can be read only one way need no order: then the answer is the day first.
 */
export function dateOrderOf(texts: readonly string[]): DateOrder | 'contradictory' | undefined {
  const dates = texts.map(parseWrittenDay).filter((date) => date !== undefined)
  const open = dates.filter((date) => date.kind === 'either')
  if (open.length === 0) return 'day-first'
  const dayOnly = open.some(({ monthFirst }) => monthFirst === undefined)
  const monthOnly = open.some(({ dayFirst }) => dayFirst === undefined)
  if (dayOnly && monthOnly) return 'contradictory'
  if (dayOnly) return 'day-first'
  if (monthOnly) return 'month-first'
  if (open.every(({ dayFirst, monthFirst }) => dayFirst?.day === monthFirst?.day)) return 'day-first'
  const [daysFirst, monthsFirst] = [
    isInOrder(open.map(({ dayFirst }) => dayFirst?.day ?? '')),
    isInOrder(open.map(({ monthFirst }) => monthFirst?.day ?? '')),
  ]
  if (daysFirst === monthsFirst || new Set(open.map(({ dayFirst }) => dayFirst?.day)).size < 3)
    return undefined
  return daysFirst ? 'day-first' : 'month-first'
}

function isInOrder(days: readonly string[]): boolean {
  const pairs = days.slice(1).map((day, index) => [days[index] as string, day] as const)
  return pairs.every(([before, day]) => before <= day) || pairs.every(([before, day]) => before >= day)
}

/** The point of a column's amounts; 'contradictory' where they have both, undefined where none of them tells. */
export function decimalPointOf(texts: readonly string[]): Point | 'contradictory' | undefined {
  const points = new Set(texts.map(pointOf).filter((point) => point !== undefined))
  if (points.size > 1) return 'contradictory'
  return [...points][0]
}

export type SignedRow = {
  readonly written: WrittenAmount
  readonly balance?: Amount | undefined
  /** What the row says, cell by cell. */
  readonly texts: readonly string[]
}

/**
 * What an amount without a sign means: paid in, as on accounts, or spent, as on most cards. The running balance
 * settles it; else the signs that there are, but for a file with few minus signs: an account has mostly payments out,
 * and on a card a minus is a refund. Undefined where a guess would be needed.
 */
export function plainMeaningOf(rows: readonly SignedRow[]): 'in' | 'out' | undefined {
  const plain = rows.filter(({ written }) => written.sign === 'none' && written.amount.units !== 0n)
  if (plain.length === 0) return 'in'
  const has = (sign: WrittenAmount['sign']) => rows.some(({ written }) => written.sign === sign)
  const minuses = rows.filter(({ written }) => written.sign === 'minus')
  const says = (words: RegExp) => minuses.some(({ texts }) => texts.some((text) => words.test(text)))
  const mostlyMinus = minuses.length * 2 > rows.length
  const proven = provenByBalance(rows)
  if (says(cardPayment)) return proven === 'in' || mostlyMinus ? undefined : 'out'
  if (proven) return proven
  if (says(mayBeCardPayment) && !mostlyMinus) return undefined
  if (minuses.length > 0) return minuses.length * 5 < rows.length * 2 ? undefined : 'in'
  if (has('plus') || has('credit')) return 'out'
  return has('debit') ? 'in' : undefined
}

/** What card companies write beside the money that they were paid, and nothing else beside it. */
const cardPayment = /^(direct debit )?payment (received\W*(thank ?you)?|\W*thank ?you)\W*$/i
/** What they may write, and what account holders may write beside a payment out. */
const mayBeCardPayment = /thank ?you|payment received|autopay/i

/** Which meaning makes every balance fit, where at least one can be checked and only one meaning does. */
export function provenByBalance(rows: readonly SignedRow[], fewestLinks = 1): 'in' | 'out' | undefined {
  const holds = (['in', 'out'] as const).filter((meaning) =>
    balancesFit(
      rows.map(({ written, balance }) => {
        const flips = meaning === 'out' && written.sign !== 'credit' && written.sign !== 'debit'
        return { amount: flips ? negativeAmount(written.amount) : written.amount, balance }
      }),
      fewestLinks,
    ),
  )
  return holds.length === 1 ? holds[0] : undefined
}

/** Whether the balances follow from the amounts, with at least so many of them checked. */
export function balancesFit(
  rows: readonly { readonly amount: Amount; readonly balance?: Amount | undefined }[],
  fewestLinks: number,
): boolean {
  if (rows.filter(({ balance }) => balance !== undefined).length < fewestLinks + 1) return false
  const running = createRunningBalance()
  rows.forEach(({ amount, balance }, place) => running.add(amount, balance, place))
  const proof = running.conclude('unknown')
  // In another order than the file's, a few amounts fit too easily.
  return proof.state === 'holds' && proof.inOrder
}

/** Words with which a column says which way an amount went. */
const inWords = new Set(['credit', 'cr', 'c', 'crdt', 'in', 'deposit', 'bij', '+', 'money in', 'paid in'])
const outWords = new Set([
  'debit',
  'dr',
  'd',
  'dbit',
  'out',
  'withdrawal',
  'af',
  '-',
  'money out',
  'paid out',
])

export function directionWord(text: string): 'in' | 'out' | undefined {
  const word = text.toLowerCase()
  return inWords.has(word) ? 'in' : outWords.has(word) ? 'out' : undefined
}

/** Reads a column's cells where every one that is not empty is an amount. */
export function amountsOf(
  texts: readonly string[],
  point: Point,
): readonly (WrittenAmount | undefined)[] | undefined {
  const amounts = texts.map((text) => (text === '' ? undefined : readWrittenAmount(text, point)))
  return amounts.some((amount, index) => amount === undefined && texts[index] !== '') ? undefined : amounts
}
