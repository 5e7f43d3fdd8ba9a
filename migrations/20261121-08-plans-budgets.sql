-- What was agreed: a minimal plan, and the budget that pays for it.
create schema plans;
grant usage on schema plans to commonpurse_app;

create table plans.plan (
  person_id uuid not null references people.person,
  id uuid not null,
  agreed_on date not null,
  ended_on date,
  primary key (person_id, id)
);
select people.guard('plans.plan');
select record.cover('plans.plan');
grant select, insert, update on plans.plan to commonpurse_app;

-- A line keeps its id for as long as the need lasts, through years and ways of holding.
create table plans.plan_line (
  person_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  place int not null,
  name text not null,
  -- In the person's own words.
  what_for text not null,
  outcome text not null,
  amount platform.pence not null,
  per text not null check (per in ('once', 'day', 'week', 'four-weeks', 'month', 'year')),
  extra_per_bank_holiday platform.pence not null,
  -- Money that is kept for something is set aside, not "yours to use".
  kept_for text check (kept_for in ('contingency', 'leave', 'saving')),
  ended_on date,
  primary key (person_id, id),
  foreign key (person_id, plan_id) references plans.plan (person_id, id),
  constraint line_costs_something check (amount > 0),
  constraint holidays_cost_no_less check (extra_per_bank_holiday >= 0)
);
create index plan_line_of_plan on plans.plan_line (person_id, plan_id);
select people.guard('plans.plan_line');
select record.cover('plans.plan_line');
grant select, insert, update on plans.plan_line to commonpurse_app;

create table plans.unpaid_support (
  person_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  who text not null,
  what text not null,
  ended_on date,
  primary key (person_id, id),
  foreign key (person_id, plan_id) references plans.plan (person_id, id)
);
select people.guard('plans.unpaid_support');
select record.cover('plans.unpaid_support');
grant select, insert, update on plans.unpaid_support to commonpurse_app;

-- Who is paid from this person's money, by the name that they use.
create table plans.payee (
  person_id uuid not null references people.person,
  id uuid not null,
  name text not null,
  primary key (person_id, id),
  constraint payee_name_once unique (person_id, name)
);
select people.guard('plans.payee');
select record.cover('plans.payee');
grant select, insert, update on plans.payee to commonpurse_app;

create table plans.usual_payee (
  person_id uuid not null,
  id uuid not null,
  plan_line_id uuid not null,
  payee_id uuid not null,
  primary key (person_id, id),
  constraint usual_once unique (person_id, plan_line_id, payee_id),
  foreign key (person_id, plan_line_id) references plans.plan_line (person_id, id),
  foreign key (person_id, payee_id) references plans.payee (person_id, id)
);
select people.guard('plans.usual_payee');
select record.cover('plans.usual_payee');
grant select, insert on plans.usual_payee to commonpurse_app;

create schema budgets;
grant usage on schema budgets to commonpurse_app;

create table budgets.budget (
  person_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  starts_on date not null,
  -- The first day that it does not cover.
  until_on date not null,
  basis text not null check (basis in ('chc', 'fast-track', 'joint', 's117', 'children', 'wheelchair')),
  -- One body pays the whole; who funds which part is budgets.funding.
  payer_id uuid not null references organisations.organisation,
  paid_every text not null check (paid_every in ('week', 'four-weeks', 'month', 'quarter')),
  cost_code text,
  ended_on date,
  ended_because text check (ended_because in ('died', 'moved', 'chose', 'no-longer-needed')),
  primary key (person_id, id),
  foreign key (person_id, plan_id) references plans.plan (person_id, id),
  constraint budget_ends_after_it_starts check (until_on > starts_on),
  constraint ended_for_a_reason check (num_nonnulls(ended_on, ended_because) in (0, 2))
);
create index budget_of_payer on budgets.budget (payer_id, starts_on);
select people.guard('budgets.budget');
select record.cover('budgets.budget');
grant select, insert, update on budgets.budget to commonpurse_app;

create table budgets.line (
  person_id uuid not null,
  id uuid not null,
  budget_id uuid not null,
  plan_line_id uuid not null,
  -- What was awarded at the start, and how that was worked out, in words.
  awarded platform.pence not null,
  working text not null,
  primary key (person_id, id),
  foreign key (person_id, budget_id) references budgets.budget (person_id, id),
  foreign key (person_id, plan_line_id) references plans.plan_line (person_id, id),
  constraint plan_line_once_in_a_budget unique (person_id, budget_id, plan_line_id),
  constraint awarded_something check (awarded > 0)
);
select people.guard('budgets.line');
select record.cover('budgets.line');
grant select, insert, update on budgets.line to commonpurse_app;

create table budgets.funding (
  person_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  funder_id uuid not null references organisations.organisation,
  -- Of ten thousand: 7,000 is 70%.
  parts int not null check (parts between 1 and 10000),
  from_on date not null,
  until_on date,
  primary key (person_id, id),
  foreign key (person_id, line_id) references budgets.line (person_id, id),
  constraint funding_ends_after_it_starts check (until_on >= from_on)
);
create index funding_of_line on budgets.funding (person_id, line_id);
select people.guard('budgets.funding');
select record.cover('budgets.funding');
grant select, insert, update on budgets.funding to commonpurse_app;

-- What the person pays towards the council's part, on each day that a payment is due.
create table budgets.contribution (
  person_id uuid not null,
  id uuid not null,
  budget_id uuid not null,
  amount platform.pence not null,
  from_on date not null,
  until_on date,
  primary key (person_id, id),
  foreign key (person_id, budget_id) references budgets.budget (person_id, id),
  constraint contribution_is_something check (amount > 0)
);
select people.guard('budgets.contribution');
select record.cover('budgets.contribution');
grant select, insert, update on budgets.contribution to commonpurse_app;

