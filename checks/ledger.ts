import { sql } from 'kysely'
import { inPounds, law } from './law.ts'

/** Every transfer, with what its accounts are called. */
export const movedMoney = sql`
  select t.*, j.event, j.subject_id, source.code as from_code, target.code as to_code,
         split_part(source.code, ':', 1) as from_kind, split_part(source.code, ':', 2) as from_of,
         split_part(target.code, ':', 1) as to_kind, split_part(target.code, ':', 2) as to_of
  from ledger.transfer t
  join ledger.journal j on j.person_id = t.person_id and j.no = t.journal_no
  join ledger.account source on source.person_id = t.person_id and source.no = t.from_no
  join ledger.account target on target.person_id = t.person_id and target.no = t.to_no`

/** The books by themselves: true of any double-entry ledger of this kind. */
export const ledgerLaws = [
  law(
    'A kept balance is the sum of its transfers',
    sql`
      select format('purse %s: %s says %s, its transfers make %s', account.person_id, account.code,
                    ${inPounds('account.balance')}, ${inPounds('made.amount')}) as what
      from ledger.account account
      left join (
        select person_id, no, sum(amount) as amount from (
          select person_id, from_no as no, -amount as amount from ledger.transfer
          union all select person_id, to_no, amount from ledger.transfer) moved
        group by person_id, no
      ) made on made.person_id = account.person_id and made.no = account.no
      where account.balance is not null and account.balance <> coalesce(made.amount, 0)`,
  ),
  law(
    'A line’s available and set-aside money is never below nothing, and over-plan never above',
    sql`
      select format('purse %s: %s says %s', person_id, code, ${inPounds('balance')}) as what
      from ledger.account
      where (split_part(code, ':', 1) in ('available', 'committed', 'returned') and balance < 0)
         or (split_part(code, ':', 1) = 'over-plan' and balance > 0)`,
  ),
  law(
    'An account is of the book and floor of its kind, and keeps a balance as its kind does',
    sql`
      select format('purse %s: %s', account.person_id, account.code) as what
      from ledger.account account
      left join ledger.account_kind kind on kind.kind = split_part(account.code, ':', 1)
      where kind.kind is null or kind.book <> account.book or kind.floor is distinct from account.floor
         or kind.keeps_balance <> (account.balance is not null)`,
  ),
  law(
    'A transfer goes between two accounts of its own purse and book',
    sql`
      select format('purse %s: transfer %s of journal %s', t.person_id, t.n, t.journal_no) as what
      from ledger.transfer t
      left join ledger.account source on source.person_id = t.person_id and source.no = t.from_no and source.book = t.book
      left join ledger.account target on target.person_id = t.person_id and target.no = t.to_no and target.book = t.book
      where source.no is null or target.no is null`,
  ),
  law(
    'A transfer belongs to a journal, and counts on its day',
    sql`
      select format('purse %s: transfer %s of journal %s', t.person_id, t.n, t.journal_no) as what
      from ledger.transfer t
      left join ledger.journal j on j.person_id = t.person_id and j.no = t.journal_no
       and j.occurred_on = t.occurred_on and j.recorded_at = t.recorded_at
      where j.no is null`,
  ),
  law(
    'A journal’s digest fits its transfers',
    sql`
      select format('purse %s: journal %s (%s), %s', j.person_id, j.no, j.event, j.why) as what
      from ledger.journal j
      left join (
        select t.person_id, t.journal_no,
               string_agg(ledger.transfer_text(t.n, t.book, source.code, target.code, t.amount, r.journal_no, r.n),
                          ',' order by t.n) as texts
        from ledger.transfer t
        left join ledger.account source on source.person_id = t.person_id and source.no = t.from_no
        left join ledger.account target on target.person_id = t.person_id and target.no = t.to_no
        left join ledger.reversal r
          on r.person_id = t.person_id and r.by_journal_no = t.journal_no and r.by_n = t.n
        group by t.person_id, t.journal_no
      ) made on made.person_id = j.person_id and made.journal_no = j.no
      where made.texts is null or j.digest <> ledger.journal_digest(
        j.person_id, j.event, j.subject_id, j.occurred_on, j.recorded_at, j.why, made.texts)`,
  ),
  law(
    'A reversal mirrors exactly one transfer',
    sql`
      select format('purse %s: transfer %s of journal %s, reversed by %s of %s', r.person_id, r.n, r.journal_no,
                    r.by_n, r.by_journal_no) as what
      from ledger.reversal r
      left join ledger.transfer was on was.person_id = r.person_id and was.journal_no = r.journal_no and was.n = r.n
      left join ledger.transfer back
        on back.person_id = r.person_id and back.journal_no = r.by_journal_no and back.n = r.by_n
       and back.from_no = was.to_no and back.to_no = was.from_no and back.amount = was.amount and back.book = was.book
      where back.n is null
      union all
      select format('purse %s: transfer %s of journal %s mirrors several', person_id, by_n, by_journal_no)
      from ledger.reversal group by person_id, by_journal_no, by_n having count(*) > 1`,
  ),
  law(
    'A purse has every account that is numbered in it, and is opened',
    sql`
      select format('purse %s', account.person_id) as what
      from ledger.account account left join ledger.purse purse on purse.person_id = account.person_id
      group by account.person_id, purse.person_id
      having purse.person_id is null or max(account.no) <> count(*) or min(account.no) <> 1`,
  ),
]
