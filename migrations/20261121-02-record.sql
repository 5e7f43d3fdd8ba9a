-- The record: what was done, by whom, for whom, and proof that nobody changed it since.
-- Format and verification: docs/record.md. The hashed text may never change; new facts get new tables.

create schema record;
grant usage on schema record to commonpurse_app;

create table record.entry (
  id uuid primary key,
  -- The chain it belongs to: a person's, or an organisation's where it is about no one person.
  person_id uuid,
  organisation_id uuid,
  constraint entry_in_one_chain check (num_nonnulls(person_id, organisation_id) = 1),
  at timestamptz not null,
  user_id uuid not null,
  acting_as text not null,
  command text not null,
  rules text not null,
  -- {"says": …, "input": …} as text. Erasing it (and its salt) lawfully leaves the hash.
  payload text,
  salt bytea,
  payload_hash bytea not null,
  -- What it wrote: digest and number of its rows in record.written.
  wrote_digest bytea not null,
  wrote_rows int not null,
  -- What is hashed is one line each.
  constraint entry_in_single_lines check (acting_as || command || rules !~ E'[\n\r]')
);
create index entry_of_person on record.entry (person_id, id) where person_id is not null;
create index entry_of_organisation on record.entry (organisation_id, id) where organisation_id is not null;
select platform.append_only('record.entry');

create table record.unsealed (entry_id uuid primary key);

create table record.seal (
  chain_id uuid not null,
  no bigint not null check (no >= 1),
  entry_id uuid not null unique,
  previous bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  primary key (chain_id, no)
);
select platform.append_only('record.seal');

-- One row for each row that an entry wrote in a covered table; one for a whole statement in a bulk table.
create table record.written (
  entry_id uuid not null,
  table_name text not null,
  row_id text not null,
  rows int not null,
  digest bytea not null,
  -- The order of writing: whoever writes a row holds its lock, so a later write has a higher number.
  no bigint not null generated always as identity,
  primary key (entry_id, table_name, row_id)
);
create index written_row on record.written (table_name, row_id, no);

-- A row's digest. Nulls are left out, so that a column added later (empty for old rows) changes nothing.
create function record.row_digest(content jsonb) returns bytea language sql immutable as $$
  select sha256(convert_to(jsonb_strip_nulls(content)::text, 'UTF8'))
$$;

create function record.acting_entry(relation text) returns uuid language plpgsql stable as $$
declare entry uuid := platform.entry_id();
begin
  if entry is null then
    raise exception '% changes only inside a command, which the record remembers', relation
      using errcode = 'restrict_violation', constraint = 'change_has_a_record';
  end if;
  return entry;
end $$;

create function record.note_rows() returns trigger language plpgsql
security definer set search_path = pg_catalog set timezone = 'UTC' set bytea_output = 'hex' as $$
declare relation text := tg_table_schema || '.' || tg_table_name;
declare entry uuid := record.acting_entry(relation);
begin
  insert into record.written as w (entry_id, table_name, row_id, rows, digest)
  select entry, relation, n.id::text, 1, record.row_digest(to_jsonb(n)) from changed n
  on conflict (entry_id, table_name, row_id) do update set digest = excluded.digest;
  return null;
end $$;

create function record.note_many() returns trigger language plpgsql
security definer set search_path = pg_catalog set timezone = 'UTC' set bytea_output = 'hex' as $$
declare relation text := tg_table_schema || '.' || tg_table_name;
declare entry uuid := record.acting_entry(relation);
begin
  insert into record.written (entry_id, table_name, row_id, rows, digest)
  select entry, relation, min(n.no) || '..' || max(n.no), count(*),
         sha256(string_agg(record.row_digest(to_jsonb(n)), ''::bytea order by n.no))
  from changed n having count(*) > 0;
  return null;
end $$;

-- Covers a table whose rows have an `id`: every insert and update is noted.
create function record.cover(relation regclass) returns void language plpgsql as $$
begin
  execute format('create trigger noted_insert after insert on %s referencing new table as changed
                    for each statement execute function record.note_rows()', relation);
  execute format('create trigger noted_update after update on %s referencing new table as changed
                    for each statement execute function record.note_rows()', relation);
end $$;

-- Covers an append-only table that is written in bulk: rows have `no`, rising, and `entry_id`.
create function record.cover_many(relation regclass) returns void language plpgsql as $$
begin
  execute format('create trigger noted_insert after insert on %s referencing new table as changed
                    for each statement execute function record.note_many()', relation);
  perform platform.append_only(relation);
end $$;

create function record.wrote(entry uuid, out digest bytea, out rows int)
language sql stable security definer set search_path = pg_catalog as $$
  select sha256(coalesce(string_agg(
           convert_to(w.table_name || ' ' || w.row_id || ' ' || w.rows || ' ' || w.no || ' ', 'UTF8') || w.digest,
           ''::bytea order by w.table_name collate "C", w.row_id collate "C"), ''::bytea)),
         coalesce(sum(w.rows), 0)::int
  from record.written w where w.entry_id = entry
$$;

grant select, insert on record.entry to commonpurse_app;
grant insert on record.unsealed to commonpurse_app;
grant select on record.seal to commonpurse_app;

-- Uploads are the machine's own, and commands write them: what came in is in the record too.
select record.cover('platform.upload');
