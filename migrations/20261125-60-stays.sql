-- Watching over how things go, no closer than people were told.
create schema monitoring;
grant usage on schema monitoring to commonpurse_app;

-- Somebody is away from home, in hospital or elsewhere: a dated fact, with what was agreed to go on meanwhile.
create table monitoring.stay (
  person_id uuid not null references people.person,
  id uuid not null,
  place text not null check (place in ('hospital', 'respite', 'elsewhere')),
  from_on date not null,
  -- The day they came home.
  home_on date,
  -- Pay of those who work for them goes on as planned until this day.
  pay_until date not null,
  words text,
  noted_by uuid not null,
  primary key (person_id, id),
  constraint home_after_leaving check (home_on >= from_on)
);
create unique index away_in_one_place on monitoring.stay (person_id) where home_on is null;
select people.guard('monitoring.stay');
select record.cover('monitoring.stay');
grant select, insert, update on monitoring.stay to commonpurse_app;