-- Each contribution as it falls due, so that a missing one is seen and asked about kindly.
create table budgets.contribution_due (
  person_id uuid not null,
  id uuid not null,
  budget_id uuid not null,
  due_on date not null,
  amount platform.pence not null,
  received_on date,
  primary key (person_id, id),
  foreign key (person_id, budget_id) references budgets.budget (person_id, id),
  constraint one_contribution_a_payday unique (person_id, budget_id, due_on),
  constraint due_is_something check (amount > 0)
);
select people.guard('budgets.contribution_due');
select record.cover('budgets.contribution_due');
grant select, insert, update on budgets.contribution_due to commonpurse_app;

-- When how much of a line may be used: what "released to this day" sums, and what a payment run pays.
create table budgets.release (
  person_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  release_on date not null,
  -- Below nothing where money is taken back.
  amount platform.pence not null,
  why text not null check (why in ('start', 'instalment', 'one-off', 'more', 'less', 'taken-back', 'ended', 'carried-over')),
  primary key (person_id, id),
  foreign key (person_id, line_id) references budgets.line (person_id, id),
  constraint releases_something check (amount <> 0)
);
create index release_of_line on budgets.release (person_id, line_id, release_on);
select people.guard('budgets.release');
select record.cover('budgets.release');
grant select, insert on budgets.release to commonpurse_app;

-- A real account that holds this person's money.
create table budgets.account (
  person_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('own', 'card', 'managed', 'third-party')),
  name text not null,
  -- The agent or organisation whose account it is; their own and a card have none.
  holder_id uuid references organisations.organisation,
  sort_code text,
  account_number text,
  opened_on date not null,
  -- Whether this bank's references stay the same when a statement is fetched again: unknown until two overlap.
  references_stable boolean,
  closed_on date,
  primary key (person_id, id),
  constraint sort_code_is_six_digits check (sort_code ~ '^[0-9]{6}$'),
  constraint account_number_is_eight_digits check (account_number ~ '^[0-9]{8}$'),
  constraint held_by_somebody check ((holder_id is not null) = (kind in ('managed', 'third-party')))
);
select people.guard('budgets.account');
select record.cover('budgets.account');
grant select, insert, update on budgets.account to commonpurse_app;

-- Who holds, who employs: dated, so that moving a line keeps its history.
create table budgets.holding (
  person_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  way text not null check (way in ('notional', 'third-party', 'managed', 'direct')),
  account_id uuid,
  employer text not null check (employer in ('person', 'holder', 'agency', 'nobody')),
  from_on date not null,
  until_on date,
  primary key (person_id, id),
  foreign key (person_id, line_id) references budgets.line (person_id, id),
  foreign key (person_id, account_id) references budgets.account (person_id, id),
  constraint only_notional_has_no_account check ((account_id is null) = (way = 'notional')),
  -- In law a managed account is a direct payment: the person stays contractor and employer (domain.md 9A.1).
  constraint holder_employs_only_in_third_party check (employer <> 'holder' or way = 'third-party'),
  constraint holding_ends_after_it_starts check (until_on >= from_on)
);
create unique index held_one_way_at_a_time on budgets.holding (person_id, line_id) where until_on is null;
select people.guard('budgets.holding');
select record.cover('budgets.holding');
grant select, insert, update on budgets.holding to commonpurse_app;

-- Money set aside for something to pay: booked care, wages that a payroll bureau announced.
create table budgets.commitment (
  person_id uuid not null references people.person,
  id uuid not null,
  words text not null,
  payee_id uuid,
  set_aside_on date not null,
  due_on date,
  -- They said that they paid it; only a statement or a returned list says that it is paid.
  told_paid_on date,
  closed_on date,
  closed_how text check (closed_how in ('paid', 'released')),
  primary key (person_id, id),
  foreign key (person_id, payee_id) references plans.payee (person_id, id),
  constraint closed_somehow check (num_nonnulls(closed_on, closed_how) in (0, 2))
);
create index open_commitments on budgets.commitment (person_id, due_on) where closed_on is null;
select people.guard('budgets.commitment');
select record.cover('budgets.commitment');
grant select, insert, update on budgets.commitment to commonpurse_app;

create table budgets.commitment_part (
  person_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  line_id uuid not null,
  -- What is still set aside; what was spent or released is in the ledger.
  amount platform.pence not null,
  primary key (person_id, id),
  foreign key (person_id, commitment_id) references budgets.commitment (person_id, id),
  foreign key (person_id, line_id) references budgets.line (person_id, id),
  constraint part_not_below_nothing check (amount >= 0)
);
create index part_of_commitment on budgets.commitment_part (person_id, commitment_id);
select people.guard('budgets.commitment_part');
select record.cover('budgets.commitment_part');
grant select, insert, update on budgets.commitment_part to commonpurse_app;

-- A change to a running budget: what, why, from when, who was told when, who decided.
create table budgets.change (
  person_id uuid not null,
  id uuid not null,
  budget_id uuid not null,
  kind text not null check (kind in ('one-off', 'more', 'less', 'taken-back', 'held-differently', 'ended', 'carried-over')),
  amount platform.pence not null,
  reason text not null,
  told_on date not null,
  effective_on date not null,
  decided_by uuid not null,
  primary key (person_id, id),
  foreign key (person_id, budget_id) references budgets.budget (person_id, id)
);
create index change_of_budget on budgets.change (person_id, budget_id);
select people.guard('budgets.change');
select record.cover('budgets.change');
grant select, insert on budgets.change to commonpurse_app;
