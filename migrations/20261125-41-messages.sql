-- Messages to be sent, written in the transaction that causes them. Whom and which words, never what it is about:
-- what a message says of anybody is seen only after signing in.
create table platform.message (
  id uuid primary key,
  -- E-mail now. Texts and letters are sent by others than the sender of e-mail.
  channel text not null check (channel = 'email'),
  to_user_id uuid not null,
  says text not null check (says = 'new-task'),
  asked_at timestamptz not null,
  -- By the machine's clock: other people's servers know no other.
  try_at timestamptz not null,
  attempts int not null default 0,
  -- A code, never the server's words: they name the address.
  failed_because text,
  sent_at timestamptz,
  given_up_at timestamptz,
  constraint sent_or_given_up check (num_nonnulls(sent_at, given_up_at) <= 1)
);
create index message_due on platform.message (try_at) where sent_at is null and given_up_at is null;
grant select, insert on platform.message to commonpurse_app;
