import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { idSchema } from '../../../platform/id.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../person.ts'

export const endCommunicationNeed = command({
  name: 'people.end-communication-need',
  input: z.object({ personId: PersonId, needId: idSchema<'communication_need'>() }),
  allow: 'look after people',
  async run({ tx, today }, { personId, needId }) {
    const ended = await tx
      .updateTable('people.communication_need')
      .set({ ended_on: today })
      .where('person_id', '=', personId)
      .where('id', '=', needId)
      .where('ended_on', 'is', null)
      .executeTakeFirst()
    return ended.numUpdatedRows === 1n ? done({ needId }) : refuse('no-such-need')
  },
  says: () => 'Ended a note of how to communicate',
})
