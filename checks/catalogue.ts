import { sql } from 'kysely'
import { law } from './law.ts'

/** Our tables; a partition is its parent's. */
const ourTables = sql`
  select c.oid, n.nspname || '.' || c.relname as name, c.relkind, c.relispartition, c.relrowsecurity
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')`

/** Whose rows are of persons, and who may see them is decided otherwise than by people.access. */
const seenOtherwise = sql.raw(`('accounts.user')`)

/** What the machine writes for itself: nothing of it says anything of people, money or organisations. */
const notOfTheRecord = sql.raw(`(
  'platform.session', 'platform.answered', 'platform.job', 'platform.daily_job', 'platform.progress', 'platform.message',
  'record.entry', 'record.unsealed', 'statements.staged_line')`)

/** Facts: only ever added to, whoever asks. Each partition of the ledger is one more. */
const onlyAddedTo = sql.raw(`(values
  ('platform.upload'), ('record.entry'), ('record.seal'), ('people.seen'), ('ledger.journal'), ('ledger.transfer'),
  ('ledger.reversal'), ('statements.statement_line'), ('statements.match'), ('statements.undone'))`)

const triggers = sql`
  select t.tgrelid, t.tgname, p.proname, pn.nspname from pg_trigger t
  join pg_proc p on p.oid = t.tgfoid join pg_namespace pn on pn.oid = p.pronamespace
  where t.tgenabled in ('O', 'A') and not t.tgisinternal`

/** The locks themselves: a database in which somebody took one away says so. */
export const catalogueLaws = [
  law(
    'Every table of persons’ rows has row-level security and a rule',
    sql`
      select t.name || case when t.relrowsecurity then ' has no rule' else ' has no row-level security' end as what
      from (${ourTables}) t
      where not t.relispartition and t.name not in ${seenOtherwise}
        and (t.name = 'people.person' or exists (
          select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'person_id' and not a.attisdropped))
        and (not t.relrowsecurity or not exists (select 1 from pg_policy policy where policy.polrelid = t.oid))`,
  ),
  law(
    'The application’s role owns nothing and passes no lock',
    sql`
      select 'the role ' || rolname as what from pg_roles
      where rolname = 'commonpurse_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
      union all
      select 'it owns ' || oid::regclass from pg_class
      where relowner = (select oid from pg_roles where rolname = 'commonpurse_app')
      union all
      select 'it may touch ' || t.name from (${ourTables}) t
      where t.relispartition and has_table_privilege('commonpurse_app', t.oid, 'select, insert, update, delete, truncate')
      union all
      select 'it may write ' || t.name from (${ourTables}) t
      where t.name like 'ledger.%' and has_table_privilege('commonpurse_app', t.oid, 'insert, update, delete, truncate')
      union all
      select 'it may take rows from ' || t.name from (${ourTables}) t
      where t.name not in ${notOfTheRecord} and has_table_privilege('commonpurse_app', t.oid, 'delete, truncate')`,
  ),
  law(
    'Every table that commands write notes each change in the record',
    sql`
      select t.name || ' does not note what is ' || verb.done as what
      from (${ourTables}) t
      join (values ('insert', 'added'), ('update', 'changed')) verb (verb, done)
        on has_table_privilege('commonpurse_app', t.oid, verb.verb)
           or (t.name = 'ledger.journal' and verb.verb = 'insert')
      where t.name not in ${notOfTheRecord} and not t.relispartition
        and not exists (select 1 from (${triggers}) fired where fired.tgrelid = t.oid and fired.nspname = 'record'
                        and fired.tgname = 'noted_' || verb.verb and fired.proname in ('note_rows', 'note_many'))`,
  ),
  law(
    'What is only ever added to refuses to be changed, on every partition too',
    sql`
      select t.name as what from (${ourTables}) t
      where (t.name in (select * from ${onlyAddedTo} as facts) or (t.relispartition and t.name like 'ledger.transfer%'))
        and not exists (select 1 from (${triggers}) fired
                        where fired.tgrelid = t.oid and fired.tgname = 'append_only' and fired.proname = 'refuse_change')`,
  ),
  law(
    'Every partition of the ledger keeps its balances',
    sql`
      select t.name as what from (${ourTables}) t
      where (t.name = 'ledger.transfer' or (t.relispartition and t.name like 'ledger.transfer%'))
        and not exists (select 1 from (${triggers}) fired where fired.tgrelid = t.oid and fired.proname = 'apply_transfers')`,
  ),
  law(
    'The ledger’s partitions are there for this month and the next two',
    sql`
      select 'ledger.transfer for ' || to_char(month, 'FMMonth YYYY') as what
      from generate_series(date_trunc('month', platform.world_now() at time zone 'UTC'),
                           date_trunc('month', platform.world_now() at time zone 'UTC') + interval '2 months',
                           interval '1 month') month
      where to_regclass('ledger.transfer_' || to_char(month, 'YYYY_MM')) is null`,
  ),
]
