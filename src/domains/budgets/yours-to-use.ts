import type { Day, Days } from '../../platform/day.ts'
import { isIn, monthAround } from '../../platform/day.ts'
import type { Id } from '../../platform/id.ts'
import { larger, minus, nothing, plus, smaller, sum } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import type { LineMoney } from '../ledger/index.ts'

export type KeptFor = 'contingency' | 'leave' | 'saving'

/** Everything that decides how much of one line is theirs to use on a day. */
export type LineFacts = {
  lineId: Id<'line'>
  name: string
  keptFor: KeptFor | undefined
  releases: readonly { releaseOn: Day; amount: Pence }[]
  /** At the end of the day. */
  money: LineMoney
  /** What was spent (less what came back) on the days of this month up to the day. */
  spentThisMonth: Pence
}

/** What belongs to nobody's line: said to the person, and not theirs to use. */
export type Unsettled = {
  /** Money out that we do not know the purpose of yet. */
  unexplained: Pence
  /** Money that the person owes back to the account. */
  owedBack: Pence
}

export type LineToUse = {
  lineId: Id<'line'>
  name: string
  /** Released to the day, less spent, set aside. Below nothing where more was spent than released. */
  toUse: Pence
  /** Committed, and for a line that is kept for something, all of it. */
  setAside: Pence
  keptFor: KeptFor | undefined
  /** Of what this month released: how much, and how much of it is left. */
  thisMonth: { released: Pence; left: Pence }
  /** Left over from earlier months. */
  fromBefore: Pence
}

export type ToUse = {
  toUse: Pence
  setAside: Pence
  unexplained: Pence
  owedBack: Pence
  lines: readonly LineToUse[]
}

/**
 * "Yours to use": what is released to the day shown, less spent, set aside, and money not yet explained or owed back
 * (architecture, "Data rules"). Three sums that never swap their words: in the account, set aside, yours to use.
 */
export function yoursToUse(lines: readonly LineFacts[], unsettled: Unsettled, on: Day): ToUse {
  const each = lines.map((line) => lineToUse(line, on))
  return {
    toUse: minus(sum(each.map((line) => line.toUse)), unsettled.unexplained, unsettled.owedBack),
    setAside: sum(each.map((line) => line.setAside)),
    ...unsettled,
    lines: each,
  }
}

function lineToUse(line: LineFacts, on: Day): LineToUse {
  const month: Days = monthAround(on)
  const due = line.releases.filter((release) => release.releaseOn <= on)
  const released = sum(due.map((release) => release.amount))
  const notSpent = minus(released, line.money.spent)
  const left = minus(notSpent, line.money.committed)
  const kept = line.keptFor === undefined ? nothing : larger(nothing, left)
  const toUse = minus(left, kept)
  const releasedNow = sum(due.filter((release) => isIn(release.releaseOn, month)).map((each) => each.amount))
  // What is spent this month is this month's first; what is set aside is taken from what was left before first.
  const thisMonthLeft = larger(nothing, smaller(minus(releasedNow, line.spentThisMonth), toUse))
  return {
    lineId: line.lineId,
    name: line.name,
    toUse,
    setAside: plus(line.money.committed, kept),
    keptFor: line.keptFor,
    thisMonth: { released: releasedNow, left: kept > 0n ? nothing : thisMonthLeft },
    fromBefore: kept > 0n ? nothing : minus(toUse, thisMonthLeft),
  }
}
