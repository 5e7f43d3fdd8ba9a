import { z } from 'zod'
import { daySchema } from '../../../platform/input.ts'
import { query } from '../../../platform/query.ts'
import { organisationsOn } from '../../organisations/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { visible } from '../../../platform/visibility.ts'
import type { FoundPerson } from './people-found.ts'

/** People whom this viewer may know of, with this date of birth and this last or first name: the same person, perhaps. */
export const lookAlikes = query({
  name: 'people.look-alikes',
  input: z.object({ givenName: z.string(), familyName: z.string(), bornOn: daySchema }),
  allow: 'look after people',
  async read({ database, viewer }, { givenName, familyName, bornOn }): Promise<FoundPerson[]> {
    const rows = await database
      .selectFrom('people.person as person')
      .select([
        'person.id',
        'person.given_name as givenName',
        'person.family_name as familyName',
        'person.known_as as knownAs',
        'person.born_on as bornOn',
        'person.nhs_number as nhsNumber',
      ])
      .where('person.born_on', '=', bornOn)
      .where((where) =>
        where.or([
          where(where.fn('lower', ['person.family_name']), '=', familyName.toLowerCase()),
          where(where.fn('lower', ['person.given_name']), '=', givenName.toLowerCase()),
        ]),
      )
      .where(visible(viewer, 'person.id'))
      .orderBy('person.family_name')
      .orderBy('person.given_name')
      .orderBy('person.id')
      .limit(20)
      .execute()
    return rows.map((row) => ({ ...row, nhsNumber: row.nhsNumber ?? undefined }))
  },
})

/** ICBs and councils that exist today, for a form about a person. */
export const bodies = query({
  name: 'people.bodies',
  input: z.object({}),
  allow: 'look after people',
  async read({ database, today }): Promise<{ icbs: Organisation[]; councils: Organisation[] }> {
    const all = await organisationsOn(database, today, ['icb', 'council'])
    return {
      icbs: all.filter((each) => each.kind === 'icb'),
      councils: all.filter((each) => each.kind === 'council'),
    }
  },
})
