-- Everything that needs someone, with an end.
create schema tasks;
grant usage on schema tasks to commonpurse_app;

create table tasks.task (
  person_id uuid not null references people.person,
  id uuid not null,
  kind text not null check (kind in (
    'nobody-came', 'need-help', 'payment-failed', 'in-hospital', 'line-overspent', 'contribution-missing',
    'wants-to-hold-differently', 'question-handed-over', 'statement-missing')),
  -- Whose members should act; and whom of them we told, where there is somebody named.
  organisation_id uuid not null references organisations.organisation,
  user_id uuid references accounts."user",
  -- The line, question, import … that it is about.
  about_id uuid,
  -- Why it is here, in sentences, a line each.
  words text not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  due_on date not null,
  closed_at timestamptz,
  closed_by uuid,
  closed_with text,
  primary key (person_id, id),
  constraint closed_whole check (num_nonnulls(closed_at, closed_by, closed_with) in (0, 3))
);
create unique index one_open_task_for_one_thing on tasks.task (person_id, kind, about_id) nulls not distinct
  where closed_at is null;
create index open_tasks_of_organisation on tasks.task (organisation_id, due_on) where closed_at is null;
select people.guard('tasks.task');
select record.cover('tasks.task');
grant select, insert, update on tasks.task to commonpurse_app;
