import { sql } from 'kysely'
import type { Tx, WorldTime } from '../../platform/database.ts'
import type { Id } from '../../platform/id.ts'
import type { Pence } from '../../platform/money.ts'
import type { AccountCode } from './account.ts'
import type { Journal } from './journal.ts'

type Posting = { tx: Tx; now: WorldTime['now'] }

/**
 * Posts journals, one or thousands, in one statement. Throws where one of them is posted already
 * (a command's own lock should have told), and where a line would promise more than it has. A journal that moves
 * nothing is left out.
 */
export async function post(context: Posting, journals: readonly Journal[]): Promise<void> {
  const moving = journals.filter((journal) => journal.transfers.length > 0)
  const posted = await postOnce(context, moving)
  if (posted !== moving.length) {
    throw new Error(`${moving.length - posted} of ${moving.length} journals were posted before`)
  }
}

/** The same, but leaves alone what is posted already: a run can be taken up where it was cut off. Answers how many were new. */
export async function postOnce({ tx, now }: Posting, journals: readonly Journal[]): Promise<number> {
  if (journals.length === 0) return 0
  const transfers = journals.flatMap((journal, index) =>
    journal.transfers.map((transfer) => ({ of: index + 1, ...transfer })),
  )
  const answer = await sql<{ posted: number }>`
    select ledger.post(
      ${journals.map((journal) => journal.personId)}::uuid[],
      ${journals.map((journal) => journal.event)}::text[],
      ${journals.map((journal) => journal.subjectId)}::uuid[],
      ${journals.map((journal) => journal.occurredOn)}::date[],
      ${journals.map((journal) => journal.why)}::text[],
      ${transfers.map((transfer) => transfer.of)}::int[],
      ${transfers.map((transfer) => transfer.from)}::text[],
      ${transfers.map((transfer) => transfer.to)}::text[],
      ${transfers.map((transfer) => transfer.amount)}::bigint[],
      ${transfers.map((transfer) => transfer.reverses?.journalNo ?? null)}::bigint[],
      ${transfers.map((transfer) => transfer.reverses?.n ?? null)}::smallint[],
      ${now}::timestamptz) as posted`.execute(tx)
  return answer.rows[0]?.posted ?? 0
}

/** The balance of each account of a purse that keeps one. */
export type Balances = ReadonlyMap<AccountCode, Pence>

/**
 * Locks a purse until the transaction ends and answers its balances, so that what is decided on them still
 * holds when it is posted. Locks are always taken in one order: a domain's own rows, then the purse.
 */
export async function lockPurse(tx: Tx, personId: Id<'person'>): Promise<Balances> {
  await sql`select ledger.lock_purse(${personId})`.execute(tx)
  const rows = await tx
    .selectFrom('ledger.account')
    .select(['code', 'balance'])
    .where('person_id', '=', personId)
    .where('balance', 'is not', null)
    .execute()
  return toBalances(rows)
}

export function toBalances(rows: readonly { code: string; balance: Pence | null }[]): Balances {
  return new Map(
    rows.flatMap((row) => (row.balance === null ? [] : [[row.code as AccountCode, row.balance]])),
  )
}
