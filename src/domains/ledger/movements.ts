import { sql } from 'kysely'
import type { Viewer } from '../../platform/actor.ts'
import type { Database } from '../../platform/database.ts'
import type { Day, Days } from '../../platform/day.ts'
import type { Id } from '../../platform/id.ts'
import type { Pence } from '../../platform/money.ts'
import { visible } from '../../platform/visibility.ts'
import type { AccountCode, Book } from './account.ts'

/** One transfer as it is read: when it counts, why, and from where to where. */
export type Movement = {
  personId: Id<'person'>
  journalNo: bigint
  n: number
  event: string
  subjectId: Id<string>
  entryId: Id<'entry'>
  occurredOn: Day
  recordedAt: Date
  why: string
  book: Book
  from: AccountCode
  to: AccountCode
  amount: Pence
}

export type MovementFilter = {
  days?: Days
  /** Only transfers from or to one of these. */
  codes?: readonly AccountCode[]
  book?: Book
  /** Only those of one event. */
  event?: string
  subjectId?: string
  /** Newest first, for pages; a ledger is read from its beginning. */
  newestFirst?: boolean
  limit?: number
  skip?: number
}

/** The transfers of these files (they are one person), in the order of the days that they count. */
export async function movements(
  database: Database,
  viewer: Viewer,
  files: readonly Id<'person'>[],
  {
    days,
    codes,
    book,
    event,
    subjectId,
    newestFirst = false,
    limit = 100_000,
    skip = 0,
  }: MovementFilter = {},
): Promise<Movement[]> {
  const order = newestFirst ? 'desc' : 'asc'
  const rows = await database
    .selectFrom('ledger.transfer as transfer')
    .innerJoin('ledger.journal as journal', (join) =>
      join
        .onRef('journal.person_id', '=', 'transfer.person_id')
        .onRef('journal.no', '=', 'transfer.journal_no'),
    )
    .innerJoin('ledger.account as source', (join) =>
      join.onRef('source.person_id', '=', 'transfer.person_id').onRef('source.no', '=', 'transfer.from_no'),
    )
    .innerJoin('ledger.account as target', (join) =>
      join.onRef('target.person_id', '=', 'transfer.person_id').onRef('target.no', '=', 'transfer.to_no'),
    )
    .select([
      'transfer.person_id as personId',
      'transfer.journal_no as journalNo',
      'transfer.n',
      'journal.event',
      'journal.subject_id as subjectId',
      'journal.entry_id as entryId',
      'transfer.occurred_on as occurredOn',
      'transfer.recorded_at as recordedAt',
      'journal.why',
      'transfer.book',
      sql<AccountCode>`source.code`.as('from'),
      sql<AccountCode>`target.code`.as('to'),
      'transfer.amount',
    ])
    .where('transfer.person_id', 'in', files)
    .where('journal.person_id', 'in', files)
    .where(visible(viewer, 'transfer.person_id'))
    .$if(days !== undefined, (more) =>
      more
        .where('transfer.occurred_on', '>=', days?.from ?? ('' as Day))
        .where('transfer.occurred_on', '<', days?.until ?? ('' as Day)),
    )
    .$if(book !== undefined, (more) => more.where('transfer.book', '=', book ?? 'place'))
    .$if(event !== undefined, (more) => more.where('journal.event', '=', event ?? ''))
    .$if(subjectId !== undefined, (more) =>
      more.where('journal.subject_id', '=', (subjectId ?? '') as Id<'subject'>),
    )
    .$if(codes !== undefined, (more) =>
      more.where((where) =>
        where.or([where('source.code', 'in', codes ?? []), where('target.code', 'in', codes ?? [])]),
      ),
    )
    .orderBy('transfer.occurred_on', order)
    .orderBy('transfer.journal_no', order)
    .orderBy('transfer.n')
    .limit(limit)
    .offset(skip)
    .execute()
  return rows
}
