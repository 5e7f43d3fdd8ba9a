import type { Day } from '../platform/day.ts'
import { createTotal } from './amount.ts'
import type { Amount } from './amount.ts'
import { prove } from './proof.ts'
import type { StatedTotals } from './proof.ts'
import { createRunningBalance } from './running-balance.ts'
import type { LineOrder, RunningProof } from './running-balance.ts'
import type {
  Balance,
  Statement,
  StatementAccount,
  StatementLine,
  StatementPeriod,
  StatementSink,
  StatementStart,
} from './statement.ts'

/** What a reader knows only when it comes to the end of a statement. */
export type StatementEnding = {
  readonly account?: StatementAccount | undefined
  readonly opening?: Balance | undefined
  readonly closing?: Balance | undefined
  readonly period?: StatementPeriod | undefined
  readonly page?: Statement['page']
  readonly sequence?: string | undefined
  readonly stated?: StatedTotals | undefined
  /** Several currencies in the balances alone already mean that nothing can be added up. */
  readonly currencies?: readonly string[] | undefined
}

/** Counts and sums one statement's lines as they pass on to the sink, and proves it at its end. */
export type Tally = ReturnType<typeof createTally>

export function createTally(start: StatementStart, sink: StatementSink) {
  const [totalIn, totalOut] = [createTotal(), createTotal()]
  const running = createRunningBalance()
  const days = createDays()
  const currencies = new Set<string>()
  let [lines, pending, leftOut] = [0, 0, 0]
  let lastCurrency: string | undefined
  sink.start(start)

  return {
    start,
    line(line: StatementLine): void {
      lines += 1
      if (line.amount.units < 0n) totalOut.add(line.amount)
      else totalIn.add(line.amount)
      running.add(line.amount, line.balanceAfter, line.place)
      days.add(line.bookedOn)
      if (line.currency !== undefined && line.currency !== lastCurrency) {
        lastCurrency = line.currency
        // Two are already several.
        if (currencies.size < 2) currencies.add(line.currency)
      }
      sink.line(line)
    },
    pending: (): void => void (pending += 1),
    leftOut: (): void => void (leftOut += 1),
    counts: () => ({ lines, pending, leftOut }),
    end(ending: StatementEnding): Statement {
      for (const currency of ending.currencies ?? []) currencies.add(currency)
      const account = ending.account ?? start.account
      if (account.currency !== undefined) currencies.add(account.currency)
      const severalCurrencies = currencies.size > 1
      const proven: RunningProof = severalCurrencies ? { state: 'none' } : running.conclude(days.order())
      const opening = ending.opening ?? workedOut(proven, 'opening', days.first())
      const closing = ending.closing ?? workedOut(proven, 'closing', days.last())
      const statement: Statement = {
        ...start,
        account,
        opening,
        closing,
        period: ending.period ?? {},
        firstLineOn: days.first(),
        lastLineOn: days.last(),
        order: proven.state === 'holds' || proven.state === 'fails' ? proven.order : days.order(),
        lines,
        pending,
        leftOut,
        page: ending.page,
        sequence: ending.sequence,
        proof: prove({
          opening,
          closing,
          running: proven,
          severalCurrencies,
          totalIn: totalIn.amount(),
          totalOut: totalOut.amount(),
          lines,
          notBooked: pending + leftOut,
          stated: ending.stated,
        }),
      }
      sink.end(statement)
      return statement
    },
  }
}

function workedOut(
  proven: RunningProof,
  end: 'opening' | 'closing',
  on: Day | undefined,
): Balance | undefined {
  if (proven.state === 'none') return undefined
  const amount: Amount = proven[end]
  return { amount, on, source: 'worked-out' }
}

/** The first and last day, and whether the lines go forward or backward in time. */
function createDays() {
  let first: Day | undefined
  let last: Day | undefined
  let before: Day | undefined
  let [forward, backward] = [0, 0]
  return {
    add(day: Day): void {
      if (day === before) return
      if (before !== undefined) {
        if (day > before) forward += 1
        else backward += 1
      }
      before = day
      if (first === undefined || day < first) first = day
      if (last === undefined || day > last) last = day
    },
    first: (): Day | undefined => first,
    last: (): Day | undefined => last,
    order(): LineOrder {
      if (forward === backward) return 'unknown'
      return forward > backward ? 'oldest-first' : 'newest-first'
    },
  }
}
