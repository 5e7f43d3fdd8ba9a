import type { Day } from '../../platform/day.ts'
import { daysBetween, showDayOfYear } from '../../platform/day.ts'
import type { Id } from '../../platform/id.ts'
import { absolute, showMoney, sum } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import type { Commitment, CommitmentId, CommitmentPart, LineId } from '../budgets/index.ts'
import type { PayeeId, PlanLineId } from '../plans/index.ts'
import { matchingBounds } from '../rules/index.ts'
import { namesMatch, namesResemble } from './payee-key.ts'

/** One line of a statement, as the matcher sees it. */
export type LineToMatch = {
  bookedOn: Day
  /** In is above nothing, out is below. */
  amount: Pence
  /** The payee as we compare it. */
  key: string
}

/** What we have learned of a payee, for this person alone. */
export type KnownPayee = {
  payeeId: PayeeId
  name: string
  planLineId: PlanLineId | undefined
  always: boolean
  times: number
  least: Pence
  most: Pence
  lastOn: Day
}

/** A line of the plan that this account holds money for. */
export type CandidateLine = {
  lineId: LineId
  planLineId: PlanLineId
  name: string
  usualPayees: readonly string[]
  /** What one payment of it costs, where the plan says it so. */
  price: Pence
}

export type ExpectedPayment = { id: Id<'payment'>; amount: Pence; sentOn: Day; from: string }
export type ExpectedContribution = { id: Id<'contribution_due'>; amount: Pence; dueOn: Day }
/** A line of another account of theirs that moved money between the two, and whose other end was not seen yet. */
export type HalfMove = { amount: Pence; on: Day; accountName: string }
/** What was spent with a payee on one line, and when last: what a refund can restore. */
export type EarlierSpending = { lineId: LineId; payeeId: PayeeId; left: Pence; lastOn: Day }

/** Everything that is known when a line is matched. The first of several equals is always taken: same in, same out. */
export type Expectations = {
  /** The lines that the account holds money for on the day of the line. */
  lines: readonly CandidateLine[]
  known: ReadonlyMap<string, KnownPayee>
  /** How often this payee was seen in the seven days up to the line. */
  timesThisWeek: (key: string, on: Day) => number
  commitments: readonly Commitment[]
  payments: readonly ExpectedPayment[]
  contributions: readonly ExpectedContribution[]
  moves: readonly HalfMove[]
  /** By the payee as we compare it. */
  spending: ReadonlyMap<string, readonly EarlierSpending[]>
  /** What the person owes back to this account. */
  owed: Pence
  personName: string
}

export type MatchKind =
  | 'spent'
  | 'set-aside'
  | 'mine'
  | 'given-back'
  | 'moved'
  | 'refund'
  | 'payment'
  | 'contribution'
  | 'own-money'
  | 'interest'
  | 'paid-back'

export type Match = {
  kind: MatchKind
  /** What it was, in few words: the ledger's sentence. */
  what: string
  /** Why we think so. Both are for the person to read. */
  reason: string
  parts: readonly CommitmentPart[]
  payeeId?: PayeeId | undefined
  commitmentId?: CommitmentId | undefined
  paymentId?: Id<'payment'> | undefined
  contributionDueId?: Id<'contribution_due'> | undefined
}

export type Guess = {
  kind: MatchKind
  planLineId?: PlanLineId | undefined
  commitmentId?: CommitmentId | undefined
  why: string
}

export type Decision = { certain: true; match: Match } | { certain: false; guess: Guess | undefined }

/**
 * What a line was for. Certain means one candidate: something expected of exactly this amount from or to somebody of
 * this name, or a payee seen before for this person (or "always") with amount and rhythm within the stated bounds
 * (rules/matching-bounds.ts). Everything else asks, with a guess where there is one.
 */
export function decide(line: LineToMatch, expected: Expectations): Decision {
  const [halfMove, ...others] = expected.moves.filter((move) => isOtherEnd(move, line))
  if (halfMove && others.length === 0) return certain(movedWith(halfMove))
  return line.amount > 0n ? decideIn(line, expected) : decideOut(line, expected)
}

const certain = (match: Match): Decision => ({ certain: true, match })
const unsure = (guess?: Guess): Decision => ({ certain: false, guess })

/** The same amount the other way, on another account and on nearly the same day. */
export function isOtherEnd(move: HalfMove, line: LineToMatch): boolean {
  const apart = Math.abs(daysBetween(move.on, line.bookedOn))
  return move.amount === -line.amount && apart <= matchingBounds.movedWithinDays
}

const movedWith = ({ amount, on, accountName }: HalfMove): Match => ({
  kind: 'moved',
  what: amount < 0n ? movedWords.in : movedWords.out,
  reason: `The other end of it stands on “${accountName}”, ${showDayOfYear(on)}`,
  parts: [],
})

/** What a move between their own accounts is called, seen from the account that it came into or went out of. */
export const movedWords = {
  in: 'From another of your accounts',
  out: 'Moved to another of your accounts',
} as const

function decideOut(line: LineToMatch, expected: Expectations): Decision {
  const amount = absolute(line.amount)
  const promised = expected.commitments.filter(
    (commitment) =>
      sum(commitment.parts.map((part) => part.amount)) === amount && isDueAround(commitment, line.bookedOn),
  )
  const known = expected.known.get(line.key)
  const named = promised.find(
    (commitment) =>
      commitment.payeeName !== undefined &&
      (commitment.payeeId === known?.payeeId || namesMatch(commitment.payeeName, line.key)),
  )
  if (named) return certain(settle(named))
  const candidate = known && expected.lines.find((each) => each.planLineId === known.planLineId)
  if (known && candidate && isUsual(line, known, expected)) {
    const reason = known.always
      ? `You said that ${known.name} is always for ${candidate.name}`
      : `You paid ${known.name} for ${candidate.name} before`
    const parts = [{ lineId: candidate.lineId, amount }]
    return certain({ kind: 'spent', what: candidate.name, reason, parts, payeeId: known.payeeId })
  }
  return unsure(guessOut(line, expected, known, candidate, promised))
}

