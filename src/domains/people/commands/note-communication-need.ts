import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { newId } from '../../../platform/id.ts'
import { words } from '../../../platform/input.ts'
import { done } from '../../../platform/outcome.ts'
import { PersonId, needGroups } from '../person.ts'

export const noteCommunicationNeed = command({
  name: 'people.note-communication-need',
  input: z.object({ personId: PersonId, group: z.enum(needGroups), words: words(200) }),
  allow: 'look after people',
  async run({ tx }, { personId, group, words: need }) {
    const id = newId<'communication_need'>()
    await tx
      .insertInto('people.communication_need')
      .values({ person_id: personId, id, what: group, words: need })
      .execute()
    return done({ needId: id })
  },
  says: () => 'Noted how to communicate',
})
