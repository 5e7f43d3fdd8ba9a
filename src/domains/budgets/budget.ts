import { addDays, showDay, yearOf } from '../../platform/day.ts'
import type { Day, Days } from '../../platform/day.ts'
import { idSchema } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { PersonId } from '../people/index.ts'
import type { PlanLineId } from '../plans/index.ts'
import type { Basis } from './funding.ts'
import type { PaidEvery } from './release.ts'

export type BudgetId = Id<'budget'>
export const BudgetId = idSchema<'budget'>()
export type LineId = Id<'line'>
export const LineId = idSchema<'line'>()
export type AccountId = Id<'account'>
export const AccountId = idSchema<'account'>()
export type CommitmentId = Id<'commitment'>
export const CommitmentId = idSchema<'commitment'>()

export type Budget = {
  id: BudgetId
  personId: PersonId
  days: Days
  basis: Basis
  payerId: OrganisationId
  paidEvery: PaidEvery
  costCode: string | undefined
  ended: { on: Day; because: EndReason } | undefined
}

/** A plan line's part of one budget. */
export type BudgetLine = {
  id: LineId
  budgetId: BudgetId
  planLineId: PlanLineId
  name: string
}

export const endReasons = ['died', 'moved', 'chose', 'no-longer-needed'] as const
export type EndReason = (typeof endReasons)[number]

export const endReasonWords: Record<EndReason, string> = {
  died: 'They died',
  moved: 'They moved away',
  chose: 'They chose to end it',
  'no-longer-needed': 'It is not needed any more',
}

/** `2026–27`, or the days where they are not a financial year. */
export function nameOfPeriod({ from, until }: Days): string {
  const year = yearOf(from)
  if (from === `${year}-04-01` && until === `${year + 1}-04-01`) return `${year}–${String(year + 1).slice(2)}`
  return `${showDay(from)} to ${showDay(addDays(until, -1))}`
}
