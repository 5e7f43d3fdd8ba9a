import type { Day } from '../../platform/day.ts'
import { negative, nothing, shareByWeight, showMoney, smaller, sum } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import { done, refuse } from '../../platform/outcome.ts'
import type { Outcome } from '../../platform/outcome.ts'
import * as ledger from '../ledger/index.ts'
import type { LineMoney, Transfer } from '../ledger/index.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { LineId } from './budget.ts'
import { fundersParts } from './funding.ts'
import type { NewRelease } from './store.ts'

/** What a change does to the books and to the days that money may be used from. */
export type Changed = { transfers: Transfer[]; releases: NewRelease[] }

type Line = {
  id: LineId
  money: LineMoney
  releases: readonly { releaseOn: Day; amount: Pence }[]
  shares: readonly { funderId: OrganisationId; parts: number }[]
}

/** More money for a line: each funder promises its share of it. Released on one day, or spread over the paydays left. */
export function giveMore(line: Line, amount: Pence, spread: { once: Day } | { from: Day }): Changed {
  const promised = fundersParts([{ cost: amount, shares: line.shares }])
  const transfers = [...promised].flatMap(([funder, part]) =>
    ledger.move(ledger.promise(funder), ledger.available(line.id), part),
  )
  if ('once' in spread) {
    return { transfers, releases: [{ lineId: line.id, releaseOn: spread.once, amount, why: 'one-off' }] }
  }
  return { transfers, releases: spreadOver(line, amount, spread.from, 'more') }
}

/**
 * Less money for a line, no more than is left of it: given back to its funders. Taken off the payment of one day
 * (`once`), or off the paydays left.
 */
export function giveLess(
  line: Line,
  amount: Pence,
  spread: { once: Day } | { from: Day },
): Outcome<Changed, 'more-than-is-left'> {
  if (amount > line.money.available) {
    return refuse('more-than-is-left', { left: showMoney(line.money.available) })
  }
  const transfers = ledger.move(ledger.available(line.id), ledger.returned(line.id), amount)
  const releases: NewRelease[] =
    'once' in spread
      ? [{ lineId: line.id, releaseOn: spread.once, amount: negative(amount), why: 'taken-back' }]
      : spreadOver(line, negative(amount), spread.from, 'less')
  return done({ transfers, releases })
}

/** The end of a line, `on` the first day without it: what was not released by then goes back to its funders. What is released stays until it is settled. */
export function endLine(line: Line, on: Day): Changed {
  const later = line.releases.filter((release) => release.releaseOn >= on)
  const unreleased = sum(later.map((release) => release.amount))
  const back = smaller(unreleased, line.money.available)
  if (back <= 0n) return { transfers: [], releases: [] }
  return {
    transfers: ledger.move(ledger.available(line.id), ledger.returned(line.id), back),
    releases: shareOut(later, negative(back)).map(({ releaseOn, amount }) => ({
      lineId: line.id,
      releaseOn,
      amount,
      why: 'ended' as const,
    })),
  }
}

/** What is left of a line goes on to the line that follows it in the next budget. */
export function carryOver(from: Line, to: LineId, on: Day): Changed {
  const left = from.money.available
  if (left === 0n) return { transfers: [], releases: [] }
  return {
    transfers: ledger.move(ledger.available(from.id), ledger.available(to), left),
    releases: [
      { lineId: from.id, releaseOn: on, amount: negative(left), why: 'carried-over' },
      { lineId: to, releaseOn: on, amount: left, why: 'carried-over' },
    ],
  }
}

/** Over the paydays from a day on, in step with what each releases; on the day itself where none is left. */
function spreadOver(line: Line, amount: Pence, from: Day, why: 'more' | 'less'): NewRelease[] {
  const later = line.releases.filter((release) => release.releaseOn >= from && release.amount > 0n)
  if (later.length === 0) return [{ lineId: line.id, releaseOn: from, amount, why }]
  return shareOut(later, amount).map((part) => ({ lineId: line.id, ...part, why }))
}

function shareOut(releases: readonly { releaseOn: Day; amount: Pence }[], amount: Pence) {
  const days = [...new Set(releases.map((release) => release.releaseOn))].sort()
  const weights = days.map((day) =>
    sum(releases.filter((release) => release.releaseOn === day).map((release) => release.amount)),
  )
  const usable = weights.map((weight) => (weight > 0n ? weight : nothing))
  return shareByWeight(amount, usable)
    .map((part, index) => ({ releaseOn: days[index] as Day, amount: part }))
    .filter((part) => part.amount !== 0n)
}

export type ChangeKind =
  'one-off' | 'more' | 'less' | 'taken-back' | 'held-differently' | 'ended' | 'carried-over'

export const changeWords: Record<ChangeKind, string> = {
  'one-off': 'More money, once',
  more: 'More money with each payment',
  less: 'Less money with each payment',
  'taken-back': 'Netted off one payment',
  'held-differently': 'Held another way',
  ended: 'Ended: what was not released went back',
  'carried-over': 'Carried over from the budget before',
}
