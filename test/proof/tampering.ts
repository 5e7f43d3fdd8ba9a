import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { checkWithin } from '../../checks/index.ts'
import type { Databases, Tx } from '../../src/platform/database.ts'
import type { ChainHead } from '../../src/platform/record/heads.ts'
import { verifyWithin } from '../../src/platform/record/verify.ts'

/** What `verify-record` and `check` say of a database, one sentence each. */
export type Said = { record: string[]; laws: string[] }

/**
 * What is said after a change that only somebody with the whole database in their hands can make: as its owner, with
 * every trigger off. Nothing of it stays.
 */
export async function saidAfter(
  databases: Databases,
  change: (tx: Tx) => Promise<unknown>,
  heads: readonly ChainHead[] = [],
): Promise<Said> {
  const said: Said = { record: [], laws: [] }
  await databases.owner
    .transaction()
    .execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await change(tx)
      said.record.push(...(await verifyWithin(tx, heads)).problems)
      const broken = await checkWithin(tx)
      said.laws.push(...broken.flatMap((each) => each.first.map((what) => `${each.law}: ${what}`)))
      throw new TakenBack()
    })
    .catch((problem: unknown) => {
      if (!(problem instanceof TakenBack)) throw problem
    })
  return said
}

class TakenBack extends Error {}

export type Column = { table: string; column: string; type: string }

/** Every column of a table, in their order. */
export async function columnsOf(databases: Databases, table: string): Promise<Column[]> {
  const found = await sql<{ column: string; type: string }>`
    select attname as column, coalesce(b.typname, t.typname) as type
    from pg_attribute a join pg_type t on t.oid = a.atttypid
    left join pg_type b on b.oid = t.typbasetype and t.typtype = 'd'
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(
    databases.owner,
  )
  return found.rows.map((row) => ({ table, ...row }))
}

/** Tables whose rows the record notes, and that have any. */
export async function coveredTables(databases: Databases): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select distinct table_name as name from record.written order by 1`.execute(databases.owner)
  return found.rows.map((row) => row.name)
}

const otherValue: Readonly<Record<string, (column: string) => string>> = {
  text: (column) => `coalesce(${column}, '') || 'x'`,
  uuid: () => 'gen_random_uuid()',
  int8: (column) => `coalesce(${column}, 0) + 1`,
  int4: (column) => `coalesce(${column}, 0) + 1`,
  int2: (column) => `coalesce(${column}, 0::smallint) + 1`,
  bool: (column) => `not coalesce(${column}, false)`,
  date: (column) => `coalesce(${column}, '2026-01-01') + 1`,
  timestamptz: (column) => `coalesce(${column}, '2026-01-01') + interval '1 microsecond'`,
  bytea: (column) => `set_byte(${column}, 0, get_byte(${column}, 0) # 1)`,
  jsonb: (column) => `jsonb_build_object('was', ${column})`,
  book: (column) => `case ${column} when 'place' then 'purpose' else 'place' end::ledger.book`,
}

/** Another value in one column of one row. Whatever the schema has against it is taken away first. */
export async function changeOneValue(tx: Tx, { table, column, type }: Column): Promise<void> {
  const other = otherValue[type]
  if (!other) throw new Error(`How is a ${type} changed? (${table}.${column})`)
  await whateverIsAgainstIt(
    tx,
    table,
    sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.raw(other(`"${column}"`))}
        where (tableoid, ctid) = (${oneRowOf(table)})`,
  )
}

/** A row like another of the table, but with an id and a number of its own. */
export async function insertOutside(tx: Tx, table: string, columns: readonly Column[]): Promise<void> {
  const own = columns.flatMap(({ column }) => {
    if (column === 'id' || column === 'match_id') return [sql`${sql.lit(column)}, gen_random_uuid()`]
    return column === 'no' ? [sql`'no', (select max(no) + 1 from ${sql.table(table)})`] : []
  })
  await whateverIsAgainstIt(
    tx,
    table,
    sql`insert into ${sql.table(table)} overriding system value
        select (jsonb_populate_record(t, jsonb_build_object(${sql.join(own)}))).* from ${sql.table(table)} t limit 1`,
  )
}

export async function deleteOne(tx: Tx, table: string): Promise<void> {
  await sql`delete from ${sql.table(table)}
    where (tableoid, ctid) = (${oneRowOf(table)})`.execute(tx)
}

const oneRowOf = (table: string) =>
  sql`select tableoid, ctid from ${sql.table(table)} t order by md5(t::text) limit 1`

async function whateverIsAgainstIt(tx: Tx, table: string, change: RawBuilder<unknown>): Promise<void> {
  for (;;) {
    await sql`savepoint trying`.execute(tx)
    try {
      const changed = await change.execute(tx)
      if (changed.numAffectedRows !== 1n) throw new Error(`${table} has no row to change`)
      return
    } catch (problem) {
      await sql`rollback to savepoint trying`.execute(tx)
      await takeAway(tx, table, problem)
    }
  }
}

async function takeAway(tx: Tx, table: string, problem: unknown): Promise<void> {
  const { code, constraint, column, message } = problem as {
    code?: string
    constraint?: string
    column?: string
    message?: string
  }
  if (code === '23502' && column !== undefined) {
    await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} drop not null`.execute(tx)
  } else if (code === '428C9') {
    const identity = /column "(\w+)"/.exec(message ?? '')?.[1] ?? ''
    await sql`alter table ${sql.table(table)} alter column ${sql.ref(identity)} drop identity`.execute(tx)
  } else if (code === '23505' || code === '23514') {
    // A partition's constraint is its parent's.
    const found = await sql<{ name: string; table: string }>`
      select coalesce(p.conname, c.conname) as name, coalesce(p.conrelid, c.conrelid)::regclass::text as "table"
      from pg_constraint c left join pg_constraint p on p.oid = c.conparentid
      where c.conname = ${constraint}`.execute(tx)
    const [known] = found.rows
    const [schema = ''] = table.split('.')
    await (
      known
        ? sql`alter table ${sql.raw(known.table)} drop constraint ${sql.ref(known.name)} cascade`
        : sql`drop index ${sql.table(`${schema}.${constraint ?? ''}`)}`
    ).execute(tx)
  } else throw problem
}
