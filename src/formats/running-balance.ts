import { powerOfTen, unitsAt } from './amount.ts'
import type { Amount } from './amount.ts'

export type LineOrder = 'oldest-first' | 'newest-first' | 'unknown'

/** Where the balance beside a line is not what the lines make it. */
export type Break = { readonly place: number; readonly stated: Amount; readonly workedOut: Amount }

export type RunningProof =
  | { readonly state: 'none' }
  | {
      readonly state: 'holds' | 'one-line'
      readonly order: LineOrder
      /** False where the balances fit together only when the lines are taken in another order than the file's. */
      readonly inOrder: boolean
      readonly opening: Amount
      readonly closing: Amount
    }
  | {
      readonly state: 'fails'
      readonly order: LineOrder
      readonly opening: Amount
      readonly closing: Amount
      readonly at: Break
    }

/**
 * Checks the balances that a bank prints beside its lines. Each balance is the one before it plus the line's amount;
 * which one is "before" depends on whether the newest line comes first, so both ways are followed at once. Some banks
 * print a balance only on the last line of a day, and some mix the order within a day: as long as every line's balance
 * is where another one starts, but for one start and one end, nothing is missing.
 */
export function createRunningBalance() {
  const oldestFirst = createChain()
  const newestFirst = createChain()
  const ends = createEnds()
  let decimals = 2

  return {
    add(amount: Amount, balance: Amount | undefined, place: number): void {
      const needed = Math.max(decimals, amount.decimals, balance?.decimals ?? 0)
      if (needed > decimals) {
        const factor = powerOfTen(needed - decimals)
        for (const each of [oldestFirst, newestFirst, ends]) each.rescale(factor)
        decimals = needed
      }
      const units = unitsAt(amount, decimals)
      const after = balance && unitsAt(balance, decimals)
      oldestFirst.addOlder(units, after, place)
      newestFirst.addNewer(units, after, place)
      ends.add(units, after)
    },
    conclude(byDates: LineOrder): RunningProof {
      const asAmount = (units: bigint): Amount => ({ units, decimals })
      const [preferred, other] =
        byDates === 'newest-first' ? [newestFirst, oldestFirst] : [oldestFirst, newestFirst]
      if (!preferred.known()) return { state: 'none' }
      const endsOf = (chain: Chain) => {
        const found = chain === newestFirst ? newestFirst.newerEnds() : oldestFirst.olderEnds()
        return { opening: asAmount(found.opening), closing: asAmount(found.closing) }
      }
      const orderOf = (chain: Chain): LineOrder => (chain === newestFirst ? 'newest-first' : 'oldest-first')
      const whole = [preferred, other].find((chain) => chain.breaks() === 0)
      if (whole) {
        const both = oldestFirst.breaks() === 0 && newestFirst.breaks() === 0
        const state = whole.links() > 0 ? 'holds' : 'one-line'
        return { state, order: both ? byDates : orderOf(whole), inOrder: true, ...endsOf(whole) }
      }
      const loose = ends.conclude()
      if (loose) {
        const [opening, closing] = [asAmount(loose.opening), asAmount(loose.closing)]
        return { state: 'holds', order: byDates, inOrder: false, opening, closing }
      }
      const likely = other.breaks() < preferred.breaks() ? other : preferred
      const { place, stated, workedOut } = likely.firstBreak()
      const at = { place, stated: asAmount(stated), workedOut: asAmount(workedOut) }
      return { state: 'fails', order: orderOf(likely), ...endsOf(likely), at }
    },
  }
}

type Chain = ReturnType<typeof createChain>
type UnitsBreak = { place: number; stated: bigint; workedOut: bigint }

function createChain() {
  let last: bigint | undefined
  let lastPlace = 0
  let since = 0n
  let beyond = 0n
  let links = 0
  let breaks = 0
  let broken: UnitsBreak = { place: 0, stated: 0n, workedOut: 0n }

  function compare(place: number, stated: bigint, workedOut: bigint): void {
    links += 1
    if (stated === workedOut) return
    if (breaks === 0) broken = { place, stated, workedOut }
    breaks += 1
  }

  return {
    /** The next line is younger than all before it. */
    addOlder(amount: bigint, balance: bigint | undefined, place: number): void {
      since += amount
      if (balance === undefined) return
      if (last === undefined) beyond = balance - since
      else compare(place, balance, last + since)
      last = balance
      since = 0n
    },
    /** The next line is older than all before it. */
    addNewer(amount: bigint, balance: bigint | undefined, place: number): void {
      if (balance === undefined) {
        since += amount
        return
      }
      if (last === undefined) beyond = balance + since
      else compare(lastPlace, last, balance + since)
      last = balance
      lastPlace = place
      since = amount
    },
    known: (): boolean => last !== undefined,
    links: (): number => links,
    breaks: (): number => breaks,
    firstBreak: (): UnitsBreak => broken,
    olderEnds: () => ({ opening: beyond, closing: (last ?? 0n) + since }),
    newerEnds: () => ({ opening: (last ?? 0n) - since, closing: beyond }),
    rescale(factor: bigint): void {
      if (last !== undefined) last *= factor
      since *= factor
      beyond *= factor
      broken = { ...broken, stated: broken.stated * factor, workedOut: broken.workedOut * factor }
    },
  }
}

/** So many balances without a partner means that they do not fit at all, and keeps memory flat. */
const mostOpenEnds = 10_000

/**
 * Pairs each line's balance with another line's starting balance, whatever the order of the lines. Lines that follow
 * each other are one run from a balance to a balance; only the ends of runs have to be kept.
 */
function createEnds() {
  let open = new Map<bigint, number>()
  let run: { from: bigint; to: bigint } | undefined
  let usable = true

  function count(balance: bigint, by: number): void {
    const left = (open.get(balance) ?? 0) + by
    if (left === 0) open.delete(balance)
    else open.set(balance, left)
  }

  function endRun(): void {
    if (run) {
      count(run.to, 1)
      count(run.from, -1)
    }
    run = undefined
  }

  return {
    add(amount: bigint, balance: bigint | undefined): void {
      if (balance === undefined || open.size > mostOpenEnds) {
        usable = false
        open.clear()
      }
      if (!usable || balance === undefined) return
      const before = balance - amount
      if (run?.to === before) run.to = balance
      else if (run?.from === balance) run.from = before
      else {
        endRun()
        run = { from: before, to: balance }
      }
    },
    conclude(): { opening: bigint; closing: bigint } | undefined {
      endRun()
      if (!usable || open.size !== 2) return undefined
      const ends = [...open]
      const closing = ends.find(([, left]) => left === 1)
      const opening = ends.find(([, left]) => left === -1)
      return opening && closing && { opening: opening[0], closing: closing[0] }
    },
    rescale(factor: bigint): void {
      endRun()
      open = new Map([...open].map(([balance, left]) => [balance * factor, left]))
    },
  }
}
