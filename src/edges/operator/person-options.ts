import { z } from 'zod'
import { personDetails } from '../../domains/people/index.ts'

/** What is typed about a person; a council is named, and found by `organisationCalled`. */
export const personOptions = {
  'given-name': { takes: 'NAME', says: 'first name or names' },
  'family-name': { takes: 'NAME', says: 'family name' },
  'known-as': { takes: 'NAME', says: 'what they want to be called; left out: their first name' },
  'said-as': { takes: 'WORDS', says: 'how their name is said' },
  'born-on': { takes: 'DAY', says: 'date of birth: 1954-06-03' },
  'nhs-number': { takes: 'NUMBER', says: 'ten digits, spaces allowed' },
  council: { takes: 'NAME', says: 'the council that is responsible for them too' },
  phone: { takes: 'NUMBER', says: 'their telephone' },
  email: { takes: 'ADDRESS', says: 'their e-mail' },
  icb: { takes: 'NAME', says: 'for which ICB you do this, where there are several' },
} as const

export const typedPerson = personDetails
  .omit({ councilId: true })
  .extend({ council: z.string().optional(), icb: z.string().optional() })

export const personRefusals = {
  'not-born-yet': 'The date of birth is in the future.',
  'nhs-number-is-known': 'Somebody with this NHS number is known here already.',
} as const
