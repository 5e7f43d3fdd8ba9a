create schema accounts;
grant usage on schema accounts to commonpurse_app;

-- Somebody who can sign in.
create table accounts."user" (
  id uuid primary key,
  name text not null,
  email text,
  -- Set for a person with a budget: their own file.
  person_id uuid references people.person,
  -- On whose behalf a person with a budget acts: their ICB. Staff act for the organisations they are members of.
  organisation_id uuid references organisations.organisation,
  ended_on date,
  constraint person_acts_for_their_icb check (person_id is null or organisation_id is not null)
);
create unique index one_user_for_a_person on accounts."user" (person_id) where ended_on is null;
select record.cover('accounts.user');
grant select, insert, update on accounts."user" to commonpurse_app;

create table accounts.membership (
  user_id uuid not null references accounts."user",
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  role text not null check (role in ('coordinator', 'finance', 'administrator')),
  starts_on date not null,
  ends_on date
);
create index membership_of_user on accounts.membership (user_id);
select record.cover('accounts.membership');
grant select, insert, update on accounts.membership to commonpurse_app;

-- Who a person can ring, and whose caseload they are in.
create table accounts.coordinator (
  person_id uuid not null references people.person,
  id uuid not null,
  user_id uuid not null references accounts."user",
  starts_on date not null,
  ends_on date,
  primary key (person_id, id)
);
create index coordinator_caseload on accounts.coordinator (user_id) where ends_on is null;
create unique index one_coordinator_at_a_time on accounts.coordinator (person_id) where ends_on is null;
select people.guard('accounts.coordinator');
select record.cover('accounts.coordinator');
grant select, insert, update on accounts.coordinator to commonpurse_app;
