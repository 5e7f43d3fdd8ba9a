import type { Database } from '../../../platform/database.ts'
import type { Day } from '../../../platform/day.ts'
import type { Organisation, OrganisationId, OrganisationKind } from '../organisation.ts'

type Handle = Pick<Database, 'selectFrom'>

/** Organisations are public: no viewer is asked for. Those that exist on the day, by name. */
export async function organisationsOn(
  database: Handle,
  on: Day,
  kinds: readonly OrganisationKind[],
): Promise<Organisation[]> {
  const rows = await organisationColumns(database)
    .where('kind', 'in', kinds)
    .where('starts_on', '<=', on)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on)]))
    .orderBy('name')
    .limit(1_000)
    .execute()
  return rows.map(toOrganisation)
}

export async function findOrganisation(
  database: Handle,
  id: OrganisationId,
): Promise<Organisation | undefined> {
  const row = await organisationColumns(database).where('id', '=', id).executeTakeFirst()
  return row && toOrganisation(row)
}

export async function getOrganisation(database: Handle, id: OrganisationId): Promise<Organisation> {
  const organisation = await findOrganisation(database, id)
  if (!organisation) throw new Error(`There is no organisation ${id}`)
  return organisation
}

export async function organisationsById(
  database: Handle,
  ids: readonly OrganisationId[],
): Promise<Map<OrganisationId, Organisation>> {
  if (ids.length === 0) return new Map()
  const rows = await organisationColumns(database).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, toOrganisation(row)]))
}

const organisationColumns = (database: Handle) =>
  database
    .selectFrom('organisations.organisation')
    .select(['id', 'kind', 'name', 'short_name', 'phone', 'phone_hours', 'out_of_hours_phone', 'email'])

type Row = Awaited<ReturnType<ReturnType<typeof organisationColumns>['execute']>>[number]

function toOrganisation(row: Row): Organisation {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    shortName: row.short_name,
    phone: row.phone ?? undefined,
    phoneHours: row.phone_hours ?? undefined,
    outOfHoursPhone: row.out_of_hours_phone ?? undefined,
    email: row.email ?? undefined,
  }
}
