import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { idSchema, newId } from '../../../platform/id.ts'
import { words } from '../../../platform/input.ts'
import { done } from '../../../platform/outcome.ts'
import { OrganisationId } from '../../organisations/index.ts'

/** A member of staff who can sign in, in one role of one organisation. */
export const addStaff = command({
  name: 'accounts.add-staff',
  input: z.object({
    newUserId: idSchema<'user'>().optional(),
    name: words(120),
    email: z.email().optional(),
    organisationId: OrganisationId,
    role: z.enum(['coordinator', 'finance', 'administrator']),
  }),
  allow: 'run the service',
  async run({ tx, today }, input) {
    const userId = input.newUserId ?? newId<'user'>()
    await tx
      .insertInto('accounts.user')
      .values({ id: userId, name: input.name, email: input.email ?? null })
      .execute()
    await tx
      .insertInto('accounts.membership')
      .values({
        id: newId(),
        user_id: userId,
        organisation_id: input.organisationId,
        role: input.role,
        starts_on: today,
      })
      .execute()
    return done({ userId })
  },
  says: (_value, { name, role }) => `Added ${name}, ${role}`,
})
