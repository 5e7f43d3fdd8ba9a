import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { newId } from '../../../platform/id.ts'
import { daySchema, optionalWords, words } from '../../../platform/input.ts'
import { done } from '../../../platform/outcome.ts'
import { OrganisationId, OrganisationKind } from '../organisation.ts'

export const addOrganisation = command({
  name: 'organisations.add',
  input: z.object({
    id: OrganisationId.optional(),
    kind: OrganisationKind,
    name: words(120),
    shortName: words(40),
    odsCode: optionalWords(10),
    phone: optionalWords(30),
    phoneHours: optionalWords(80),
    outOfHoursPhone: optionalWords(80),
    email: z.email().optional(),
    startsOn: daySchema,
  }),
  allow: 'run the service',
  async run({ tx }, input) {
    const id: OrganisationId = input.id ?? newId()
    await tx
      .insertInto('organisations.organisation')
      .values({
        id,
        kind: input.kind,
        name: input.name,
        short_name: input.shortName,
        ods_code: input.odsCode ?? null,
        phone: input.phone ?? null,
        phone_hours: input.phoneHours ?? null,
        out_of_hours_phone: input.outOfHoursPhone ?? null,
        email: input.email ?? null,
        starts_on: input.startsOn,
      })
      .execute()
    return done({ organisationId: id })
  },
  says: (_value, { name }) => `Added ${name}`,
})
