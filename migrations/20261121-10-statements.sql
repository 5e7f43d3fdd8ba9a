-- Bank statements in: staged, applied in one transaction, matched to what was agreed, asked about.
create schema statements;
grant usage on schema statements to commonpurse_app;

create table statements.import (
  person_id uuid not null references people.person,
  id uuid not null,
  account_id uuid,
  -- Absent where it was typed in.
  upload_id uuid references platform.upload,
  started_by uuid not null,
  started_at timestamptz not null,
  state text not null check (state in ('reading', 'which-account', 'same-payments', 'applied', 'refused')),
  format text,
  -- Why it was refused: a name and facts, never what a payment was for.
  problem text,
  problem_facts jsonb,
  opening platform.pence,
  closing platform.pence,
  from_on date,
  to_on date,
  -- Whether the file's own balances prove it whole; and how far its last balance is from our books' on that day.
  proven boolean,
  off_our_books platform.pence,
  lines int,
  added int,
  known_already int,
  -- How the file was read: which statements of it, in which order. Kept while somebody must be asked.
  reading jsonb,
  matched int,
  asked int,
  not_booked int,
  applied_at timestamptz,
  primary key (person_id, id),
  foreign key (person_id, account_id) references budgets.account (person_id, id),
  constraint refused_for_a_reason check ((problem is not null) = (state = 'refused')),
  constraint applied_whole check ((applied_at is not null) = (state = 'applied'))
);
create index import_of_account on statements.import (person_id, account_id, to_on);
create index import_waiting on statements.import (state) where state not in ('applied', 'refused');
select people.guard('statements.import');
select record.cover('statements.import');
grant select, insert, update on statements.import to commonpurse_app;

-- What was read and not applied yet. Not logged: after a crash the file is read again.
create unlogged table statements.staged_line (
  person_id uuid not null,
  import_id uuid not null,
  no int not null,
  -- Which of the file's statements, from 0.
  statement int not null,
  place int not null,
  booked_on date not null,
  amount platform.pence not null,
  payee text not null,
  text text not null,
  reference text,
  bank_reference text,
  kind text,
  primary key (import_id, no)
);
select people.guard('statements.staged_line');
grant select, insert, delete on statements.staged_line to commonpurse_app;

-- What the bank said. Facts: only ever added to.
create table statements.statement_line (
  person_id uuid not null,
  id uuid not null,
  no bigint not null generated always as identity,
  entry_id uuid not null,
  account_id uuid not null,
  import_id uuid not null,
  place int not null,
  booked_on date not null,
  -- In is above nothing, out is below.
  amount platform.pence not null,
  payee text not null,
  text text not null,
  reference text,
  bank_reference text,
  kind text,
  format text not null,
  primary key (person_id, id)
);
create index line_of_account on statements.statement_line (person_id, account_id, booked_on);
select people.guard('statements.statement_line');
select record.cover_many('statements.statement_line');
grant select, insert on statements.statement_line to commonpurse_app;
grant usage on sequence statements.statement_line_no_seq to commonpurse_app;

-- What a line was for. Undone ones stay, and say so in statements.undone.
create table statements.match (
  person_id uuid not null,
  id uuid not null,
  no bigint not null generated always as identity,
  entry_id uuid not null,
  statement_line_id uuid not null,
  kind text not null,
  how text not null check (how in ('certain', 'answer')),
  -- What it was in few words, and why we think so: for the person to read.
  what text not null,
  reason text not null,
  payee_id uuid,
  -- [{"line": budget line, "amount": pence as text}]
  parts jsonb not null,
  commitment_id uuid,
  payment_id uuid,
  contribution_due_id uuid,
  primary key (person_id, id)
);
create index match_of_line on statements.match (person_id, statement_line_id);
select people.guard('statements.match');
select record.cover_many('statements.match');
grant select, insert on statements.match to commonpurse_app;
grant usage on sequence statements.match_no_seq to commonpurse_app;

create table statements.undone (
  person_id uuid not null,
  match_id uuid not null,
  no bigint not null generated always as identity,
  entry_id uuid not null,
  constraint undone_once primary key (person_id, match_id)
);
select people.guard('statements.undone');
select record.cover_many('statements.undone');
grant select, insert on statements.undone to commonpurse_app;
grant usage on sequence statements.undone_no_seq to commonpurse_app;

-- One friendly question, for one payment or several of the same payee.
create table statements.question (
  person_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  -- The payee as we compare it.
  payee_key text not null,
  guess_plan_line_id uuid,
  guess_commitment_id uuid,
  guess_kind text,
  guess_why text,
  state text not null check (state in ('open', 'handed-over', 'answered')),
  asked_on date not null,
  primary key (person_id, id),
  foreign key (person_id, account_id) references budgets.account (person_id, id)
);
create index question_open on statements.question (person_id, asked_on) where state <> 'answered';
select people.guard('statements.question');
select record.cover('statements.question');
grant select, insert, update on statements.question to commonpurse_app;

-- The lines that wait for an answer.
create table statements.unexplained (
  person_id uuid not null,
  id uuid not null,
  statement_line_id uuid not null,
  question_id uuid not null,
  settled boolean not null default false,
  primary key (person_id, id),
  foreign key (person_id, question_id) references statements.question (person_id, id)
);
create index waits_for_question on statements.unexplained (person_id, question_id) where not settled;
select people.guard('statements.unexplained');
select record.cover('statements.unexplained');
grant select, insert, update on statements.unexplained to commonpurse_app;

-- What we have learned of a payee, for this person alone.
create table statements.known_payee (
  person_id uuid not null,
  id uuid not null,
  payee_key text not null,
  payee_id uuid not null,
  plan_line_id uuid,
  -- They said "yes, always".
  always boolean not null,
  times int not null,
  least platform.pence not null,
  most platform.pence not null,
  last_on date not null,
  primary key (person_id, id),
  constraint known_once unique (person_id, payee_key),
  foreign key (person_id, payee_id) references plans.payee (person_id, id),
  foreign key (person_id, plan_line_id) references plans.plan_line (person_id, id)
);
select people.guard('statements.known_payee');
select record.cover('statements.known_payee');
grant select, insert, update on statements.known_payee to commonpurse_app;
