-- The purse: one person's double-entry ledger, in two books. Knows nothing of health. (ARCHITECTURE.md, "The life of a pound")

create schema ledger;
grant usage on schema ledger to commonpurse_app;

create type ledger.book as enum ('purpose', 'place');

create table ledger.purse (
  person_id uuid primary key,
  opened_at timestamptz not null
);
select people.guard('ledger.purse');
grant select on ledger.purse to commonpurse_app;

-- What an account's code begins with decides its book, whether its balance is kept, and how low it may go.
create table ledger.account_kind (
  kind text primary key,
  book ledger.book not null,
  -- Controls (funders, payers, payees) keep no balance: theirs is a sum, and nobody ever waits for their row.
  keeps_balance boolean not null,
  -- Floors guard promises, never facts.
  floor platform.pence
);
insert into ledger.account_kind (kind, book, keeps_balance, floor) values
  ('promise', 'purpose', false, null),
  ('available', 'purpose', true, 0),
  ('committed', 'purpose', true, 0),
  ('spent', 'purpose', true, null),
  ('over-plan', 'purpose', true, null),
  ('returned', 'purpose', true, null),
  ('payer', 'place', false, null),
  ('payee', 'place', false, null),
  ('in-transit', 'place', true, null),
  ('account', 'place', true, null),
  ('unknown-in', 'place', true, null),
  ('unknown-out', 'place', true, null),
  ('owed-by-person', 'place', true, null),
  ('own-money', 'place', true, null),
  ('interest', 'place', true, null),
  ('opening', 'place', true, null);
grant select on ledger.account_kind to commonpurse_app;

create table ledger.account (
  person_id uuid not null,
  no int not null,
  -- kind, or kind:id  (available:<line>, account:<bank account>, payer:<organisation>)
  code text not null,
  book ledger.book not null,
  balance platform.pence,
  floor platform.pence,
  primary key (person_id, no),
  constraint account_code_once unique (person_id, code),
  constraint line_not_overdrawn check (balance >= floor)
) with (fillfactor = 60);
select people.guard('ledger.account');
grant select on ledger.account to commonpurse_app;

-- One event that moves money, and the key that keeps it from being posted twice.
create table ledger.journal (
  person_id uuid not null,
  event text not null,
  subject_id uuid not null,
  no bigint not null generated always as identity,
  entry_id uuid not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  why text not null,
  -- Of its transfers, so that a changed one is found and named.
  digest bytea not null,
  constraint each_event_posted_once primary key (person_id, event, subject_id)
);
select people.guard('ledger.journal');
select record.cover_many('ledger.journal');
grant select on ledger.journal to commonpurse_app;

-- From one account to another of the same book and purse: balanced by construction.
create table ledger.transfer (
  person_id uuid not null,
  journal_no bigint not null,
  n smallint not null,
  book ledger.book not null,
  from_no int not null,
  to_no int not null,
  amount platform.pence not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  primary key (person_id, journal_no, n, recorded_at),
  constraint amount_above_nothing check (amount > 0),
  constraint between_two_accounts check (from_no <> to_no)
) partition by range (recorded_at);
create index transfer_by_day on ledger.transfer (person_id, occurred_on);
select people.guard('ledger.transfer');
grant select on ledger.transfer to commonpurse_app;

-- A reversal mirrors exactly one transfer, and no transfer is reversed twice.
create table ledger.reversal (
  person_id uuid not null,
  journal_no bigint not null,
  n smallint not null,
  by_journal_no bigint not null,
  by_n smallint not null,
  constraint reversed_once primary key (person_id, journal_no, n)
);
select people.guard('ledger.reversal');
select platform.append_only('ledger.reversal');
grant select on ledger.reversal to commonpurse_app;

