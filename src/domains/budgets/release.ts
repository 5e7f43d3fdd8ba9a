import { addDays, addMonths, daysBetween } from '../../platform/day.ts'
import type { Day, Days } from '../../platform/day.ts'
import type { Id } from '../../platform/id.ts'
import { fraction, minus, nothing, plus, shareByWeight, sum } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'

export const paidEveryChoices = ['week', 'four-weeks', 'month', 'quarter'] as const
export type PaidEvery = (typeof paidEveryChoices)[number]

/** So much of a line may be used from this day on. */
export type Release = { lineId: Id<'line'>; releaseOn: Day; amount: Pence; why: 'start' | 'instalment' }

export type ReleasableLine = { lineId: Id<'line'>; awarded: Pence; atOnce: boolean }

/**
 * When how much of each line may be used. Lines paid once are released at the start. The rest goes in instalments:
 * each is its part of the whole to the nearest penny, and the last takes what is left. An instalment is shared among
 * the lines so that each line's releases so far are its share of all so far (largest remainder): nothing drifts, and
 * every instalment is the sum of its lines.
 */
export function releaseSchedule(days: Days, every: PaidEvery, lines: readonly ReleasableLine[]): Release[] {
  const start = lines
    .filter((line) => line.atOnce)
    .map((line): Release => ({
      lineId: line.lineId,
      releaseOn: days.from,
      amount: line.awarded,
      why: 'start',
    }))
  const regular = lines.filter((line) => !line.atOnce)
  if (regular.length === 0) return start
  const weights = regular.map((line) => line.awarded)
  let released: Pence[] = regular.map(() => nothing)
  let soFar = nothing
  const regularly = instalments(days, every, sum(weights)).flatMap(({ on, amount }) => {
    soFar = plus(soFar, amount)
    const before = released
    released = shareByWeight(soFar, weights)
    return regular.map((line, index): Release => {
      const now = minus(released[index] ?? nothing, before[index] ?? nothing)
      return { lineId: line.lineId, releaseOn: on, amount: now, why: 'instalment' }
    })
  })
  return [...start, ...regularly].filter((release) => release.amount !== 0n)
}

export type Instalment = { on: Day; amount: Pence }

/** The days that payments fall due on, and how much of the total each is. */
export function instalments(days: Days, every: PaidEvery, total: Pence): Instalment[] {
  const spells = spellsOf(days, every)
  const last = spells.at(-1)
  if (!last) return []
  // Only the last spell can be cut short, so its full length is the unit that every spell is measured in.
  const weightOf = (spell: Spell) => (spell === last ? spell.days : last.fullLength)
  const whole = (spells.length - 1) * last.fullLength + last.days
  let left = total
  return spells.map((spell) => {
    const amount = spell === last ? left : fraction(total, weightOf(spell), whole)
    left = minus(left, amount)
    return { on: spell.on, amount }
  })
}

/** From one payday to the next: how many days of it the budget covers, and how long it is when whole. */
type Spell = { on: Day; days: number; fullLength: number }

function spellsOf({ from, until }: Days, every: PaidEvery): Spell[] {
  const spells: Spell[] = []
  for (let count = 0; payday(from, every, count) < until; count += 1) {
    const on = payday(from, every, count)
    const next = payday(from, every, count + 1)
    const days = daysBetween(on, next < until ? next : until)
    spells.push({ on, days, fullLength: daysBetween(on, next) })
  }
  return spells
}

function payday(from: Day, every: PaidEvery, count: number): Day {
  switch (every) {
    case 'week':
      return addDays(from, 7 * count)
    case 'four-weeks':
      return addDays(from, 28 * count)
    case 'month':
      return addMonths(from, count)
    case 'quarter':
      return addMonths(from, 3 * count)
  }
}

export const paidEveryWords: Record<PaidEvery, string> = {
  week: 'every week',
  'four-weeks': 'every four weeks',
  month: 'every month',
  quarter: 'every three months',
}
