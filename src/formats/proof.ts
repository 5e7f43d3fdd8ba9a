import type { Day } from '../platform/day.ts'
import { addAmounts, sameAmount, showAmount, sizeOfAmount } from './amount.ts'
import type { Amount } from './amount.ts'
import type { RunningProof } from './running-balance.ts'
import type { Balance, Statement } from './statement.ts'

/**
 * What a statement proves about itself. Readers only report it, because the lines are read right whether or not
 * they add up; what to do with a statement that does not is for the import to decide.
 */
export type Proof =
  | { readonly state: 'holds'; readonly by: 'balances' | 'running-balance' }
  | {
      readonly state: 'fails'
      readonly check: ProofCheck
      /** The first line that does not fit, where that can be told. */
      readonly place?: number | undefined
      readonly stated: string
      readonly workedOut: string
    }
  | { readonly state: 'not-given'; readonly why: 'no-opening' | 'no-closing' | 'several-currencies' }

export type ProofCheck = 'closing-balance' | 'running-balance' | 'number-of-lines' | 'total-in' | 'total-out'

/** What the file says about itself and what was counted. */
export type ProofFacts = {
  readonly opening?: Balance | undefined
  readonly closing?: Balance | undefined
  readonly running: RunningProof
  readonly severalCurrencies: boolean
  readonly totalIn: Amount
  readonly totalOut: Amount
  readonly lines: number
  /** Those that are not booked: a bank's own count and totals may include them. */
  readonly notBooked: number
  readonly stated?: StatedTotals | undefined
}

export type StatedTotals = {
  readonly lines?: number | undefined
  readonly totalIn?: Amount | undefined
  readonly totalOut?: Amount | undefined
}

export function prove(facts: ProofFacts): Proof {
  return (
    failedCount(facts) ??
    (facts.severalCurrencies
      ? { state: 'not-given', why: 'several-currencies' }
      : (failedTotals(facts) ?? failedRunning(facts) ?? closingProof(facts)))
  )
}

function failedCount({ stated, lines, notBooked }: ProofFacts): Proof | undefined {
  if (stated?.lines === undefined || stated.lines === lines || stated.lines === lines + notBooked) {
    return undefined
  }
  return {
    state: 'fails',
    check: 'number-of-lines',
    stated: String(stated.lines),
    workedOut: String(lines),
  }
}

function failedTotals({ stated, totalIn, totalOut, notBooked }: ProofFacts): Proof | undefined {
  if (notBooked > 0) return undefined
  // Some banks write the total of what went out with a minus sign.
  return (
    differ('total-in', stated?.totalIn && sizeOfAmount(stated.totalIn), totalIn) ??
    differ('total-out', stated?.totalOut && sizeOfAmount(stated.totalOut), sizeOfAmount(totalOut))
  )
}

function failedRunning({ running }: ProofFacts): Proof | undefined {
  if (running.state !== 'fails') return undefined
  const { place, stated, workedOut } = running.at
  return {
    state: 'fails',
    check: 'running-balance',
    place,
    stated: showAmount(stated),
    workedOut: showAmount(workedOut),
  }
}

function closingProof({ opening, closing, running, totalIn, totalOut }: ProofFacts): Proof {
  if (!opening) return { state: 'not-given', why: 'no-opening' }
  if (!closing) return { state: 'not-given', why: 'no-closing' }
  const sum = addAmounts(opening.amount, addAmounts(totalIn, totalOut))
  const failed = differ('closing-balance', closing.amount, sum)
  if (failed) return failed
  if (running.state === 'holds') return { state: 'holds', by: 'running-balance' }
  // Both ends taken from one and the same line prove nothing.
  const proven = opening.source === 'stated' || closing.source === 'stated'
  return proven ? { state: 'holds', by: 'balances' } : { state: 'not-given', why: 'no-opening' }
}

function differ(check: ProofCheck, stated: Amount | undefined, workedOut: Amount): Proof | undefined {
  if (!stated || sameAmount(stated, workedOut)) return undefined
  return { state: 'fails', check, stated: showAmount(stated), workedOut: showAmount(workedOut) }
}

/**
 * How one statement of an account follows on another: by their balances where both are known, else by their days.
 * A gap means that a statement is missing between them; an overlap that some lines may be in both.
 */
export function followsOn(earlier: Statement, later: Statement): 'follows' | 'gap' | 'overlap' | 'unknown' {
  const endedOn = lastDayOf(earlier)
  const beganOn = firstDayOf(later)
  if (endedOn && beganOn && beganOn < endedOn) return 'overlap'
  if (earlier.closing && later.opening) {
    return sameAmount(earlier.closing.amount, later.opening.amount) ? 'follows' : 'gap'
  }
  return 'unknown'
}

const firstDayOf = (statement: Statement): Day | undefined => statement.period.from ?? statement.firstLineOn
const lastDayOf = (statement: Statement): Day | undefined => statement.period.to ?? statement.lastLineOn
