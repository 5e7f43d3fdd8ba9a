import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { minus, nothing, pence, plus, pounds, sum } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import { yoursToUse } from './yours-to-use.ts'
import type { KeptFor, LineFacts } from './yours-to-use.ts'

const on = day('2026-06-30')
const none = { unexplained: nothing, owedBack: nothing }

type Given = {
  releases?: [string, string][]
  spent?: Pence
  committed?: Pence
  spentThisMonth?: Pence
  keptFor?: KeptFor
}

function aLine({
  releases = [],
  spent = nothing,
  committed = nothing,
  spentThisMonth = nothing,
  keptFor,
}: Given): LineFacts {
  return {
    lineId: newId(),
    name: 'A line',
    keptFor,
    releases: releases.map(([releaseOn, amount]) => ({ releaseOn: day(releaseOn), amount: pounds(amount) })),
    money: { available: nothing, committed, spent, overPlan: nothing },
    spentThisMonth,
  }
}

const quarterly: [string, string][] = [
  ['2026-04-01', '96.00'],
  ['2026-05-01', '96.00'],
  ['2026-06-01', '96.00'],
  ['2026-07-01', '96.00'],
]

test('Swimming: £32.00 left of £96.00 in June, nothing from before', () => {
  const swimming = aLine({ releases: quarterly, spent: pounds('256.00'), spentThisMonth: pounds('64.00') })
  const [line] = yoursToUse([swimming], none, on).lines
  expect(line).toMatchObject({
    toUse: pounds('32.00'),
    thisMonth: { released: pounds('96.00'), left: pounds('32.00') },
    fromBefore: nothing,
  })
})

test('what was left before is said apart', () => {
  const swimming = aLine({ releases: quarterly, spent: pounds('204.00'), spentThisMonth: pounds('32.00') })
  const [line] = yoursToUse([swimming], none, on).lines
  expect(line).toMatchObject({ thisMonth: { left: pounds('64.00') }, fromBefore: pounds('20.00') })
})

test('a month that spends more than its release lives on what was left', () => {
  const swimming = aLine({ releases: quarterly, spent: pounds('270.00'), spentThisMonth: pounds('110.00') })
  const [line] = yoursToUse([swimming], none, on).lines
  expect(line).toMatchObject({ thisMonth: { left: nothing }, fromBefore: pounds('18.00') })
})

test('what is set aside is taken from what was left before, then from this month', () => {
  const wages = aLine({ releases: quarterly, spent: pounds('150.00'), committed: pounds('40.00') })
  expect(yoursToUse([wages], none, on).lines[0]).toMatchObject({
    thisMonth: { left: pounds('96.00') },
    fromBefore: pounds('2.00'),
  })
  const more = aLine({ releases: quarterly, spent: pounds('150.00'), committed: pounds('60.00') })
  expect(yoursToUse([more], none, on).lines[0]).toMatchObject({
    thisMonth: { left: pounds('78.00') },
    fromBefore: nothing,
  })
})

test('what is kept for something is set aside; what is committed is too', () => {
  const contingency = aLine({ releases: [['2026-04-01', '1,904.00']], keptFor: 'contingency' })
  const wages = aLine({ releases: [['2026-04-01', '500.00']], committed: pounds('179.76') })
  expect(yoursToUse([contingency, wages], none, on)).toMatchObject({
    setAside: pounds('2,083.76'),
    toUse: pounds('320.24'),
  })
})

test('money not explained or owed back is nobody’s to use', () => {
  const line = aLine({ releases: [['2026-04-01', '100.00']] })
  const unsettled = { unexplained: pounds('18.40'), owedBack: pounds('1.60') }
  expect(yoursToUse([line], unsettled, on).toUse).toBe(pounds('80.00'))
})

test('released = spent + set aside + to use + unsettled, whatever happens', () => {
  const amount = fc.bigInt({ min: 0n, max: 1_000_000n }).map(pence)
  const anyLine = fc.record({
    released: amount,
    spent: amount,
    committed: amount,
    keptFor: fc.constantFrom<KeptFor | undefined>('contingency', 'leave', 'saving', undefined),
  })
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 6 }), amount, amount, (given, unexplained, owedBack) => {
      const lines = given.map((each): LineFacts => ({
        ...aLine({ spent: each.spent, committed: each.committed }),
        keptFor: each.keptFor,
        releases: [{ releaseOn: on, amount: each.released }],
      }))
      const { toUse, setAside } = yoursToUse(lines, { unexplained, owedBack }, on)
      const released = sum(given.map((each) => each.released))
      const spent = sum(given.map((each) => each.spent))
      expect(minus(released, spent)).toBe(plus(toUse, setAside, unexplained, owedBack))
    }),
  )
})
