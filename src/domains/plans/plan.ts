import { z } from 'zod'
import type { Day } from '../../platform/day.ts'
import { idSchema } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'
import { penceAboveNothing, penceSchema, story, words } from '../../platform/input.ts'
import { nothing } from '../../platform/money.ts'
import type { PersonId } from '../people/index.ts'
import { rhythms } from './price.ts'
import type { Price } from './price.ts'

export type PlanId = Id<'plan'>
export const PlanId = idSchema<'plan'>()
export type PlanLineId = Id<'plan_line'>
export const PlanLineId = idSchema<'plan_line'>()
export type PayeeId = Id<'payee'>
export const PayeeId = idSchema<'payee'>()

/** What money may be kept for: set aside, and not "yours to use". */
export const keptForChoices = ['contingency', 'leave', 'saving'] as const
export type KeptFor = (typeof keptForChoices)[number]

export const keptForWords: Record<KeptFor, string> = {
  contingency: 'for when something goes wrong',
  leave: 'for holidays of the people you employ',
  saving: 'saved for something named',
}

export type PlanLine = {
  id: PlanLineId
  planId: PlanId
  name: string
  /** In the person's own words. */
  whatFor: string
  /** The outcome it serves. */
  outcome: string
  price: Price
  keptFor: KeptFor | undefined
  usualPayees: readonly string[]
}

export type UnpaidSupport = { id: Id<'unpaid_support'>; who: string; what: string }

export type Plan = {
  id: PlanId
  personId: PersonId
  agreedOn: Day
  /** When it is to be looked at again, where that is set. */
  reviewOn: Day | undefined
  lines: readonly PlanLine[]
  unpaidSupport: readonly UnpaidSupport[]
}

/** What is asked about a line, when it is added and when it is changed. */
export const planLineDetails = z.object({
  name: words(60),
  whatFor: story(1_000),
  outcome: story(1_000),
  amount: penceAboveNothing,
  per: z.enum(rhythms),
  extraPerBankHoliday: penceSchema.optional().transform((amount) => amount ?? nothing),
  keptFor: z.enum(keptForChoices).optional(),
  usualPayees: z.array(words(100)).max(20).default([]),
})
