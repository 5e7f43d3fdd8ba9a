import { addDays } from '../../platform/day.ts'
import type { Day } from '../../platform/day.ts'
import { absolute, larger, minus, nothing, plus, smaller } from '../../platform/money.ts'
import type { Commitment } from '../budgets/index.ts'
import * as ledger from '../ledger/index.ts'
import type { Balances, Transfer } from '../ledger/index.ts'
import { decide, isOtherEnd } from './matching.ts'
import type {
  CandidateLine,
  Decision,
  EarlierSpending,
  ExpectedContribution,
  ExpectedPayment,
  HalfMove,
  KnownPayee,
  LineToMatch,
  Match,
} from './matching.ts'

/** What is known before the first line is matched. */
export type Known = {
  /** The lines that the account holds money for on a day: each year has its own. */
  linesOn: (day: Day) => readonly CandidateLine[]
  known: ReadonlyMap<string, KnownPayee>
  recent: readonly { key: string; on: Day }[]
  commitments: readonly Commitment[]
  payments: readonly ExpectedPayment[]
  contributions: readonly ExpectedContribution[]
  moves: readonly HalfMove[]
  spending: ReadonlyMap<string, readonly EarlierSpending[]>
  personName: string
  balances: Balances
}

/**
 * Matches one line after another, each in the light of what came of those before it: a payment that arrived is not
 * expected twice, money that is spent is spent. Keeps the purse's balances in step, so that thousands of lines can
 * be decided before anything is posted.
 */
export type Matcher = {
  readonly balances: Balances
  /** The payees that were paid, as they are known now. */
  readonly known: ReadonlyMap<string, KnownPayee>
  decide(line: LineToMatch): Decision
  /** That this is what the line was. */
  accept(line: LineToMatch, match: Match): void
  apply(transfers: readonly Transfer[]): void
  /** What somebody said of a payee holds for every line after it. */
  teach(key: string, payee: KnownPayee): void
}

export function makeMatcher(before: Known): Matcher {
  const balances = new Map(before.balances)
  const known = new Map(before.known)
  const spending = new Map(before.spending)
  const week = makeWeek(before.recent)
  let { commitments, payments, contributions, moves } = before
  return {
    balances,
    known,
    decide: (line) =>
      decide(line, {
        lines: before.linesOn(line.bookedOn),
        personName: before.personName,
        known,
        spending,
        commitments,
        payments,
        contributions,
        moves,
        timesThisWeek: (key, on) => week.times(key, on),
        owed: ledger.balanceOf(balances, ledger.owedByPerson),
      }),
    accept(line, match) {
      if (match.commitmentId) commitments = commitments.filter((each) => each.id !== match.commitmentId)
      if (match.paymentId) payments = payments.filter((each) => each.id !== match.paymentId)
      if (match.contributionDueId) {
        contributions = contributions.filter((each) => each.id !== match.contributionDueId)
      }
      if (match.kind === 'moved') {
        const otherEnd = moves.find((move) => isOtherEnd(move, line))
        moves = moves.filter((move) => move !== otherEnd)
      }
      week.note(line.key, line.bookedOn)
      noteSpending(spending, line, match)
      const payee = known.get(line.key)
      if (payee && match.kind !== 'refund') known.set(line.key, seenAgain(payee, line))
    },
    teach: (key, payee) => void known.set(key, payee),
    apply: (transfers) => ledger.applyTo(balances, transfers),
  }
}

export function seenAgain(payee: KnownPayee, line: LineToMatch): KnownPayee {
  const amount = absolute(line.amount)
  return {
    ...payee,
    times: payee.times + 1,
    least: payee.times === 0 ? amount : smaller(payee.least, amount),
    most: larger(payee.most, amount),
    lastOn: line.bookedOn > payee.lastOn ? line.bookedOn : payee.lastOn,
  }
}

function noteSpending(spending: Map<string, readonly EarlierSpending[]>, line: LineToMatch, match: Match) {
  const { payeeId, kind } = match
  if (!payeeId) return
  const before = spending.get(line.key) ?? []
  let now = before
  for (const { lineId, amount } of match.parts) {
    const change = kind === 'refund' ? minus(nothing, amount) : amount
    const earlier = now.find((each) => each.lineId === lineId)
    const lastOn = kind === 'refund' && earlier ? earlier.lastOn : line.bookedOn
    const left = plus(earlier?.left ?? nothing, change)
    now = [...now.filter((each) => each !== earlier), { lineId, payeeId, left, lastOn }]
  }
  spending.set(line.key, now)
}

/** Counts how often each payee was seen in the seven days up to a day. Lines come in the order of their days. */
function makeWeek(recent: readonly { key: string; on: Day }[]) {
  const seen = new Map<string, Day[]>()
  const note = (key: string, on: Day) => {
    const days = seen.get(key)
    if (days) days.push(on)
    else seen.set(key, [on])
  }
  for (const { key, on } of recent) note(key, on)
  return {
    note,
    times(key: string, on: Day): number {
      const days = seen.get(key) ?? []
      const from = addDays(on, -6)
      let count = 0
      for (let index = days.length - 1; index >= 0 && (days[index] ?? on) >= from; index -= 1) count += 1
      return count
    },
  }
}
