import { sql } from 'kysely'
import type { Viewer } from '../../platform/actor.ts'
import type { Database } from '../../platform/database.ts'
import type { Day } from '../../platform/day.ts'
import type { Id } from '../../platform/id.ts'
import { nothing, plus } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import { visible } from '../../platform/visibility.ts'
import { available, committed, overPlan, spent } from './account.ts'
import type { AccountCode } from './account.ts'
import type { LineMoney } from './journal.ts'
import { toBalances } from './store.ts'
import type { Balances } from './store.ts'

/** Of these files together (they are one person), as everything recorded so far makes them. */
export async function balancesNow(
  database: Database,
  viewer: Viewer,
  files: readonly Id<'person'>[],
): Promise<Balances> {
  const rows = await database
    .selectFrom('ledger.account as account')
    .select(['account.code', (of) => of.fn.sum<string>('account.balance').as('total')])
    .where('account.person_id', 'in', files)
    .where('account.balance', 'is not', null)
    .where(visible(viewer, 'account.person_id'))
    .groupBy('account.code')
    .execute()
  return toBalances(rows.map((row) => ({ code: row.code, balance: BigInt(row.total) as Pence })))
}

/** The same at the end of a day, by the day that each event counts. Controls are here too, as sums. */
export async function balancesOn(
  database: Database,
  viewer: Viewer,
  files: readonly Id<'person'>[],
  on: Day,
): Promise<Balances> {
  const answer = await sql<{ code: AccountCode; balance: string }>`
    select account.code, sum(moved.amount)::text as balance
    from (
      select person_id, from_no as no, -amount as amount from ledger.transfer
      where person_id = any (${[...files]}::uuid[]) and occurred_on <= ${on}
      union all
      select person_id, to_no, amount from ledger.transfer
      where person_id = any (${[...files]}::uuid[]) and occurred_on <= ${on}
    ) moved
    join ledger.account account on account.person_id = moved.person_id and account.no = moved.no
    where ${visible(viewer, 'account.person_id')}
    group by account.code`.execute(database)
  return toBalances(answer.rows.map((row) => ({ code: row.code, balance: BigInt(row.balance) as Pence })))
}

export function balanceOf(balances: Balances, code: AccountCode): Pence {
  return balances.get(code) ?? nothing
}

export function lineMoney(balances: Balances, line: Id<'line'>): LineMoney {
  return {
    available: balanceOf(balances, available(line)),
    committed: balanceOf(balances, committed(line)),
    spent: balanceOf(balances, spent(line)),
    overPlan: balanceOf(balances, overPlan(line)),
  }
}

/** The balances as they would be after these transfers; for deciding several things in one transaction. */
export function after(
  balances: Balances,
  transfers: Iterable<{ from: AccountCode; to: AccountCode; amount: Pence }>,
): Balances {
  const moved = new Map(balances)
  for (const { from, to, amount } of transfers) {
    moved.set(from, plus(moved.get(from) ?? nothing, -amount))
    moved.set(to, plus(moved.get(to) ?? nothing, amount))
  }
  return moved
}