-- Keeps the balances: once per statement and account, whoever inserted the transfers.
create function ledger.apply_transfers() returns trigger language plpgsql
security definer set search_path = pg_catalog as $$
declare wanted bigint; found_accounts bigint;
begin
  -- Every writer of a purse waits here, in one order, so that two never wait for each other.
  perform 1 from ledger.purse p where p.person_id in (select person_id from added)
    order by p.person_id for no key update;

  with moved as (
    select person_id, book, from_no as no, -amount as amount from added
    union all select person_id, book, to_no, amount from added
  ), delta as materialized (
    select person_id, book, no, sum(amount)::bigint as amount from moved group by person_id, book, no
  ), known as (
    select d.person_id, d.no, d.amount, a.balance is not null as keeps_balance
    from delta d join ledger.account a on a.person_id = d.person_id and a.no = d.no and a.book = d.book
  ), applied as (
    update ledger.account a set balance = a.balance + k.amount
    from known k where k.keeps_balance and a.person_id = k.person_id and a.no = k.no
  )
  select (select count(*) from delta), (select count(*) from known) into wanted, found_accounts;

  if wanted <> found_accounts then
    raise exception 'A transfer names an account that its purse does not have in that book'
      using errcode = 'foreign_key_violation', constraint = 'transfer_between_known_accounts';
  end if;
  return null;
end $$;

