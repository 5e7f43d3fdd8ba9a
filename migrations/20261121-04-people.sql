create schema people;
grant usage on schema people to commonpurse_app;

-- Who may see whom: the one table that row-level security asks.
create table people.access (
  person_id uuid not null,
  id uuid not null,
  -- A user, or an organisation whose members are meant.
  grantee_id uuid not null,
  reason text not null,
  starts_on date not null,
  ends_on date,
  primary key (person_id, id),
  constraint access_ends_after_it_starts check (ends_on >= starts_on)
);
create index access_of_grantee on people.access (grantee_id, person_id);
create index access_to_person on people.access (person_id, grantee_id);

-- People whose file the acting user may see today.
create function people.may_see(person uuid) returns boolean language sql stable as $$
  select exists (
    select 1 from people.access a
    where a.person_id = person
      and a.grantee_id = any ((select platform.grantees())::uuid[])
      and a.starts_on <= (select platform.today())
      and (a.ends_on is null or a.ends_on > (select platform.today())))
$$;

-- Guards a table of persons' rows by people.access, for reading and for writing.
create function people.guard(relation regclass, person_column text default 'person_id') returns void
language plpgsql as $$
declare rule text := format($rule$exists (
    select 1 from people.access a
    where a.person_id = %1$s.%2$I
      and a.grantee_id = any ((select platform.grantees())::uuid[])
      and a.starts_on <= (select platform.today())
      and (a.ends_on is null or a.ends_on > (select platform.today())))$rule$, relation, person_column);
begin
  execute format('alter table %s enable row level security', relation);
  execute format('create policy only_who_may_see on %s to commonpurse_app using (%s) with check (%s)',
                 relation, rule, rule);
end $$;

alter table people.access enable row level security;
create policy own_grants on people.access for select to commonpurse_app
  using (grantee_id = any ((select platform.grantees())::uuid[]));
-- Whoever adds a person must be able to give the first access; giving more is a command's business.
create policy given_in_a_command on people.access for insert to commonpurse_app
  with check (platform.entry_id() is not null);
create policy ended_in_a_command on people.access for update to commonpurse_app
  using (grantee_id = any ((select platform.grantees())::uuid[]) and platform.entry_id() is not null);
select record.cover('people.access');
grant select, insert, update on people.access to commonpurse_app;

create table people.person (
  id uuid primary key,
  given_name text not null,
  family_name text not null,
  known_as text not null,
  said_as text,
  born_on date not null,
  nhs_number text,
  icb_id uuid not null references organisations.organisation,
  council_id uuid references organisations.organisation,
  phone text,
  email text,
  died_on date,
  constraint nhs_number_is_ten_digits check (nhs_number ~ '^[0-9]{10}$'),
  constraint dies_after_birth check (died_on >= born_on)
);
create index person_by_family_name on people.person (lower(family_name) text_pattern_ops, born_on);
create index person_by_known_as on people.person (lower(known_as) text_pattern_ops);
create index person_by_born_on on people.person (born_on);
create index person_by_nhs_number on people.person (nhs_number);
select people.guard('people.person', 'id');
select record.cover('people.person');
grant select, insert, update on people.person to commonpurse_app;

-- Accessible Information Standard (DAPB1605): four groups of needs, shown on every staff page about the person.
create table people.communication_need (
  person_id uuid not null references people.person,
  id uuid not null,
  what text not null check (what in ('support', 'contact', 'professional', 'format')),
  words text not null,
  ended_on date,
  primary key (person_id, id)
);
select people.guard('people.communication_need');
select record.cover('people.communication_need');
grant select, insert, update on people.communication_need to commonpurse_app;

-- "These two files are one person": dated, undone by ending it.
create table people.same_person (
  person_id uuid not null references people.person,
  id uuid not null,
  other_person_id uuid not null references people.person (id),
  starts_on date not null,
  ends_on date,
  primary key (person_id, id),
  constraint two_files check (person_id <> other_person_id)
);
select people.guard('people.same_person');
select record.cover('people.same_person');
grant select, insert, update on people.same_person to commonpurse_app;

-- That somebody looked, and at what. Written durably before the page is sent.
create table people.seen (
  id bigint generated always as identity,
  person_id uuid not null,
  user_id uuid not null,
  visit text not null,
  at timestamptz not null,
  primary key (person_id, id)
);
select people.guard('people.seen');
select platform.append_only('people.seen');
grant select on people.seen to commonpurse_app;

-- Looks are written for many viewers at once, after each was let in: so not under any one viewer's rights.
create function people.note_looks(persons uuid[], users uuid[], visits text[]) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into people.seen (person_id, user_id, visit, at)
  select look.*, platform.world_now() from unnest(persons, users, visits) look
$$;
revoke all on function people.note_looks from public;
grant execute on function people.note_looks to commonpurse_app;

-- The record is read by whom it concerns: about a person by who may see them, else by the organisation's members.
alter table record.entry enable row level security;
create policy entry_read on record.entry for select to commonpurse_app
  using (case when person_id is not null then people.may_see(person_id)
         else organisation_id = any ((select platform.grantees())::uuid[]) end);
create policy entry_written_by_its_command on record.entry for insert to commonpurse_app
  with check (id = platform.entry_id() and user_id = platform.user_id());
