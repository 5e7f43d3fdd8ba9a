import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import type { Amount } from './amount.ts'
import { explainProof } from './explain.ts'
import { followsOn } from './proof.ts'
import { createRunningBalance } from './running-balance.ts'
import type { Statement } from './statement.ts'

const amount = (units: number): Amount => ({ units: BigInt(units), decimals: 2 })

/** Lines as amount and balance in pence; no balance where the bank prints none. */
function conclude(lines: readonly (readonly [number, number?])[]) {
  const running = createRunningBalance()
  lines.forEach(([units, balance], index) =>
    running.add(amount(units), balance === undefined ? undefined : amount(balance), index + 1),
  )
  return running.conclude('unknown')
}

describe('balances beside the lines', () => {
  test('show which way the lines go, and both ends', () => {
    const oldestFirst = [
      [10, 110],
      [-4, 106],
      [-6, 100],
    ] as const
    const ends = { state: 'holds', inOrder: true, opening: amount(100), closing: amount(100) }
    expect(conclude(oldestFirst)).toEqual({ ...ends, order: 'oldest-first' })
    expect(conclude(oldestFirst.toReversed())).toEqual({ ...ends, order: 'newest-first' })
  })

  test('may be missing from most lines', () => {
    const lines = [[1], [2, 103], [3], [4, 110], [5]] as const
    expect(conclude(lines)).toMatchObject({ state: 'holds', opening: amount(100), closing: amount(115) })
    const newestFirst = [[5], [4, 110], [3], [2, 103], [1]] as const
    expect(conclude(newestFirst)).toMatchObject({
      state: 'holds',
      opening: amount(100),
      closing: amount(115),
    })
  })

  test('of one line prove nothing', () => {
    expect(conclude([[5, 105]])).toMatchObject({
      state: 'one-line',
      opening: amount(100),
      closing: amount(105),
    })
  })

  test('show where a line is missing', () => {
    expect(
      conclude([
        [10, 110],
        [-4, 106],
        [-6, 90],
        [1, 91],
      ]),
    ).toMatchObject({
      state: 'fails',
      at: { place: 3, stated: amount(90), workedOut: amount(100) },
    })
  })

  test('hold in any order as long as every one of them is where another begins', () => {
    const amounts = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(amounts, fc.infiniteStream(fc.nat()), (units, sorting) => {
        let balance = 10_000
        const lines = units.map((each) => [each, (balance += each)] as const)
        const keys = new Map(lines.map((line) => [line, sorting.next().value]))
        const shuffled = lines.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
        const proof = conclude(shuffled)
        // A loop of lines that ends where it began has no ends to be found.
        if (balance === 10_000) return
        expect(proof.state).toBe('holds')
      }),
    )
  })

  test('never hold where a line is missing, but for one that moved nothing or was at an end', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 4, maxLength: 20 })
    fc.assert(
      fc.property(amounts, fc.nat(), (units, which) => {
        let balance = 10_000
        const lines = units.map((each) => [each, (balance += each)] as const)
        const missing = 1 + (which % (lines.length - 2))
        expect(conclude(lines.toSpliced(missing, 1)).state).toBe('fails')
      }),
    )
  })

  test('may have more decimals later than at first', () => {
    const running = createRunningBalance()
    running.add(amount(10), amount(110), 1)
    running.add({ units: 5n, decimals: 3 }, { units: 1105n, decimals: 3 }, 2)
    expect(running.conclude('unknown')).toMatchObject({
      state: 'holds',
      closing: { units: 1105n, decimals: 3 },
    })
  })
})

describe('a statement after another', () => {
  const statement = (parts: Partial<Statement>): Statement => ({
    statement: 0,
    format: 'CSV',
    account: {},
    period: {},
    order: 'unknown',
    lines: 1,
    pending: 0,
    leftOut: 0,
    proof: { state: 'not-given', why: 'no-opening' },
    ...parts,
  })
  const march = statement({
    period: { from: day('2026-03-01'), to: day('2026-03-31') },
    closing: { amount: amount(100), source: 'stated' },
  })
  const april = (opening: number) =>
    statement({ firstLineOn: day('2026-04-02'), opening: { amount: amount(opening), source: 'worked-out' } })

  test('follows where it begins with the balance with which the other ends', () => {
    expect(followsOn(march, april(100))).toBe('follows')
  })

  test('leaves a gap where it does not', () => {
    expect(followsOn(march, april(90))).toBe('gap')
  })

  test('overlaps where it begins before the other ends', () => {
    expect(followsOn(march, statement({ period: { from: day('2026-03-30') } }))).toBe('overlap')
  })

  test('is unknown without balances', () => {
    expect(followsOn(march, statement({ firstLineOn: day('2026-04-02') }))).toBe('unknown')
  })
})

test('a proof that fails is said in words, with the place where there is one', () => {
  const stated = { stated: '110.00', workedOut: '100.00' }
  expect(explainProof({ state: 'fails', check: 'running-balance', place: 4, ...stated })).toBe(
    'Line 4 of the file does not fit. The balance beside it is 110.00, but the lines make 100.00.',
  )
  expect(explainProof({ state: 'fails', check: 'closing-balance', ...stated })).toBe(
    'The bank says that the balance at the end is 110.00, but the balance at the beginning and the lines make 100.00.',
  )
})
