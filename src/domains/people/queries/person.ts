import { sql } from 'kysely'
import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import type { Id } from '../../../platform/id.ts'
import { visible } from '../../../platform/visibility.ts'
import type { Person, PersonId } from '../person.ts'

/** The person, with everything that the banner on each staff page shows; undefined where this viewer may not know of them. */
export async function findPerson(
  database: Database,
  viewer: Viewer,
  personId: PersonId,
): Promise<Person | undefined> {
  const row = await database
    .selectFrom('people.person as person')
    .select([
      'person.id',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'person.known_as as knownAs',
      'person.said_as as saidAs',
      'person.born_on as bornOn',
      'person.nhs_number as nhsNumber',
      'person.icb_id as icbId',
      'person.council_id as councilId',
      'person.phone',
      'person.email',
      'person.died_on as diedOn',
      filesOf.as('files'),
      needsOf.as('needs'),
    ])
    .where('person.id', '=', personId)
    .where(visible(viewer, 'person.id'))
    .executeTakeFirst()
  if (!row) return undefined
  const { saidAs, nhsNumber, councilId, phone, email, diedOn, ...rest } = row
  return {
    ...rest,
    saidAs: saidAs ?? undefined,
    nhsNumber: nhsNumber ?? undefined,
    councilId: councilId ?? undefined,
    phone: phone ?? undefined,
    email: email ?? undefined,
    diedOn: diedOn ?? undefined,
  }
}

/** The files that are one person with this one; only itself where nothing is linked. */
export async function filesOfPerson(
  database: Database,
  viewer: Viewer,
  personId: PersonId,
): Promise<readonly PersonId[]> {
  const row = await database
    .selectFrom('people.person as person')
    .select(filesOf.as('files'))
    .where('person.id', '=', personId)
    .where(visible(viewer, 'person.id'))
    .executeTakeFirst()
  return row?.files ?? []
}

/** This file and those linked to it today, either way round. Row-level security leaves out what may not be seen. */
const filesOf = sql<Id<'person'>[]>`array(
  select person.id
  union select other_person_id from people.same_person where person_id = person.id and ends_on is null
  union select person_id from people.same_person where other_person_id = person.id and ends_on is null)`

const needsOf = sql<Person['needs']>`(
  select coalesce(jsonb_agg(jsonb_build_object('id', need.id, 'group', need.what, 'words', need.words) order by need.what), '[]')
  from people.communication_need need where need.person_id = person.id and need.ended_on is null)`
