-- The machine's own tables. They know no domain.

do $$
begin
  create role commonpurse_app nologin;
exception when duplicate_object then null; -- another database of this server has made it
end $$;

do $$
begin
  execute format('grant commonpurse_app to %I', current_user);
end $$;

grant usage on schema platform to commonpurse_app;

-- Whole pence. A domain, so that the generated row types say Pence.
create domain platform.pence as bigint;

-- Append-only tables refuse to be changed, whoever asks.
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is only ever added to', tg_table_schema, tg_table_name
    using errcode = 'restrict_violation', constraint = 'append_only';
end $$;

create function platform.append_only(relation regclass) returns void language plpgsql as $$
begin
  execute format(
    'create trigger append_only before update or delete or truncate on %s
       for each statement execute function platform.refuse_change()', relation);
end $$;

-- The world's clock: it decides about care and money. Standing where it was put in a synthetic world,
-- else the machine's. Sessions, leases and rate limits go by the machine's clock.
create table platform.world (
  one boolean primary key default true check (one),
  -- A database seeded with the synthetic ICB carries its name; only there may anyone sign in by choosing a person.
  synthetic text,
  standing_at timestamptz,
  constraint only_a_synthetic_clock_stands check (standing_at is null or synthetic is not null)
);
insert into platform.world default values;
grant select on platform.world to commonpurse_app;

create function platform.world_now() returns timestamptz language sql stable as $$
  select coalesce((select standing_at from platform.world), date_trunc('milliseconds', clock_timestamp()))
$$;

create function platform.day_in_england(instant timestamptz) returns date language sql immutable as $$
  select (instant at time zone 'Europe/London')::date
$$;

-- Who is acting, for row-level security: set at the start of every transaction, gone at its end.
create function platform.grantees() returns uuid[] language sql stable as $$
  select nullif(current_setting('app.grantees', true), '')::uuid[]
$$;
create function platform.user_id() returns uuid language sql stable as $$
  select nullif(current_setting('app.user_id', true), '')::uuid
$$;
create function platform.entry_id() returns uuid language sql stable as $$
  select nullif(current_setting('app.entry_id', true), '')::uuid
$$;
create function platform.today() returns date language sql stable as $$
  select nullif(current_setting('app.today', true), '')::date
$$;

create table platform.session (
  secret_hash bytea primary key,
  user_id uuid not null,
  csrf_secret text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index session_of_user on platform.session (user_id);
create index session_ending on platform.session (ends_at);
grant select, insert, update, delete on platform.session to commonpurse_app;

-- A second click finds the first one's answer. Kept on success only.
create table platform.answered (
  user_id uuid not null,
  command text not null,
  key text not null,
  input_hash bytea not null,
  answer jsonb,
  at timestamptz not null,
  primary key (user_id, command, key, input_hash)
);
create index answered_long_ago on platform.answered (at);
grant select, insert, update, delete on platform.answered to commonpurse_app;

-- News and jobs, written in the transaction that causes them.
create table platform.job (
  id uuid primary key,
  kind text not null,
  -- Ids only: free text about a person never goes into a job.
  ids jsonb not null,
  on_behalf_of jsonb not null,
  run_at timestamptz not null,
  attempts int not null default 0,
  failed_because text,
  given_up_at timestamptz
);
create index job_due on platform.job (run_at) where given_up_at is null;
grant select, insert, update, delete on platform.job to commonpurse_app;

create table platform.daily_job (
  name text primary key,
  last_run_on date not null
);
grant select, insert, update on platform.daily_job to commonpurse_app;

create table platform.upload (
  id uuid primary key,
  sha256 bytea not null,
  size bigint not null,
  file_name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null
);
select platform.append_only('platform.upload');
grant select, insert on platform.upload to commonpurse_app;

create table platform.progress (
  id uuid primary key,
  done bigint not null,
  of bigint,
  words text not null,
  at timestamptz not null
);
grant select, insert, update, delete on platform.progress to commonpurse_app;
