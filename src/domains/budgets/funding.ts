import type { Id } from '../../platform/id.ts'
import { minus, nothing, plus, shareByWeight, sum } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import { done, refuse } from '../../platform/outcome.ts'
import type { Outcome } from '../../platform/outcome.ts'

/** On what ground the NHS pays. It decides who may fund, and whether the person may be asked for anything. */
export const bases = ['chc', 'fast-track', 'joint', 's117', 'children', 'wheelchair'] as const
export type Basis = (typeof bases)[number]

export const basisWords: Record<Basis, string> = {
  chc: 'NHS Continuing Healthcare',
  'fast-track': 'NHS Continuing Healthcare, fast track',
  joint: 'joint package of NHS and council',
  s117: 'aftercare under section 117 of the Mental Health Act 1983',
  children: 'continuing care for a child',
  wheelchair: 'personal wheelchair budget',
}

/** So many parts of ten thousand of a line's cost. */
export type Share = { funderId: Id<'organisation'>; kind: 'icb' | 'council'; parts: number }

export type FundingRefusal =
  | 'shares-not-whole'
  | 'only-the-nhs-pays-for-chc'
  | 'no-contribution-to-nhs-care'
  | 'no-contribution-to-section-117'
  | 'contribution-above-council-part'

/**
 * Whether these may fund a budget on this ground, and the person contribute so much in all.
 * Continuing Healthcare is paid by the NHS alone, and the NHS may not ask for a top-up (NHS Act 2006 s.1(4): free of
 * charge unless legislation says otherwise); section 117 aftercare is free on both shares; a contribution only ever
 * lowers the council's part (domain.md 4.4, 9A.2). Wheelchair budgets are the exception to the ban on top-ups (1.12).
 */
export function checkFunding(
  basis: Basis,
  lines: readonly FundedLine[],
  contribution: Pence,
): Outcome<undefined, FundingRefusal> {
  const shares = lines.flatMap((line) => line.shares)
  if (lines.some((line) => line.shares.reduce((all, share) => all + share.parts, 0) !== 10_000)) {
    return refuse('shares-not-whole')
  }
  const nhsAlone = basis === 'chc' || basis === 'fast-track'
  if (nhsAlone && shares.some((share) => share.kind !== 'icb')) return refuse('only-the-nhs-pays-for-chc')
  if (contribution === 0n || basis === 'wheelchair') return done()
  if (nhsAlone) return refuse('no-contribution-to-nhs-care')
  if (basis === 's117') return refuse('no-contribution-to-section-117')
  const councilPart = sum(
    lines.flatMap((line) => partsOf(line)).map((part) => (part.kind === 'council' ? part.amount : nothing)),
  )
  if (councilPart === 0n) return refuse('no-contribution-to-nhs-care')
  return contribution > councilPart ? refuse('contribution-above-council-part') : done()
}

export type FundedLine = { lineId: Id<'line'>; awarded: Pence; shares: readonly Share[] }

/** What one funder promises to one line; `own` is what the person pays towards it. */
export type Promise = { lineId: Id<'line'>; funder: Id<'organisation'> | 'own'; amount: Pence }

/**
 * Who promises how much of each line. Shares go by largest remainder; the contribution is spread over the lines by
 * what the council would have paid (by everything, for a wheelchair), and lowers that.
 */
export function promises(lines: readonly FundedLine[], contribution: Pence): Promise[] {
  const parts = lines.flatMap(partsOf)
  const lowered = parts.some((part) => part.kind === 'council')
    ? parts.map((part) => (part.kind === 'council' ? part.amount : nothing))
    : parts.map((part) => part.amount)
  const own = contribution === 0n ? parts.map(() => nothing) : shareByWeight(contribution, lowered)
  return parts
    .flatMap((part, index): Promise[] => {
      const paid = own[index] ?? nothing
      return [
        { lineId: part.lineId, funder: part.funderId, amount: minus(part.amount, paid) },
        { lineId: part.lineId, funder: 'own', amount: paid },
      ]
    })
    .filter((promise) => promise.amount > 0n)
}

type Part = Share & { lineId: Id<'line'>; amount: Pence }

function partsOf({ lineId, awarded, shares }: FundedLine): Part[] {
  const amounts = shareByWeight(
    awarded,
    shares.map((share) => BigInt(share.parts)),
  )
  return shares.map((share, index) => ({ ...share, lineId, amount: amounts[index] ?? nothing }))
}

/**
 * A funder's part of what a line has cost so far, out of the funders together: always worked out from the whole so
 * far and never rounded payment by payment, so the parts of all funders sum to it. Shares that changed on a day
 * come as one spell each.
 */
export function fundersParts(
  spells: readonly { cost: Pence; shares: readonly Pick<Share, 'funderId' | 'parts'>[] }[],
): Map<Id<'organisation'>, Pence> {
  const owed = new Map<Id<'organisation'>, Pence>()
  for (const { cost, shares } of spells) {
    const amounts = shareByWeight(
      cost,
      shares.map((share) => BigInt(share.parts)),
    )
    shares.forEach(({ funderId }, index) =>
      owed.set(funderId, plus(owed.get(funderId) ?? nothing, amounts[index] ?? nothing)),
    )
  }
  return owed
}
