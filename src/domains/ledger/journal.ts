import type { Day } from '../../platform/day.ts'
import type { Id } from '../../platform/id.ts'
import { minus, nothing, smaller } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import { available, committed, overPlan, spent } from './account.ts'
import type { AccountCode } from './account.ts'

/** From one account to another of the same book and purse. */
export type Transfer = {
  from: AccountCode
  to: AccountCode
  /** Above nothing. */
  amount: Pence
  /** The transfer that this one mirrors. */
  reverses?: { journalNo: bigint; n: number }
}

/** The transfers of one event. `event` and `subjectId` together are posted once in a purse, ever. */
export type Journal = {
  personId: Id<'person'>
  event: string
  subjectId: Id<string>
  /** The day it counts. */
  occurredOn: Day
  /** A short sentence that the person can read. */
  why: string
  transfers: readonly Transfer[]
}

/** Leaves out what moves nothing, so that callers need not ask. */
export function move(from: AccountCode, to: AccountCode, amount: Pence): Transfer[] {
  if (amount < 0n) throw new Error(`A transfer cannot be below nothing: ${from} to ${to}`)
  return amount === 0n ? [] : [{ from, to, amount }]
}

/** What of a line is left to spend, and what was spent beyond it (nothing or below). */
export type LineMoney = { available: Pence; committed: Pence; spent: Pence; overPlan: Pence }

export const emptyLine: LineMoney = {
  available: nothing,
  committed: nothing,
  spent: nothing,
  overPlan: nothing,
}

/** Spending is a fact: what the line has, then beyond the plan. */
export function spend(line: Id<'line'>, money: LineMoney, amount: Pence): Transfer[] {
  const within = smaller(amount, money.available)
  return [
    ...move(available(line), spent(line), within),
    ...move(overPlan(line), spent(line), minus(amount, within)),
  ]
}

/** Spending what was set aside for it: no more than was. The rest is ordinary spending of the line. */
export function spendCommitted(line: Id<'line'>, money: LineMoney, amount: Pence): Transfer[] {
  const kept = smaller(amount, money.committed)
  return [...move(committed(line), spent(line), kept), ...spend(line, money, minus(amount, kept))]
}

/** A refund first makes good what was spent beyond the line, then gives the line its money back. */
export function unspend(line: Id<'line'>, money: LineMoney, amount: Pence): Transfer[] {
  const beyond = smaller(amount, minus(nothing, money.overPlan))
  return [
    ...move(spent(line), overPlan(line), beyond),
    ...move(spent(line), available(line), minus(amount, beyond)),
  ]
}
