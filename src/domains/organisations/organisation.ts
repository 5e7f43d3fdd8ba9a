import { z } from 'zod'
import type { Day } from '../../platform/day.ts'
import { idSchema } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'

export type OrganisationId = Id<'organisation'>
export const OrganisationId = idSchema<'organisation'>()

/** ICB and council pay and fund; a holder holds a third-party budget, an agent a managed account; a provider is paid. */
export const organisationKinds = ['icb', 'council', 'holder', 'agent', 'provider'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export type Organisation = {
  id: OrganisationId
  kind: OrganisationKind
  name: string
  shortName: string
  phone: string | undefined
  phoneHours: string | undefined
  outOfHoursPhone: string | undefined
  email: string | undefined
}

export const OrganisationKind = z.enum(organisationKinds)

/** ICBs and councils begin, end and merge: an ended one says who came after it. */
export const isThere = (organisation: { startsOn: Day; endsOn: Day | null }, on: Day): boolean =>
  organisation.startsOn <= on && (organisation.endsOn === null || on < organisation.endsOn)
