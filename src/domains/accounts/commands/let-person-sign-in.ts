import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { idSchema, newId } from '../../../platform/id.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId, giveAccess } from '../../people/index.ts'

/** Gives a person a way in to their own budget. */
export const letPersonSignIn = command({
  name: 'accounts.let-person-sign-in',
  input: z.object({ personId: PersonId, newUserId: idSchema<'user'>().optional() }),
  allow: 'look after people',
  async run({ tx, today }, { personId, newUserId }) {
    const person = await tx
      .selectFrom('people.person')
      .select(['known_as', 'family_name', 'email', 'icb_id'])
      .where('id', '=', personId)
      .executeTakeFirst()
    if (!person) return refuse('no-such-person')
    const already = await tx
      .selectFrom('accounts.user')
      .select('id')
      .where('person_id', '=', personId)
      .where('ended_on', 'is', null)
      .executeTakeFirst()
    if (already) return refuse('can-sign-in-already')
    const userId = newUserId ?? newId<'user'>()
    await tx
      .insertInto('accounts.user')
      .values({
        id: userId,
        name: `${person.known_as} ${person.family_name}`,
        email: person.email,
        person_id: personId,
        organisation_id: person.icb_id,
      })
      .execute()
    await giveAccess(tx, { personId, granteeId: userId, reason: 'themself', from: today })
    return done({ userId })
  },
  says: () => 'Can sign in to their own budget',
})
