import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import type { Day } from '../../../platform/day.ts'
import type { Pence } from '../../../platform/money.ts'
import { visible } from '../../../platform/visibility.ts'
import type { AccountId } from '../../budgets/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { ImportId } from '../statement-line.ts'

/** A bank statement that was handed in or typed in, and what came of it. */
export type Import = {
  id: ImportId
  personId: PersonId
  accountId: AccountId | undefined
  fileName: string | undefined
  startedAt: Date
  state: 'reading' | 'which-account' | 'same-payments' | 'applied' | 'refused'
  format: string | undefined
  problem: { name: string; facts: Readonly<Record<string, string>> } | undefined
  opening: Pence | undefined
  closing: Pence | undefined
  from: Day | undefined
  to: Day | undefined
  /** Its own balances prove that it is whole. */
  proven: boolean
  /** How far its last balance is from our books' on that day; undefined where it gives none. */
  offOurBooks: Pence | undefined
  lines: number
  added: number
  knownAlready: number
  matched: number
  asked: number
  notBooked: number
}

type Handle = Pick<Database, 'selectFrom'>

/** The newest first. */
export async function importsOf(
  database: Handle,
  viewer: Viewer,
  files: readonly PersonId[],
  only?: ImportId,
): Promise<Import[]> {
  const rows = await database
    .selectFrom('statements.import as import')
    .leftJoin('platform.upload as upload', 'upload.id', 'import.upload_id')
    .selectAll('import')
    .select('upload.file_name')
    .where('import.person_id', 'in', files)
    .where(visible(viewer, 'import.person_id'))
    .$if(only !== undefined, (more) => more.where('import.id', '=', only ?? ('' as ImportId)))
    .orderBy('import.started_at', 'desc')
    .orderBy('import.id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    accountId: row.account_id ?? undefined,
    fileName: row.file_name ?? undefined,
    startedAt: row.started_at,
    state: row.state,
    format: row.format ?? undefined,
    problem:
      row.problem === null
        ? undefined
        : { name: row.problem, facts: (row.problem_facts ?? {}) as Record<string, string> },
    opening: row.opening ?? undefined,
    closing: row.closing ?? undefined,
    from: row.from_on ?? undefined,
    to: row.to_on ?? undefined,
    proven: row.proven ?? false,
    offOurBooks: row.off_our_books ?? undefined,
    lines: row.lines ?? 0,
    added: row.added ?? 0,
    knownAlready: row.known_already ?? 0,
    matched: row.matched ?? 0,
    asked: row.asked ?? 0,
    notBooked: row.not_booked ?? 0,
  }))
}

/** The last day that any statement of this file covers; undefined where none came. */
export async function statementsReach(database: Handle, personId: PersonId): Promise<Day | undefined> {
  const row = await database
    .selectFrom('statements.import as import')
    .select((of) => of.fn.max('import.to_on').as('last'))
    .where('import.person_id', '=', personId)
    .where('import.state', '=', 'applied')
    .executeTakeFirst()
  return row?.last ?? undefined
}
