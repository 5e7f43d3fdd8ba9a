import { sql } from 'kysely'
import type { Snapshot } from '../snapshot.ts'
import { named } from './verify-chains.ts'

type Table = { name: string; isThere: boolean; isBulk: boolean }

/**
 * Every covered row against what was last written of it. Which tables are covered is known from their triggers and
 * from what was noted, so that a trigger that was taken away hides nothing.
 */
export async function changedRows(snapshot: Snapshot): Promise<string[]> {
  const tables = await sql<Table>`
    with triggered as (
      select n.nspname || '.' || c.relname as name, bool_or(p.proname = 'note_many') as is_bulk
      from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_namespace pn on pn.oid = p.pronamespace
      join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where pn.nspname = 'record' and p.proname in ('note_rows', 'note_many')
      group by 1
    ), noted as (
      select table_name as name, bool_or(row_id like '%..%') as is_bulk from record.written group by 1
    )
    select coalesce(t.name, w.name) as name, coalesce(t.is_bulk, w.is_bulk) as "isBulk",
           to_regclass(coalesce(t.name, w.name)) is not null as "isThere"
    from triggered t full join noted w on w.name = t.name order by 1`.execute(snapshot)
  const problems: string[] = []
  for (const { name, isThere, isBulk } of tables.rows) {
    if (!isThere) {
      problems.push(`The table ${name} is gone, with all rows that are noted of it.`)
      continue
    }
    const answer = await (isBulk ? changedInBulk(name) : changedSingly(name)).execute(snapshot)
    problems.push(...answer.rows.map((row) => `${name} ${row.id} ${row.problem}.`))
  }
  return problems
}

type Found = { id: string; problem: string }

const changedSingly = (table: string) => sql<Found>`
  select coalesce(t.id::text, w.row_id) as id,
         case when t.id is null then 'is gone' when w.row_id is null then 'was written outside a command'
              else 'was changed outside a command' end as problem
  from ${sql.table(table)} t
  full join (
    select distinct on (row_id) row_id, digest from record.written
    where table_name = ${table} order by row_id, no desc
  ) w on w.row_id = t.id::text
  where w.digest is distinct from record.row_digest(to_jsonb(t))
  limit ${named}`

const changedInBulk = (table: string) => sql<Found>`
  with noted as (
    select entry_id, row_id, digest, rows, split_part(row_id, '..', 1)::bigint as first_no,
           split_part(row_id, '..', 2)::bigint as last_no
    from record.written where table_name = ${table} and row_id ~ '^[0-9]{1,18}[.][.][0-9]{1,18}$'
  ), kept as (
    select n.entry_id, n.row_id, n.digest, n.rows, count(t.no) as now_rows,
           sha256(coalesce(string_agg(record.row_digest(to_jsonb(t)), ''::bytea order by t.no), ''::bytea)) as now_digest
    from noted n left join ${sql.table(table)} t
      on t.entry_id = n.entry_id and t.no between n.first_no and n.last_no
    group by n.entry_id, n.row_id, n.digest, n.rows
  )
  (select row_id || ' of entry ' || entry_id as id, 'were changed outside a command' as problem from kept
    where digest <> now_digest or rows <> now_rows limit ${named})
  union all
  (select t.no::text, 'was written outside a command' from ${sql.table(table)} t
    where not exists (select 1 from noted n where n.entry_id = t.entry_id and t.no between n.first_no and n.last_no)
    limit ${named})`
