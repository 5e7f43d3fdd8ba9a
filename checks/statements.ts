import { sql } from 'kysely'
import { movedMoney } from './ledger.ts'
import { inPounds, law } from './law.ts'

/** What a line was, as far as anybody has said: matches that were not taken back. */
const liveMatches = sql`
  select match.*, line.amount, line.account_id from statements.match match
  join statements.statement_line line on line.person_id = match.person_id and line.id = match.statement_line_id
  where not exists (select 1 from statements.undone undone
                    where undone.person_id = match.person_id and undone.match_id = match.id)`

/** What banks said happened, held against the books. */
export const statementLaws = [
  law(
    'What was spent on lines is what reached payees, refunds taken off, in each journal',
    sql`
      select format('purse %s: journal %s (%s), %s spent, %s reached payees', person_id, journal_no, event,
                    ${inPounds('spent')}, ${inPounds('reached')}) as what
      from (
        select person_id, journal_no, event,
               coalesce(sum(amount) filter (where to_kind = 'spent'), 0)
                 - coalesce(sum(amount) filter (where from_kind = 'spent'), 0) as spent,
               coalesce(sum(amount) filter (where to_kind = 'payee'), 0)
                 - coalesce(sum(amount) filter (where from_kind = 'payee'), 0) as reached
        from (${movedMoney}) moved group by 1, 2, 3
      ) each where spent <> reached`,
  ),
  law(
    'An account has what was in it when we began and what its bank lines brought and took',
    sql`
      with began as (
        select person_id, case when to_kind = 'account' then to_of else from_of end as account,
               sum(case when to_kind = 'account' then amount else -amount end) as amount
        from (${movedMoney}) moved where event = 'opening-balance' group by 1, 2
      ), lines as (
        select person_id, account_id::text as account, sum(amount) as amount from statements.statement_line group by 1, 2
      ), booked as (
        select person_id, split_part(code, ':', 2) as account, balance from ledger.account
        where split_part(code, ':', 1) = 'account'
      )
      select format('account %s of purse %s: the books say %s, its bank lines make %s', account, person_id,
                    ${inPounds('booked.balance')}, ${inPounds('coalesce(began.amount, 0) + coalesce(lines.amount, 0)')}) as what
      from booked full join lines using (person_id, account) full join began using (person_id, account)
      where coalesce(booked.balance, 0) <> coalesce(began.amount, 0) + coalesce(lines.amount, 0)`,
  ),
  law(
    'A bank line is in the books once, with its amount',
    sql`
      select format('purse %s: bank line %s', person_id, id) as what
      from (select person_id, id, account_id::text as account, amount from statements.statement_line where amount <> 0) line
      full join (
        select person_id, subject_id as id, account, sum(amount) as amount from (
          select person_id, subject_id, to_of as account, amount from (${movedMoney}) moved
          where event = 'statement-line' and to_kind = 'account'
          union all
          select person_id, subject_id, from_of, -amount from (${movedMoney}) moved
          where event = 'statement-line' and from_kind = 'account') each
        group by 1, 2, 3
      ) booked using (person_id, id, account)
      where line.amount is distinct from booked.amount`,
  ),
  law(
    'A bank line is explained once, or asked about',
    sql`
      select format('purse %s: bank line %s has %s explanations and is asked about %s times', line.person_id, line.id,
                    said.times, asked.times) as what
      from statements.statement_line line
      left join (select person_id, statement_line_id, count(*) as times from (${liveMatches}) live group by 1, 2) said
        on said.person_id = line.person_id and said.statement_line_id = line.id
      left join (
        select person_id, statement_line_id, count(*) as times from statements.unexplained where not settled group by 1, 2
      ) asked on asked.person_id = line.person_id and asked.statement_line_id = line.id
      where coalesce(said.times, 0) + coalesce(asked.times, 0) <> case when line.amount = 0 then 0 else 1 end`,
  ),
  law(
    'What nobody can explain yet is what we ask about',
    sql`
      select format('purse %s: %s out and %s in is not explained, questions are about %s out and %s in', person_id,
                    ${inPounds('booked.money_out')}, ${inPounds('booked.money_in')},
                    ${inPounds('asked.money_out')}, ${inPounds('asked.money_in')}) as what
      from (
        select person_id, coalesce(sum(balance) filter (where code = 'unknown-out'), 0) as money_out,
               -coalesce(sum(balance) filter (where code = 'unknown-in'), 0) as money_in
        from ledger.account where code in ('unknown-out', 'unknown-in') group by 1
      ) booked
      full join (
        select line.person_id, -coalesce(sum(line.amount) filter (where line.amount < 0), 0) as money_out,
               coalesce(sum(line.amount) filter (where line.amount > 0), 0) as money_in
        from statements.unexplained waiting
        join statements.statement_line line
          on line.person_id = waiting.person_id and line.id = waiting.statement_line_id
        where not waiting.settled group by 1
      ) asked using (person_id)
      where (coalesce(booked.money_out, 0), coalesce(booked.money_in, 0))
         <> (coalesce(asked.money_out, 0), coalesce(asked.money_in, 0))`,
  ),
  law(
    'An answered question has nothing that waits, and an open one has',
    sql`
      select format('question %s of purse %s (%s)', question.id, question.person_id, question.state) as what
      from statements.question question
      where (question.state = 'answered') = exists (
        select 1 from statements.unexplained waiting
        where waiting.person_id = question.person_id and waiting.question_id = question.id and not waiting.settled)`,
  ),
  law(
    'What is said of a bank line adds up to it',
    sql`
      select format('purse %s: match %s (%s)', live.person_id, live.id, live.kind) as what
      from (${liveMatches}) live
      cross join lateral (
        select coalesce(sum((part ->> 'amount')::bigint), 0) as amount from jsonb_array_elements(live.parts) part
      ) parts
      where parts.amount <> case when live.kind in ('spent', 'set-aside', 'refund') then abs(live.amount) else 0 end`,
  ),
  law(
    'What is owed back is what was said to be theirs, less what came back',
    sql`
      select format('purse %s: %s is owed back, answers say %s', person_id, ${inPounds('booked.balance')},
                    ${inPounds('said.amount')}) as what
      from (select person_id, balance from ledger.account where code = 'owed-by-person') booked
      full join (
        select person_id, sum(-amount) as amount from (${liveMatches}) live where kind in ('mine', 'paid-back') group by 1
      ) said using (person_id)
      where coalesce(booked.balance, 0) <> coalesce(said.amount, 0)`,
  ),
  law(
    'A statement that was taken in has all the lines that it says, and one that was not has none',
    sql`
      select format('import %s of purse %s (%s): %s added, %s kept', import.id, import.person_id, import.state,
                    coalesce(import.added, 0), coalesce(kept.lines, 0)) as what
      from statements.import import
      left join (
        select person_id, import_id, count(*) as lines from statements.statement_line group by 1, 2
      ) kept on kept.person_id = import.person_id and kept.import_id = import.id
      where coalesce(kept.lines, 0) <> case when import.state = 'applied' then import.added else 0 end
      union all
      select format('import %s is gone, %s lines of it are kept', kept.import_id, count(*))
      from statements.statement_line kept
      where not exists (select 1 from statements.import import
                        where import.person_id = kept.person_id and import.id = kept.import_id)
      group by kept.import_id`,
  ),
]
