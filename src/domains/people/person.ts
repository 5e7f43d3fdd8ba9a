import { z } from 'zod'
import type { Day } from '../../platform/day.ts'
import { idSchema } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'
import { daySchema, optionalWords, words } from '../../platform/input.ts'
import { OrganisationId } from '../organisations/index.ts'
import { readNhsNumber } from './nhs-number.ts'

/** Names a *file* about a person, for ever. Two files of one person are linked, never merged. */
export type PersonId = Id<'person'>
export const PersonId = idSchema<'person'>()

/** The four groups of the Accessible Information Standard (DAPB1605). */
export const needGroups = ['support', 'contact', 'professional', 'format'] as const
export type NeedGroup = (typeof needGroups)[number]
export type CommunicationNeed = { id: Id<'communication_need'>; group: NeedGroup; words: string }

export const needGroupWords: Record<NeedGroup, string> = {
  support: 'Help to communicate',
  contact: 'How to contact them',
  professional: 'A professional to support them',
  format: 'How to give them information',
}

export type Person = {
  id: PersonId
  /** All files that are this person; what is shown of them is the sum of these. */
  files: readonly PersonId[]
  givenName: string
  familyName: string
  /** What they want to be called. */
  knownAs: string
  /** How their name is said, where others get it wrong. */
  saidAs: string | undefined
  bornOn: Day
  nhsNumber: string | undefined
  icbId: OrganisationId
  councilId: OrganisationId | undefined
  phone: string | undefined
  email: string | undefined
  diedOn: Day | undefined
  needs: readonly CommunicationNeed[]
}

export const fullName = (person: Pick<Person, 'givenName' | 'familyName'>) =>
  `${person.givenName} ${person.familyName}`

/** What is asked when a person is added or corrected. */
export const personDetails = z.object({
  givenName: words(80),
  familyName: words(80),
  knownAs: optionalWords(80),
  saidAs: optionalWords(120),
  bornOn: daySchema,
  nhsNumber: z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined || text.trim() === '') return undefined
      const digits = readNhsNumber(text)
      if (digits) return digits
      context.addIssue({ code: 'custom', message: 'is not an NHS number' })
      return z.NEVER
    }),
  councilId: OrganisationId.optional(),
  phone: optionalWords(30),
  email: z.email().optional(),
})
export type PersonDetails = z.output<typeof personDetails>

export const toRow = (details: PersonDetails) => ({
  given_name: details.givenName,
  family_name: details.familyName,
  known_as: details.knownAs ?? details.givenName,
  said_as: details.saidAs ?? null,
  born_on: details.bornOn,
  nhs_number: details.nhsNumber ?? null,
  council_id: details.councilId ?? null,
  phone: details.phone ?? null,
  email: details.email ?? null,
})
