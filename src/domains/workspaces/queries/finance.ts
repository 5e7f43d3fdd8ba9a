import { sql } from 'kysely'
import { z } from 'zod'
import type { Pence } from '../../../platform/money.ts'
import { query } from '../../../platform/query.ts'
import { visible } from '../../../platform/visibility.ts'

/** The sums of all purses that this viewer may see. */
export type FinanceTotals = {
  people: number
  inAccounts: Pence
  onItsWay: Pence
  promised: Pence
  released: Pence
  spent: Pence
  setAside: Pence
  unexplainedOut: Pence
  unexplainedIn: Pence
  byFunder: readonly { funder: string; promised: Pence }[]
  byCostCode: readonly { costCode: string; promised: Pence; released: Pence; spent: Pence }[]
}

export type WhatWaits = {
  runsToApprove: number
  importsWithProblems: number
  questions: number
  rechargesOpen: number
}

export const financeTotals = query({
  name: 'workspaces.finance-totals',
  input: z.object({}),
  allow: 'see finance',
  async read({ database, viewer, today }): Promise<FinanceTotals> {
    const sums = await sql<Omit<FinanceTotals, 'byFunder' | 'byCostCode' | 'released'>>`
      select count(distinct account.person_id)::int as people,
             coalesce(sum(account.balance) filter (where account.code like 'account:%'), 0)::bigint as "inAccounts",
             coalesce(sum(account.balance) filter (where account.code = 'in-transit'), 0)::bigint as "onItsWay",
             coalesce(sum(account.balance) filter (where account.code ~ '^(available|committed|spent|over-plan):'), 0)::bigint
               as promised,
             coalesce(sum(account.balance) filter (where account.code like 'spent:%'), 0)::bigint as spent,
             coalesce(sum(account.balance) filter (where account.code like 'committed:%'), 0)::bigint as "setAside",
             coalesce(sum(account.balance) filter (where account.code = 'unknown-out'), 0)::bigint as "unexplainedOut",
             (-coalesce(sum(account.balance) filter (where account.code = 'unknown-in'), 0))::bigint as "unexplainedIn"
      from ledger.account account
      where account.balance is not null and ${visible(viewer, 'account.person_id')}`.execute(database)
    const byFunder = await sql<FinanceTotals['byFunder'][number]>`
      select coalesce(funder.name, 'People themselves') as funder, sum(transfer.amount)::bigint as promised
      from ledger.transfer transfer
      join ledger.account source on source.person_id = transfer.person_id and source.no = transfer.from_no
      left join organisations.organisation funder on source.code = 'promise:' || funder.id
      where source.code like 'promise:%' and ${visible(viewer, 'transfer.person_id')}
      group by 1 order by 2 desc, 1`.execute(database)
    const byCostCode = await sql<FinanceTotals['byCostCode'][number]>`
      select coalesce(budget.cost_code, 'None') as "costCode", sum(held.promised)::bigint as promised,
             sum(held.released)::bigint as released, sum(held.spent)::bigint as spent
      from budgets.budget budget
      join budgets.line line on line.person_id = budget.person_id and line.budget_id = budget.id
      cross join lateral (
        select (select coalesce(sum(account.balance), 0) from ledger.account account
                where account.person_id = line.person_id
                  and account.code in ('available:' || line.id, 'committed:' || line.id, 'spent:' || line.id,
                                       'over-plan:' || line.id)) as promised,
               (select coalesce(sum(account.balance), 0) from ledger.account account
                where account.person_id = line.person_id and account.code = 'spent:' || line.id) as spent,
               (select coalesce(sum(release.amount), 0) from budgets.release release
                where release.person_id = line.person_id and release.line_id = line.id
                  and release.release_on <= ${today}) as released
      ) held
      where ${visible(viewer, 'budget.person_id')}
      group by 1 order by 1`.execute(database)
    const [totals] = sums.rows
    if (!totals) throw new Error('A sum has one row')
    const released = byCostCode.rows.reduce((all, row) => all + row.released, 0n) as Pence
    return { ...totals, released, byFunder: byFunder.rows, byCostCode: byCostCode.rows }
  },
})

export const whatWaits = query({
  name: 'workspaces.what-waits',
  input: z.object({}),
  allow: 'see finance',
  async read({ database, viewer }): Promise<WhatWaits> {
    const mine = [...viewer.grantees]
    const answer = await sql<WhatWaits>`
      select (select count(*)::int from payments.run run where run.state = 'prepared'
               and run.payer_id = any (${mine}::uuid[])) as "runsToApprove",
             (select count(*)::int from statements.import import
               where import.state in ('which-account', 'same-payments', 'refused')
                 and ${visible(viewer, 'import.person_id')}) as "importsWithProblems",
             (select count(*)::int from statements.question question where question.state <> 'answered'
               and ${visible(viewer, 'question.person_id')}) as questions,
             (select count(*)::int from payments.recharge recharge where recharge.approved_on is null
               and (recharge.payer_id = any (${mine}::uuid[]) or recharge.funder_id = any (${mine}::uuid[]))
               and ${visible(viewer, 'recharge.person_id')}) as "rechargesOpen"`.execute(database)
    const [waits] = answer.rows
    if (!waits) throw new Error('A count has one row')
    return waits
  },
})