const settle = (commitment: Commitment): Match => ({
  kind: 'set-aside',
  what: commitment.words,
  reason: `Set aside for exactly this: ${commitment.words}`,
  parts: commitment.parts,
  payeeId: commitment.payeeId,
  commitmentId: commitment.id,
})

function isDueAround({ dueOn }: Commitment, on: Day): boolean {
  return dueOn === undefined || Math.abs(daysBetween(dueOn, on)) <= matchingBounds.dueWithinDays
}

function isUsual(line: LineToMatch, known: KnownPayee, { timesThisWeek }: Expectations): boolean {
  const amount = absolute(line.amount) * 100n
  const mostAllowed = known.always ? matchingBounds.mostWhenAlways : matchingBounds.most
  if (amount > known.most * mostAllowed) return false
  if (timesThisWeek(line.key, line.bookedOn) >= matchingBounds.mostInAWeek) return false
  if (known.always) return true
  const since = Math.abs(daysBetween(known.lastOn, line.bookedOn))
  return amount >= known.least * matchingBounds.least && since <= matchingBounds.forgottenAfterDays
}

function guessOut(
  line: LineToMatch,
  { lines }: Expectations,
  known: KnownPayee | undefined,
  candidate: CandidateLine | undefined,
  promised: readonly Commitment[],
): Guess | undefined {
  const spentOn = (on: CandidateLine, why: string): Guess => ({
    kind: 'spent',
    planLineId: on.planLineId,
    why,
  })
  if (known && candidate)
    return spentOn(candidate, `You paid ${known.name} for ${candidate.name} before, but not like this`)
  const usual = lines.find((each) => each.usualPayees.some((name) => namesMatch(name, line.key)))
  if (usual) return spentOn(usual, `The plan says that you usually pay them for ${usual.name}`)
  const likely = lines.filter((each) => namesResemble(each.name, line.key))
  if (likely[0] && likely.length === 1) return spentOn(likely[0], `The name looks like ${likely[0].name}`)
  const [only] = promised
  const ofIt = only && lines.find((each) => each.lineId === only.parts[0]?.lineId)
  if (ofIt && promised.length === 1)
    return spentOn(ofIt, `It is exactly what was set aside for ${only.words}`)
  const priced = lines.filter((each) => each.price === absolute(line.amount))
  if (priced[0] && priced.length === 1)
    return spentOn(priced[0], `${showMoney(priced[0].price)} is what ${priced[0].name} costs`)
  return undefined
}

function decideIn(line: LineToMatch, expected: Expectations): Decision {
  const sent = expected.payments.filter(
    (payment) => payment.amount === line.amount && wasSentBefore(payment, line.bookedOn),
  )
  if (sent[0]) {
    const reason = `The payment that ${sent[0].from} sent on ${showDayOfYear(sent[0].sentOn)}`
    return certain({ kind: 'payment', what: 'Payment seen', reason, parts: [], paymentId: sent[0].id })
  }
  const isThemself = namesMatch(expected.personName, line.key)
  const due = expected.contributions.find(
    (each) =>
      each.amount === line.amount &&
      Math.abs(daysBetween(each.dueOn, line.bookedOn)) <= matchingBounds.contributionWithinDays,
  )
  if (due && isThemself) {
    const reason = `Your contribution due on ${showDayOfYear(due.dueOn)}`
    return certain({
      kind: 'contribution',
      what: 'Contribution',
      reason,
      parts: [],
      contributionDueId: due.id,
    })
  }
  if (isThemself && expected.owed > 0n && expected.owed === line.amount) {
    const reason = 'Exactly what you owed back to the account'
    return certain({ kind: 'paid-back', what: 'Paid back', reason, parts: [] })
  }
  return decideRefund(line, expected, due)
}

function wasSentBefore({ sentOn }: ExpectedPayment, on: Day): boolean {
  const days = daysBetween(sentOn, on)
  return days >= 0 && days <= matchingBounds.paymentSeenWithinDays
}

function decideRefund(
  line: LineToMatch,
  expected: Expectations,
  due: ExpectedContribution | undefined,
): Decision {
  const spent = (expected.spending.get(line.key) ?? []).filter(
    (each) =>
      each.left >= line.amount && daysBetween(each.lastOn, line.bookedOn) <= matchingBounds.refundWithinDays,
  )
  const [only] = spent
  if (only && spent.length === 1) {
    const name = expected.lines.find((each) => each.lineId === only.lineId)?.name ?? 'the line it came from'
    const parts = [{ lineId: only.lineId, amount: line.amount }]
    const reason = `You paid them for ${name} before`
    return certain({ kind: 'refund', what: `Money back, ${name}`, reason, parts, payeeId: only.payeeId })
  }
  if (due) return unsure({ kind: 'contribution', why: 'It is exactly your contribution' })
  if (expected.owed > 0n && expected.owed === line.amount) {
    return unsure({ kind: 'paid-back', why: 'It is exactly what you owed back' })
  }
  if (/\bINTEREST\b/.test(line.key)) return unsure({ kind: 'interest', why: 'The bank calls it interest' })
  return unsure()
}
