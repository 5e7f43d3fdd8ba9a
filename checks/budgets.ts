import { sql } from 'kysely'
import { movedMoney } from './ledger.ts'
import { inPounds, law } from './law.ts'

/** What was promised, set aside and spent, held against what was agreed. */
export const budgetLaws = [
  law(
    'What a line was promised, less what was returned, is what it has available, set aside, spent and over plan',
    sql`
      with given as (
        select person_id, to_of as line, sum(amount) as amount from (${movedMoney}) moved
        where from_kind = 'promise' or event = 'carried-over' group by 1, 2
      ), taken as (
        select person_id, from_of as line, sum(amount) as amount from (${movedMoney}) moved
        where to_kind = 'promise' or event = 'carried-over' group by 1, 2
      ), has as (
        select person_id, split_part(code, ':', 2) as line, sum(balance) as amount from ledger.account
        where split_part(code, ':', 1) in ('available', 'committed', 'spent', 'over-plan', 'returned') group by 1, 2
      )
      select format('purse %s: line %s was promised %s and has %s', has.person_id, has.line,
                    ${inPounds('coalesce(given.amount, 0) - coalesce(taken.amount, 0)')}, ${inPounds('has.amount')}) as what
      from has
      left join given on given.person_id = has.person_id and given.line = has.line
      left join taken on taken.person_id = has.person_id and taken.line = has.line
      where has.amount <> coalesce(given.amount, 0) - coalesce(taken.amount, 0)`,
  ),
  law(
    'A line’s money stays that line’s, but for what is carried over to the same line of the next budget',
    sql`
      select format('purse %s: journal %s, %s to %s', m.person_id, m.journal_no, m.from_code, m.to_code) as what
      from (${movedMoney}) m
      left join budgets.line source on source.person_id = m.person_id and source.id::text = m.from_of
      left join budgets.line target on target.person_id = m.person_id and target.id::text = m.to_of
      where m.book = 'purpose' and m.from_of <> m.to_of
        and not (m.from_kind = 'promise' and m.to_kind = 'available')
        and not (m.event = 'carried-over' and source.plan_line_id = target.plan_line_id)`,
  ),
  law(
    'Money is promised by those who fund the line, and by the person where they contribute',
    sql`
      select format('purse %s: journal %s, %s to %s', m.person_id, m.journal_no, m.from_code, m.to_code) as what
      from (${movedMoney}) m
      join budgets.line line on line.person_id = m.person_id and line.id::text = m.to_of
      where m.from_kind = 'promise'
        and not exists (select 1 from budgets.funding funding where funding.person_id = m.person_id
                          and funding.line_id = line.id and funding.funder_id::text = m.from_of)
        and not (m.from_of = 'own' and exists (
          select 1 from budgets.contribution own where own.person_id = m.person_id and own.budget_id = line.budget_id))`,
  ),
  law(
    'A line was awarded what its budget says',
    sql`
      select format('line %s of purse %s was awarded %s, its budget says %s', line.id, line.person_id,
                    ${inPounds('booked.amount')}, ${inPounds('line.awarded')}) as what
      from budgets.line line
      left join (
        select person_id, to_of, sum(amount) as amount from (${movedMoney}) moved where event = 'award' group by 1, 2
      ) booked on booked.person_id = line.person_id and booked.to_of = line.id::text
      where booked.amount is distinct from line.awarded`,
  ),
  law(
    'What is released of a line in the end is what was promised to it, less what was returned',
    sql`
      with booked as (
        select person_id, line, sum(amount) as amount from (
          select person_id, to_of as line, amount from (${movedMoney}) moved
          where from_kind = 'promise' or event = 'carried-over'
          union all
          select person_id, from_of, -amount from (${movedMoney}) moved
          where to_kind = 'returned' or event = 'carried-over') each
        group by 1, 2
      ), released as (
        select person_id, line_id::text as line, sum(amount) as amount from budgets.release group by 1, 2
      )
      select format('line %s of purse %s: %s may be used, %s is promised', line, person_id,
                    ${inPounds('released.amount')}, ${inPounds('booked.amount')}) as what
      from booked full join released using (person_id, line)
      where coalesce(booked.amount, 0) <> coalesce(released.amount, 0)`,
  ),
  law(
    'What is set aside of a line is what its commitments still wait to pay',
    sql`
      select format('line %s of purse %s: %s is set aside, commitments say %s', line, person_id,
                    ${inPounds('booked.amount')}, ${inPounds('waiting.amount')}) as what
      from (
        select person_id, split_part(code, ':', 2) as line, balance as amount from ledger.account
        where split_part(code, ':', 1) = 'committed'
      ) booked
      full join (
        select person_id, line_id::text as line, sum(amount) as amount from budgets.commitment_part group by 1, 2
      ) waiting using (person_id, line)
      where coalesce(booked.amount, 0) <> coalesce(waiting.amount, 0)`,
  ),
  law(
    'A commitment is closed when nothing of it is left, and only then',
    sql`
      select format('commitment %s of purse %s', commitment.id, commitment.person_id) as what
      from budgets.commitment commitment
      left join budgets.commitment_part part
        on part.person_id = commitment.person_id and part.commitment_id = commitment.id
      group by commitment.person_id, commitment.id
      having (coalesce(sum(part.amount), 0) = 0) <> (commitment.closed_on is not null)`,
  ),
  law(
    'A line’s funders share the whole of it on each day',
    sql`
      select format('line %s of purse %s on %s: %s of 10,000 parts', day.line_id, day.person_id, day.from_on,
                    sum(share.parts)) as what
      from (select distinct person_id, line_id, from_on from budgets.funding) day
      join budgets.funding share on share.person_id = day.person_id and share.line_id = day.line_id
       and share.from_on <= day.from_on and (share.until_on is null or share.until_on > day.from_on)
      group by day.person_id, day.line_id, day.from_on having sum(share.parts) <> 10000`,
  ),
  law(
    'The NHS alone pays for Continuing Healthcare, and nobody contributes to it',
    sql`
      select format('budget %s of purse %s', budget.id, budget.person_id) as what
      from budgets.budget budget
      where budget.basis in ('chc', 'fast-track') and (
        exists (select 1 from budgets.contribution own
                where own.person_id = budget.person_id and own.budget_id = budget.id)
        or exists (select 1 from budgets.line line
                   join budgets.funding funding on funding.person_id = line.person_id and funding.line_id = line.id
                   join organisations.organisation funder on funder.id = funding.funder_id
                   where line.person_id = budget.person_id and line.budget_id = budget.id and funder.kind <> 'icb'))`,
  ),
  law(
    'A line is held one way on each day, from the day its budget starts',
    sql`
      select format('line %s of purse %s', line.id, line.person_id) as what
      from budgets.line line
      join budgets.budget budget on budget.person_id = line.person_id and budget.id = line.budget_id
      left join lateral (
        select array_agg(held.from_on order by held.from_on, held.until_on nulls last) as froms,
               array_agg(held.until_on order by held.from_on, held.until_on nulls last) as untils
        from budgets.holding held where held.person_id = line.person_id and held.line_id = line.id
      ) spell on true
      where spell.froms is null or spell.froms[1] > budget.starts_on
         or spell.untils[cardinality(spell.untils)] is not null
         or spell.froms[2:] is distinct from spell.untils[:cardinality(spell.untils) - 1]`,
  ),
]
