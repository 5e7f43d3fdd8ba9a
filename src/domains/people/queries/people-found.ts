import { z } from 'zod'
import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import { dayOf, readDay } from '../../../platform/day.ts'
import type { Day } from '../../../platform/day.ts'
import { query } from '../../../platform/query.ts'
import { visible } from '../../../platform/visibility.ts'
import { readNhsNumber } from '../nhs-number.ts'
import type { PersonId } from '../person.ts'

export type FoundPerson = {
  id: PersonId
  givenName: string
  familyName: string
  knownAs: string
  bornOn: Day
  nhsNumber: string | undefined
}

const most = 50

/** Finds people by any part of their names, by date of birth (3/6/1954, 1954-06-03) or by NHS number. */
export const peopleFound = query({
  name: 'people.find',
  input: z.object({ text: z.string().max(200) }),
  allow: 'see the caseload',
  read: ({ database, viewer }, { text }) => findPeople(database, viewer, text),
})

async function findPeople(database: Database, viewer: Viewer, text: string): Promise<FoundPerson[]> {
  const wanted = text.trim()
  if (wanted === '') return []
  const nhsNumber = readNhsNumber(wanted)
  const bornOn = readBirthday(wanted)
  const starts = wanted
    .toLowerCase()
    .split(/\s+/)
    .map((word) => `${escapeLike(word)}%`)
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
    .where(visible(viewer, 'person.id'))
    .$if(nhsNumber !== undefined, (more) => more.where('person.nhs_number', '=', nhsNumber ?? ''))
    .$if(nhsNumber === undefined && bornOn !== undefined, (more) =>
      more.where('person.born_on', '=', bornOn ?? ('' as Day)),
    )
    .$if(nhsNumber === undefined && bornOn === undefined, (more) =>
      more.where((where) =>
        where.and(
          starts.map((start) =>
            where.or([
              where(where.fn('lower', ['person.family_name']), 'like', start),
              where(where.fn('lower', ['person.given_name']), 'like', start),
              where(where.fn('lower', ['person.known_as']), 'like', start),
            ]),
          ),
        ),
      ),
    )
    .orderBy('person.family_name')
    .orderBy('person.given_name')
    .orderBy('person.born_on')
    .orderBy('person.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, nhsNumber: row.nhsNumber ?? undefined }))
}

function readBirthday(text: string): Day | undefined {
  const parts = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})$/.exec(text)
  return parts ? dayOf(Number(parts[3]), Number(parts[2]), Number(parts[1])) : readDay(text)
}

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
