import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { idSchema, newId } from '../../../platform/id.ts'
import { done } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'

/** From today on this is who the person can ring; whoever was before is not any more. */
export const appointCoordinator = command({
  name: 'accounts.appoint-coordinator',
  input: z.object({ personId: PersonId, userId: idSchema<'user'>() }),
  allow: 'look after people',
  async run({ tx, today }, { personId, userId }) {
    await tx
      .updateTable('accounts.coordinator')
      .set({ ends_on: today })
      .where('person_id', '=', personId)
      .where('ends_on', 'is', null)
      .execute()
    await tx
      .insertInto('accounts.coordinator')
      .values({ person_id: personId, id: newId(), user_id: userId, starts_on: today })
      .execute()
    return done({ userId })
  },
  says: () => 'Appointed a care coordinator',
})