-- Statement triggers are not inherited: each partition needs its own beside the parent's.
create function ledger.guard_transfers(relation regclass) returns void language plpgsql as $$
begin
  execute format('create trigger apply_transfers after insert on %s referencing new table as added
                    for each statement execute function ledger.apply_transfers()', relation);
  perform platform.append_only(relation);
end $$;
select ledger.guard_transfers('ledger.transfer');

-- Makes the monthly partitions that cover these days, where they are missing. Run as the owner.
create function ledger.make_partitions(from_on date, until_on date) returns int language plpgsql as $$
declare month date := date_trunc('month', from_on); made int := 0; name text;
begin
  while month < until_on loop
    name := 'transfer_' || to_char(month, 'YYYY_MM');
    if to_regclass('ledger.' || name) is null then
      execute format('create table ledger.%I partition of ledger.transfer for values from (%L) to (%L)',
        name, month::timestamp at time zone 'UTC', (month + interval '1 month')::timestamp at time zone 'UTC');
      perform ledger.guard_transfers(('ledger.' || name)::regclass);
      made := made + 1;
    end if;
    month := month + interval '1 month';
  end loop;
  return made;
end $$;

-- Opens the purse where it is new, and holds it until the transaction ends.
create function ledger.lock_purse(person uuid) returns void language plpgsql
security definer set search_path = pg_catalog as $$
begin
  if not people.may_see(person) then
    raise exception 'This purse is not open to who is acting' using errcode = 'insufficient_privilege';
  end if;
  insert into ledger.purse (person_id, opened_at) values (person, platform.world_now()) on conflict do nothing;
  perform 1 from ledger.purse where person_id = person for no key update;
end $$;
revoke all on function ledger.lock_purse from public;
grant execute on function ledger.lock_purse to commonpurse_app;

create function ledger.journal_digest(
  person_id uuid, event text, subject_id uuid, occurred_on date, recorded_at timestamptz, why text, transfers text
) returns bytea language sql immutable as $$
  select sha256(convert_to(concat_ws('|', person_id, event, subject_id, to_char(occurred_on, 'YYYY-MM-DD'),
    (extract(epoch from recorded_at) * 1000)::bigint, why, transfers), 'UTF8'))
$$;
-- By the accounts' codes, so that an account that is called otherwise is found too.
create function ledger.transfer_text(
  n smallint, book ledger.book, from_code text, to_code text, amount bigint, reverses_journal_no bigint, reverses_n smallint
) returns text language sql immutable as $$
  select concat_ws(' ', n, book::text, from_code, to_code, amount, reverses_journal_no, reverses_n)
$$;

-- Posts journals, each with its transfers, for the acting user. The only way in for the application.
-- Parallel arrays: one element for each journal (persons … whys), one for each transfer (of_journal … amounts);
-- of_journal counts from 1. Accounts are opened on first use. Answers how many journals were new: an event that is
-- already posted is left alone, so a run can be taken up again. `reverses_*` are null but for reversals.
create function ledger.post(
  persons uuid[], events text[], subjects uuid[], occurred date[], whys text[],
  of_journal int[], from_codes text[], to_codes text[], amounts bigint[],
  reverses_journals bigint[], reverses_ns smallint[], recorded timestamptz
) returns int language plpgsql security definer set search_path = pg_catalog as $$
declare posted int;
begin
  if exists (select 1 from (select distinct unnest(persons)) p(id) where not people.may_see(p.id)) then
    raise exception 'This purse is not open to who is acting' using errcode = 'insufficient_privilege';
  end if;

  insert into ledger.purse (person_id, opened_at)
  select distinct p.id, recorded from unnest(persons) p(id) on conflict do nothing;
  perform 1 from ledger.purse where person_id = any (persons) order by person_id for no key update;

  insert into ledger.account (person_id, no, code, book, balance, floor)
  select used.person_id,
         coalesce((select max(a.no) from ledger.account a where a.person_id = used.person_id), 0)
           + row_number() over (partition by used.person_id order by used.first_use, used.code),
         used.code, k.book, case when k.keeps_balance then 0 end, k.floor
  from (
    select person_id, code, min(place) as first_use
    from (
      select persons[t.of_journal] as person_id, t.from_code as code, t.place * 2 as place
      from unnest(of_journal, from_codes) with ordinality t(of_journal, from_code, place)
      union all
      select persons[t.of_journal], t.to_code, t.place * 2 + 1
      from unnest(of_journal, to_codes) with ordinality t(of_journal, to_code, place)
    ) mentioned group by person_id, code
  ) used
  join ledger.account_kind k on k.kind = split_part(used.code, ':', 1)
  where not exists (select 1 from ledger.account a where a.person_id = used.person_id and a.code = used.code);

  with asked as (
    select * from unnest(persons, events, subjects, occurred, whys) with ordinality
      as j(person_id, event, subject_id, occurred_on, why, i)
  ), fresh as materialized (
    -- Numbered in the order that they were given in, which is the order that ledgers are read in.
    select in_order.*, nextval('ledger.journal_no_seq') as no from (
      select * from asked a
      where not exists (select 1 from ledger.journal j
        where j.person_id = a.person_id and j.event = a.event and j.subject_id = a.subject_id)
      order by a.i
    ) in_order
  ), moved as materialized (
    select f.person_id, f.no as journal_no, f.i, f.occurred_on, t.amount,
           (row_number() over (partition by f.i order by t.place))::smallint as n,
           source.book, source.no as from_no, target.no as to_no, t.from_code, t.to_code,
           t.reverses_journal_no, t.reverses_n
    from fresh f
    join unnest(of_journal, from_codes, to_codes, amounts, reverses_journals, reverses_ns) with ordinality
      as t(i, from_code, to_code, amount, reverses_journal_no, reverses_n, place) on t.i = f.i
    left join ledger.account source on source.person_id = f.person_id and source.code = t.from_code
    left join ledger.account target on target.person_id = f.person_id and target.code = t.to_code
  ), transfers as (
    insert into ledger.transfer (person_id, journal_no, n, book, from_no, to_no, amount, occurred_on, recorded_at)
    select person_id, journal_no, n, book, from_no, to_no, amount, occurred_on, recorded from moved
  ), reversals as (
    insert into ledger.reversal (person_id, journal_no, n, by_journal_no, by_n)
    select person_id, reverses_journal_no, reverses_n, journal_no, n from moved where reverses_journal_no is not null
  ), journals as (
    insert into ledger.journal (person_id, event, subject_id, no, entry_id, occurred_on, recorded_at, why, digest)
    overriding system value
    select f.person_id, f.event, f.subject_id, f.no, platform.entry_id(), f.occurred_on, recorded, f.why,
           ledger.journal_digest(f.person_id, f.event, f.subject_id, f.occurred_on, recorded, f.why, t.texts)
    from fresh f
    join (select i, string_agg(ledger.transfer_text(n, book, from_code, to_code, amount, reverses_journal_no, reverses_n),
                               ',' order by n) as texts
          from moved group by i) t using (i)
    returning 1
  )
  select count(*) into posted from journals;
  return posted;
end $$;
revoke all on function ledger.post from public;
grant execute on function ledger.post to commonpurse_app;
