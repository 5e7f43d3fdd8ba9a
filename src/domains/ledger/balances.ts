import { sql } from 'kysely'
import type { Viewer } from '../../platform/actor.ts'
import type { Database } from '../../platform/database.ts'
import type { Day, Days } from '../../platform/day.ts'
import type { Id } from '../../platform/id.ts'
import { minus, nothing, pence, plus } from '../../platform/money.ts'
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
  return toBalances(rows.map((row) => ({ code: row.code, balance: pence(BigInt(row.total)) })))
}

/**
 * The same at the end of a day, by the day that each event counts: what is kept, less what counts later, so that
 * the cost does not grow with the years.
 */
export async function balancesOn(
  database: Database,
  viewer: Viewer,
  files: readonly Id<'person'>[],
  on: Day,
): Promise<Balances> {
  const people = [...files]
  const answer = await sql<{ code: AccountCode; balance: bigint }>`
    select account.code, sum(account.balance - coalesce(later.amount, 0))::bigint as balance
    from ledger.account account
    left join (
      select moved.person_id, moved.no, sum(moved.amount) as amount
      from ledger.transfer transfer
      cross join lateral (values (transfer.person_id, transfer.from_no, -transfer.amount),
                                 (transfer.person_id, transfer.to_no, transfer.amount)) moved (person_id, no, amount)
      where transfer.person_id = any (${people}::uuid[]) and transfer.occurred_on > ${on}
      group by moved.person_id, moved.no
    ) later on later.person_id = account.person_id and later.no = account.no
    where account.person_id = any (${people}::uuid[]) and account.balance is not null
      and ${visible(viewer, 'account.person_id')}
    group by account.code`.execute(database)
  return toBalances(answer.rows.map((row) => ({ code: row.code, balance: pence(row.balance) })))
}

/** How much each account (controls too) gained or lost by what counts on these days. */
export async function changesIn(
  database: Database,
  viewer: Viewer,
  files: readonly Id<'person'>[],
  days: Days,
): Promise<Balances> {
  const answer = await sql<{ code: AccountCode; change: bigint }>`
    select account.code, sum(moved.amount)::bigint as change
    from ledger.transfer transfer
    cross join lateral (values (transfer.from_no, -transfer.amount), (transfer.to_no, transfer.amount)) moved (no, amount)
    join ledger.account account on account.person_id = transfer.person_id and account.no = moved.no
    where transfer.person_id = any (${[...files]}::uuid[])
      and transfer.occurred_on >= ${days.from} and transfer.occurred_on < ${days.until}
      and ${visible(viewer, 'transfer.person_id')}
    group by account.code`.execute(database)
  return toBalances(answer.rows.map((row) => ({ code: row.code, balance: pence(row.change) })))
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
export function after(balances: Balances, transfers: Iterable<Moved>): Balances {
  const moved = new Map(balances)
  applyTo(moved, transfers)
  return moved
}

type Moved = { from: AccountCode; to: AccountCode; amount: Pence }

/** The same in place, for thousands of decisions. */
export function applyTo(balances: Map<AccountCode, Pence>, transfers: Iterable<Moved>): void {
  for (const { from, to, amount } of transfers) {
    balances.set(from, minus(balances.get(from) ?? nothing, amount))
    balances.set(to, plus(balances.get(to) ?? nothing, amount))
  }
}

/** What came into an account and what went out of it; both above nothing, or nothing. */
export type Flow = { in: Pence; out: Pence }
export type Flows = ReadonlyMap<AccountCode, Flow>
export const noFlow: Flow = { in: nothing, out: nothing }

/** What came in and went out of each account (controls too) by what counts on these days. */
export async function flowsIn(
  database: Database,
  viewer: Viewer,
  files: readonly Id<'person'>[],
  days: Days,
): Promise<Flows> {
  const answer = await sql<{ code: AccountCode; came_in: bigint; went_out: bigint }>`
    select account.code, sum(moved.came_in)::bigint as came_in, sum(moved.went_out)::bigint as went_out
    from ledger.transfer transfer
    cross join lateral (values (transfer.from_no, 0, transfer.amount),
                               (transfer.to_no, transfer.amount, 0)) moved (no, came_in, went_out)
    join ledger.account account on account.person_id = transfer.person_id and account.no = moved.no
    where transfer.person_id = any (${[...files]}::uuid[])
      and transfer.occurred_on >= ${days.from} and transfer.occurred_on < ${days.until}
      and ${visible(viewer, 'transfer.person_id')}
    group by account.code`.execute(database)
  return new Map(answer.rows.map((row) => [row.code, { in: pence(row.came_in), out: pence(row.went_out) }]))
}
