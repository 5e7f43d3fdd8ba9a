import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../platform/id.ts'
import { nothing, pence, plus, pounds, sum } from '../../platform/money.ts'
import { checkFunding, fundersParts, promises } from './funding.ts'
import type { Share } from './funding.ts'

const nhs = newId<'organisation'>()
const council = newId<'organisation'>()
const all = (kind: 'icb' | 'council'): Share[] => [
  { funderId: kind === 'icb' ? nhs : council, kind, parts: 10_000 },
]
const seventyThirty: Share[] = [
  { funderId: nhs, kind: 'icb', parts: 7_000 },
  { funderId: council, kind: 'council', parts: 3_000 },
]
const line = (shares: Share[], awarded = pounds('46,800.00')) => ({
  lineId: newId<'line'>(),
  awarded,
  shares,
})

test('Leah’s year: a contribution lowers the council’s part and never the NHS’s', () => {
  const support = line(seventyThirty)
  const { lineId } = support
  expect(promises([support], pounds('2,522.00'))).toEqual([
    { lineId, funder: nhs, amount: pounds('32,760.00') },
    { lineId, funder: council, amount: pounds('11,518.00') },
    { lineId, funder: 'own', amount: pounds('2,522.00') },
  ])
})

test.each([
  ['chc', all('icb'), '0', undefined],
  ['chc', seventyThirty, '0', 'only-the-nhs-pays-for-chc'],
  ['chc', all('icb'), '1.00', 'no-contribution-to-nhs-care'],
  ['fast-track', all('council'), '0', 'only-the-nhs-pays-for-chc'],
  ['joint', seventyThirty, '2,522.00', undefined],
  ['joint', seventyThirty, '14,040.01', 'contribution-above-council-part'],
  ['joint', all('icb'), '1.00', 'no-contribution-to-nhs-care'],
  ['s117', seventyThirty, '1.00', 'no-contribution-to-section-117'],
  ['wheelchair', all('icb'), '500.00', undefined],
  ['joint', seventyThirty.slice(0, 1), '0', 'shares-not-whole'],
] as const)('%s, %j, contribution £%s: %s', (basis, shares, contribution, refusal) => {
  const outcome = checkFunding(basis, [line([...shares])], pounds(contribution))
  expect(outcome.ok ? undefined : outcome.refusal).toBe(refusal)
})

const anyShares = fc.integer({ min: 1, max: 9_999 }).map((parts): Share[] => [
  { funderId: nhs, kind: 'icb', parts },
  { funderId: council, kind: 'council', parts: 10_000 - parts },
])
const anyAward = fc.bigInt({ min: 1n, max: 10_000_000n }).map(pence)

test('promises always sum to what was awarded, line by line', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyAward, anyShares), { minLength: 1, maxLength: 5 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (given, part) => {
        const lines = given.map(([awarded, shares]) => line(shares, awarded))
        const councilPart = sum(
          promises(lines, nothing)
            .filter((each) => each.funder === council)
            .map((each) => each.amount),
        )
        const contribution = pence(BigInt(Math.floor(Number(councilPart) * part)))
        const made = promises(lines, contribution)
        for (const { lineId, awarded } of lines) {
          expect(sum(made.filter((each) => each.lineId === lineId).map((each) => each.amount))).toBe(awarded)
        }
        expect(sum(made.filter((each) => each.funder === 'own').map((each) => each.amount))).toBe(
          contribution,
        )
      },
    ),
  )
})

test('the funders’ parts of a cost that grows penny by penny always sum to it', () => {
  fc.assert(
    fc.property(
      anyShares,
      fc.array(fc.bigInt({ min: 1n, max: 9_999n }).map(pence), { minLength: 1, maxLength: 40 }),
      (shares, payments) => {
        let cost = nothing
        for (const payment of payments) {
          cost = plus(cost, payment)
          expect(sum(fundersParts([{ cost, shares }]).values())).toBe(cost)
        }
      },
    ),
  )
})
