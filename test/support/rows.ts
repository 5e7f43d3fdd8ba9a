import { sql } from 'kysely'
import type { Databases } from '../../src/platform/database.ts'
import type { Id } from '../../src/platform/id.ts'

/** Everything that the database holds of one person, found by its tables' columns, so that no new table is forgotten. */

type PersonsTable = { name: string; person: 'person_id' | 'id'; hasId: boolean; texts: string[] }

async function tablesOfPersons(databases: Databases): Promise<PersonsTable[]> {
  const found = await sql<{ name: string; columns: { name: string; type: string }[] }>`
    select format('%I.%I', n.nspname, c.relname) as name,
           jsonb_agg(jsonb_build_object('name', a.attname, 'type', t.typname) order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname not in ('pg_catalog', 'information_schema')
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p') and not c.relispartition
    group by n.nspname, c.relname order by 1`.execute(databases.owner)
  return found.rows
    .filter(
      ({ name, columns }) =>
        name === 'people.person' || columns.some((column) => column.name === 'person_id'),
    )
    .map(({ name, columns }) => ({
      name,
      person: name === 'people.person' ? 'id' : 'person_id',
      hasId: columns.some((column) => column.name === 'id' && column.type === 'uuid'),
      texts: columns.filter((column) => column.type === 'text').map((column) => column.name),
    }))
}

const rowsOfTable = ({ name, person }: PersonsTable, personId: Id<'person'>) =>
  sql`(select * from ${sql.raw(name)} where ${sql.ref(person)} = ${personId})`

/** The ids of a person's rows, at most so many of each table; the person's own among them. */
export async function idsOf(databases: Databases, personId: Id<'person'>, ofEach: number): Promise<string[]> {
  const ids: string[] = []
  for (const table of (await tablesOfPersons(databases)).filter((each) => each.hasId)) {
    const found = await sql<{ id: string }>`
      select id from ${rowsOfTable(table, personId)} as row order by id desc limit ${ofEach}`.execute(
      databases.owner,
    )
    ids.push(...found.rows.map((row) => row.id))
  }
  return [...new Set(ids)]
}

/** Words in a person's rows that stand in nobody else's: names, payees, sentences, numbers of accounts. */
export async function wordsOf(databases: Databases, personId: Id<'person'>): Promise<string[]> {
  const words = new Set<string>()
  const others = new Set<string>()
  for (const { name, person, texts } of await tablesOfPersons(databases)) {
    for (const column of texts) {
      const found = await sql<{ word: string; theirs: boolean }>`
        select distinct ${sql.ref(column)} as word, ${sql.ref(person)} is not distinct from ${personId} as theirs
        from ${sql.raw(name)} where ${sql.ref(column)} is not null`.execute(databases.owner)
      for (const { word, theirs } of found.rows) (theirs ? words : others).add(word)
    }
  }
  const isTelling = (word: string) =>
    /[A-Z]\w{3,}|\d{6}/.test(word) && !word.startsWith('{') && word.length < 200
  return [...words].filter((word) => isTelling(word) && !others.has(word))
}

/** Every row of a person, by table. */
export async function rowsOf(databases: Databases, personId: Id<'person'>): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const table of await tablesOfPersons(databases)) {
    const found = await sql<{ rows: unknown }>`
      select jsonb_agg(to_jsonb(row) order by to_jsonb(row)::text) as rows from ${rowsOfTable(table, personId)} as row`.execute(
      databases.owner,
    )
    all[table.name] = found.rows[0]?.rows ?? []
  }
  return all
}

/** Rows of a person that name one of these ids anywhere but in words that somebody wrote. */
export async function rowsThatMention(
  databases: Databases,
  personId: Id<'person'>,
  ids: readonly string[],
): Promise<string[]> {
  const found: string[] = []
  for (const table of await tablesOfPersons(databases)) {
    const rows = await sql<{ row: string }>`
      select (to_jsonb(row) - ${table.texts}::text[])::text as row
      from ${rowsOfTable(table, personId)} as row`.execute(databases.owner)
    for (const { row } of rows.rows) {
      const mentioned = ids.filter((id) => row.includes(id))
      if (mentioned.length > 0) found.push(`${table.name}: ${row}`)
    }
  }
  return found
}
