import { z } from 'zod'
import { query } from '../../../platform/query.ts'
import { visible } from '../../../platform/visibility.ts'
import { PersonId, filesOfPerson } from '../../people/index.ts'
import type { Stay } from '../stay.ts'

/** Time away, the newest first; the first is still away where it has no day home. */
export const staysOfPerson = query({
  name: 'monitoring.stays',
  input: z.object({ personId: PersonId }),
  allow: 'see a budget',
  async read({ database, viewer }, { personId }): Promise<(Stay & { personId: PersonId })[]> {
    const files = await filesOfPerson(database, viewer, personId)
    if (files.length === 0) return []
    const rows = await database
      .selectFrom('monitoring.stay as stay')
      .select([
        'stay.id',
        'stay.person_id as personId',
        'stay.place',
        'stay.from_on as fromOn',
        'stay.home_on',
        'stay.pay_until as payUntil',
        'stay.words',
      ])
      .where('stay.person_id', 'in', files)
      .where(visible(viewer, 'stay.person_id'))
      .orderBy('stay.from_on', 'desc')
      .orderBy('stay.id')
      .limit(100)
      .execute()
    return rows.map(({ home_on, words, ...stay }) => ({
      ...stay,
      homeOn: home_on ?? undefined,
      words: words ?? undefined,
    }))
  },
})
