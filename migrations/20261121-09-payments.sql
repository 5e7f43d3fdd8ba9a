-- Paying it out: to whom, in which run, and whether it came.
create schema payments;
grant usage on schema payments to commonpurse_app;

-- Where a payment goes. Entered by one, confirmed by another: only then is it paid to.
create table payments.details (
  person_id uuid not null references people.person,
  id uuid not null,
  account_id uuid,
  payee_id uuid,
  account_name text not null,
  sort_code text not null,
  account_number text not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  ended_on date,
  primary key (person_id, id),
  foreign key (person_id, account_id) references budgets.account (person_id, id),
  foreign key (person_id, payee_id) references plans.payee (person_id, id),
  constraint details_of_one check (num_nonnulls(account_id, payee_id) = 1),
  constraint sort_code_is_six_digits check (sort_code ~ '^[0-9]{6}$'),
  constraint account_number_is_eight_digits check (account_number ~ '^[0-9]{8}$'),
  constraint confirmed_whole check (num_nonnulls(confirmed_by, confirmed_at) in (0, 2)),
  constraint confirmed_by_somebody_else check (confirmed_by <> entered_by)
);
create unique index one_way_to_an_account on payments.details (person_id, account_id) where ended_on is null;
create unique index one_way_to_a_payee on payments.details (person_id, payee_id) where ended_on is null;
select people.guard('payments.details');
select record.cover('payments.details');
grant select, insert, update on payments.details to commonpurse_app;

create table payments.run (
  id uuid primary key,
  payer_id uuid not null references organisations.organisation,
  -- The day that the money leaves.
  pay_on date not null,
  due_up_to date not null,
  state text not null check (state in ('prepared', 'approved', 'sent', 'cancelled')),
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  payments int not null,
  total platform.pence not null,
  constraint approved_whole check (num_nonnulls(approved_by, approved_at) in (0, 2)),
  constraint approved_by_somebody_else check (approved_by <> prepared_by)
);
create index run_of_payer on payments.run (payer_id, pay_on desc);
alter table payments.run enable row level security;
create policy only_the_payers on payments.run to commonpurse_app
  using (payer_id = any ((select platform.grantees())::uuid[]))
  with check (payer_id = any ((select platform.grantees())::uuid[]));
select record.cover('payments.run');
grant select, insert, update on payments.run to commonpurse_app;

create table payments.payment (
  person_id uuid not null references people.person,
  id uuid not null,
  run_id uuid not null references payments.run,
  budget_id uuid not null,
  details_id uuid not null,
  -- To an account that holds their money, for what is released on a day; or to a payee, for what was set aside.
  account_id uuid,
  commitment_id uuid,
  due_on date not null,
  amount platform.pence not null,
  reference text not null,
  state text not null check (state in ('prepared', 'sent', 'arrived', 'failed', 'cancelled')),
  sent_on date,
  -- A returned list said that the bank paid it.
  confirmed_on date,
  -- Seen on the statement of the account, or taken by the payee.
  arrived_on date,
  failed_because text,
  primary key (person_id, id),
  foreign key (person_id, budget_id) references budgets.budget (person_id, id),
  foreign key (person_id, details_id) references payments.details (person_id, id),
  foreign key (person_id, account_id) references budgets.account (person_id, id),
  foreign key (person_id, commitment_id) references budgets.commitment (person_id, id),
  constraint payment_for_one_thing check (num_nonnulls(account_id, commitment_id) = 1),
  constraint pays_something check (amount > 0)
);
create index payment_to_account on payments.payment (person_id, budget_id, account_id);
create unique index commitment_paid_once on payments.payment (person_id, commitment_id)
  where commitment_id is not null and state not in ('failed', 'cancelled');
create index payment_of_run on payments.payment (run_id, person_id);
create index payment_underway on payments.payment (person_id, account_id) where state = 'sent';
select people.guard('payments.payment');
select record.cover('payments.payment');
grant select, insert, update on payments.payment to commonpurse_app;

-- What a funder owes the payer for one payday: worked out from the whole so far, so nothing is rounded twice.
create table payments.recharge (
  person_id uuid not null references people.person,
  id uuid not null,
  budget_id uuid not null,
  payer_id uuid not null references organisations.organisation,
  funder_id uuid not null references organisations.organisation,
  due_on date not null,
  amount platform.pence not null,
  claimed platform.pence,
  claimed_on date,
  approved_by uuid,
  approved_on date,
  primary key (person_id, id),
  foreign key (person_id, budget_id) references budgets.budget (person_id, id),
  constraint recharged_once unique (person_id, budget_id, funder_id, due_on),
  constraint claimed_whole check (num_nonnulls(claimed, claimed_on) in (0, 2)),
  constraint approved_after_the_claim check (approved_on is null or claimed = amount)
);
create index recharge_to_approve on payments.recharge (funder_id, due_on) where approved_on is null;
select people.guard('payments.recharge');
select record.cover('payments.recharge');
grant select, insert, update on payments.recharge to commonpurse_app;
