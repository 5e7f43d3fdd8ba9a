import { sql } from 'kysely'
import { movedMoney } from './ledger.ts'
import { inPounds, law } from './law.ts'

/** What was paid out and recharged, held against what was due. */
export const paymentLaws = [
  law(
    'Nobody is paid more than was ever released, less what they contribute themselves',
    sql`
      with paid as (
        select person_id, budget_id, sum(amount) as amount, max(due_on) as up_to from payments.payment
        where account_id is not null and state not in ('failed', 'cancelled') group by 1, 2
      )
      select format('budget %s of purse %s: %s paid, %s released up to %s', paid.budget_id, paid.person_id,
                    ${inPounds('paid.amount')}, ${inPounds('released.amount - own.amount')}, paid.up_to) as what
      from paid
      cross join lateral (
        select coalesce(sum(release.amount), 0) as amount from budgets.line line
        join budgets.release release on release.person_id = line.person_id and release.line_id = line.id
        where line.person_id = paid.person_id and line.budget_id = paid.budget_id
          and release.why <> 'carried-over' and release.amount > 0 and release.release_on <= paid.up_to
      ) released
      cross join lateral (
        select coalesce(sum(due.amount), 0) as amount from budgets.contribution_due due
        where due.person_id = paid.person_id and due.budget_id = paid.budget_id and due.due_on <= paid.up_to
      ) own
      where paid.amount > released.amount - own.amount`,
  ),
  law(
    'A payee is paid no more than was set aside for it',
    sql`
      select format('payment %s of purse %s: %s paid, %s set aside', payment.id, payment.person_id,
                    ${inPounds('payment.amount')}, ${inPounds('kept.amount')}) as what
      from payments.payment payment
      cross join lateral (
        select coalesce(sum(amount), 0) as amount from (${movedMoney}) moved
        where moved.person_id = payment.person_id and moved.event = 'set-aside'
          and moved.subject_id = payment.commitment_id
      ) kept
      where payment.commitment_id is not null and payment.state not in ('failed', 'cancelled')
        and payment.amount > kept.amount`,
  ),
  law(
    'A payment that was sent is in the books with its amount, and one that was not is not',
    sql`
      select format('payment %s of purse %s (%s), %s', payment.id, payment.person_id, payment.state,
                    ${inPounds('payment.amount')}) as what
      from payments.payment payment
      left join lateral (
        select sum(amount) filter (where event = 'payment-sent' and from_kind = 'payer' and to_kind = 'in-transit') as sent,
               sum(amount) filter (where event = 'payment-failed' and from_kind = 'in-transit') as failed
        from (${movedMoney}) moved
        where moved.person_id = payment.person_id and moved.subject_id = payment.id
          and moved.event in ('payment-sent', 'payment-failed')
      ) booked on true
      where booked.sent is distinct from
              case when payment.state in ('sent', 'arrived', 'failed') then payment.amount end
         or booked.failed is distinct from case when payment.state = 'failed' then payment.amount end`,
  ),
  law(
    'A run is the sum of its payments, paid to details that a second person confirmed',
    sql`
      select format('run %s of %s: %s payments, %s', run.id, run.pay_on, run.payments, ${inPounds('run.total')}) as what
      from payments.run run
      left join lateral (
        select count(*) as payments, coalesce(sum(payment.amount), 0) as total,
               bool_and(details.confirmed_at is not null) as confirmed,
               bool_and(budget.payer_id = run.payer_id) as own_budgets
        from payments.payment payment
        left join payments.details details
          on details.person_id = payment.person_id and details.id = payment.details_id
        left join budgets.budget budget
          on budget.person_id = payment.person_id and budget.id = payment.budget_id
        where payment.run_id = run.id
      ) made on true
      where made.payments <> run.payments or made.total <> run.total
         or not coalesce(made.confirmed, true) or not coalesce(made.own_budgets, true)`,
  ),
  law(
    'A run that was sent has sent, failed or seen each of its payments',
    sql`
      select format('run %s (%s): payment %s of purse %s is %s', run.id, run.state, payment.id, payment.person_id,
                    payment.state) as what
      from payments.run run join payments.payment payment on payment.run_id = run.id
      where payment.state <> all (case run.state
        when 'prepared' then array['prepared']
        when 'approved' then array['prepared', 'sent', 'arrived', 'failed']
        when 'sent' then array['sent', 'arrived', 'failed']
        else array['cancelled'] end)`,
  ),
  law(
    'What is on its way is what was sent and not seen, and what moves between accounts',
    sql`
      with sent as (
        select person_id, sum(amount) as amount from payments.payment where state = 'sent' group by 1
      ), seen as (
        select line.person_id, sum(-line.amount) as amount
        from statements.match match
        join statements.statement_line line
          on line.person_id = match.person_id and line.id = match.statement_line_id
        where (match.kind = 'moved' or (match.kind = 'payment' and match.payment_id is null))
          and not exists (select 1 from statements.undone undone
                          where undone.person_id = match.person_id and undone.match_id = match.id)
        group by 1
      ), taken as (
        -- A payee of the NHS's has it: gone from the way, and the payment stands as arrived.
        select payment.person_id, sum(payment.amount) - sum(coalesce(booked.amount, 0)) as amount
        from payments.payment payment
        left join lateral (
          select sum(amount) as amount from (${movedMoney}) moved
          where moved.person_id = payment.person_id and moved.event = 'payment-taken' and moved.subject_id = payment.id
            and moved.from_kind = 'in-transit'
        ) booked on true
        where payment.commitment_id is not null and payment.state = 'arrived' group by 1
      )
      select format('purse %s: %s is on its way, payments and moves say %s', account.person_id,
                    ${inPounds('account.balance')},
                    ${inPounds('coalesce(sent.amount, 0) + coalesce(seen.amount, 0) + coalesce(taken.amount, 0)')}) as what
      from ledger.account account
      left join sent on sent.person_id = account.person_id
      left join seen on seen.person_id = account.person_id
      left join taken on taken.person_id = account.person_id
      where account.code = 'in-transit'
        and account.balance <> coalesce(sent.amount, 0) + coalesce(seen.amount, 0) + coalesce(taken.amount, 0)`,
  ),
  law(
    'A recharge is in the books once it is approved, with its amount, and not before',
    sql`
      select format('recharge %s of purse %s: %s', recharge.id, recharge.person_id, ${inPounds('recharge.amount')}) as what
      from payments.recharge recharge
      left join lateral (
        select sum(amount) as amount from (${movedMoney}) moved
        where moved.person_id = recharge.person_id and moved.event = 'recharged' and moved.subject_id = recharge.id
          and moved.from_code = 'payer:' || recharge.funder_id and moved.to_code = 'payer:' || recharge.payer_id
      ) booked on true
      where booked.amount is distinct from case when recharge.approved_on is not null then recharge.amount end`,
  ),
  law(
    'No funder is charged more than its part of what was released',
    sql`
      with charged as (
        select person_id, budget_id, funder_id, sum(amount) as amount, max(due_on) as up_to from payments.recharge
        group by 1, 2, 3
      )
      select format('budget %s of purse %s: funder %s is charged %s of %s', charged.budget_id, charged.person_id,
                    charged.funder_id, ${inPounds('charged.amount')}, ${inPounds('part.amount')}) as what
      from charged
      cross join lateral (
        -- To the penny of each line: largest remainders give a part at most one penny more than its share.
        select coalesce(sum(ceil(released.amount * funding.parts / 10000.0)), 0)::bigint as amount
        from budgets.line line
        join lateral (
          select sum(release.amount) as amount from budgets.release release
          where release.person_id = line.person_id and release.line_id = line.id
            and release.why <> 'carried-over' and release.amount > 0 and release.release_on <= charged.up_to
        ) released on true
        join lateral (
          select max(parts) as parts from budgets.funding funding
          where funding.person_id = line.person_id and funding.line_id = line.id
            and funding.funder_id = charged.funder_id
        ) funding on true
        where line.person_id = charged.person_id and line.budget_id = charged.budget_id
      ) part
      where charged.amount > part.amount`,
  ),
]
