create schema organisations;
grant usage on schema organisations to commonpurse_app;

create table organisations.organisation (
  id uuid primary key,
  kind text not null check (kind in ('icb', 'council', 'holder', 'agent', 'provider')),
  name text not null,
  -- What its people say for it, and what a ledger prints: "the NHS", "Vale Council".
  short_name text not null,
  -- ODS codes of the ICBs made on 1 April 2026 are not confirmed (domain.md 8.3), so they may be empty.
  ods_code text,
  phone text,
  phone_hours text,
  out_of_hours_phone text,
  email text,
  starts_on date not null,
  ends_on date,
  successor_id uuid references organisations.organisation,
  constraint organisation_ends_after_it_starts check (ends_on > starts_on),
  constraint only_an_ended_organisation_has_a_successor check (successor_id is null or ends_on is not null)
);
select record.cover('organisations.organisation');
grant select, insert, update on organisations.organisation to commonpurse_app;
