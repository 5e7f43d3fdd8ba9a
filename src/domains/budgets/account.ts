import { z } from 'zod'
import type { Day } from '../../platform/day.ts'
import { daySchema, penceSchema, words } from '../../platform/input.ts'
import { OrganisationId } from '../organisations/index.ts'
import type { PersonId } from '../people/index.ts'
import type { AccountId } from './budget.ts'

/** A real account that holds this person's money: their own, a card, an agent's for them, an organisation's. */
export const accountKinds = ['own', 'card', 'managed', 'third-party'] as const
export type AccountKind = (typeof accountKinds)[number]

export const accountKindWords: Record<AccountKind, string> = {
  own: 'Their own separate account',
  card: 'A prepaid card',
  managed: 'A service’s account, kept for them',
  'third-party': 'An organisation’s account',
}

export type Account = {
  id: AccountId
  personId: PersonId
  kind: AccountKind
  name: string
  holderId: OrganisationId | undefined
  sortCode: string | undefined
  accountNumber: string | undefined
  openedOn: Day
  closedOn: Day | undefined
}

export const accountDetails = z.object({
  kind: z.enum(accountKinds),
  name: words(80),
  holderId: OrganisationId.optional(),
  sortCode: z
    .string()
    .regex(/^\d{6}$/, 'must be six digits')
    .optional(),
  accountNumber: z
    .string()
    .regex(/^\d{8}$/, 'must be eight digits')
    .optional(),
  openedOn: daySchema,
  /** What was in it when we began to watch. */
  openingBalance: penceSchema,
})

/** What a ledger prints for an account, by how its money is held in law: an own account and a card are both direct. */
export const ledgerNameOf: Record<AccountKind, string> = {
  own: 'direct',
  card: 'card',
  managed: 'managed',
  'third-party': 'third-party',
}

/** `20-00-00`. */
export const showSortCode = (digits: string | undefined): string =>
  (digits ?? '').replace(/^(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3')
