import type { Day } from '../../platform/day.ts'
import type { Id } from '../../platform/id.ts'
import { showMoney, smaller, sum } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import { done, refuse } from '../../platform/outcome.ts'
import type { Outcome } from '../../platform/outcome.ts'
import * as ledger from '../ledger/index.ts'
import type { Balances, Transfer } from '../ledger/index.ts'
import type { CommitmentId, LineId } from './budget.ts'

/** Money set aside for something to pay, in parts of lines. */
export type Commitment = {
  id: CommitmentId
  words: string
  payeeId: Id<'payee'> | undefined
  payeeName: string | undefined
  dueOn: Day | undefined
  toldPaidOn: Day | undefined
  parts: readonly CommitmentPart[]
}

export type CommitmentPart = { lineId: LineId; amount: Pence }

export const totalOf = (parts: readonly CommitmentPart[]): Pence => sum(parts.map((part) => part.amount))

/** Sets money of lines aside; a line cannot promise more than it has. */
export function setAside(
  parts: readonly CommitmentPart[],
  balances: Balances,
): Outcome<Transfer[], 'not-enough-left'> {
  let after = balances
  const transfers: Transfer[] = []
  for (const { lineId, amount } of parts) {
    const left = ledger.balanceOf(after, ledger.available(lineId))
    if (left < amount) return refuse('not-enough-left', { lineId, left: showMoney(left) })
    const moved = ledger.move(ledger.available(lineId), ledger.committed(lineId), amount)
    transfers.push(...moved)
    after = ledger.after(after, moved)
  }
  return done(transfers)
}

/** Gives back what is still set aside. */
export function release(parts: readonly CommitmentPart[], balances: Balances): Transfer[] {
  return parts.flatMap(({ lineId, amount }) => {
    const kept = smaller(amount, ledger.balanceOf(balances, ledger.committed(lineId)))
    return ledger.move(ledger.committed(lineId), ledger.available(lineId), kept)
  })
}
