import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
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
  if (text.trim() === '') return []
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
    .where(isWanted(text))
    .orderBy('person.family_name')
    .orderBy('person.given_name')
    .orderBy('person.born_on')
    .orderBy('person.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, nhsNumber: row.nhsNumber ?? undefined }))
}

/** Whether `person` is meant by these words: an NHS number, a date of birth, or the beginnings of names. Everybody, by none. */
export function isWanted(text: string): RawBuilder<boolean> {
  const words = text.trim()
  const nhsNumber = readNhsNumber(words)
  if (nhsNumber !== undefined) return sql<boolean>`person.nhs_number = ${nhsNumber}`
  const bornOn = readBirthday(words)
  if (bornOn !== undefined) return sql<boolean>`person.born_on = ${bornOn}`
  const starts = words === '' ? [] : words.toLowerCase().split(/\s+/)
  const each = starts.map((word) => {
    const start = `${escapeLike(word)}%`
    return sql<boolean>`(lower(person.family_name) like ${start} or lower(person.given_name) like ${start}
      or lower(person.known_as) like ${start})`
  })
  return each.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(each, sql` and `)})`
}

function readBirthday(text: string): Day | undefined {
  const parts = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})$/.exec(text)
  return parts ? dayOf(Number(parts[3]), Number(parts[2]), Number(parts[1])) : readDay(text)
}

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
