import { sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '../../../platform/day.ts'
import type { Pence } from '../../../platform/money.ts'
import { query } from '../../../platform/query.ts'
import { visible } from '../../../platform/visibility.ts'
import { isWanted } from '../../people/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { ImportId } from '../../statements/index.ts'

export const importsPerPage = 50

/** A statement of anybody whom this viewer may see, on its way in or done. */
export type ImportRow = {
  id: ImportId
  personId: PersonId
  personName: string
  accountName: string | null
  fileName: string | null
  format: string | null
  startedAt: Date
  state: 'reading' | 'which-account' | 'same-payments' | 'applied' | 'refused'
  from: Day | null
  to: Day | null
  lines: number
  added: number
  matched: number
  asked: number
  closing: Pence | null
  offOurBooks: Pence | null
  problem: string | null
}

const asked = z.object({
  which: z.enum(['all', 'problems', 'reading']),
  find: z.string().max(200),
  pageNo: z.int().min(1).max(10_000).optional(),
})

/** Statements, the newest first; without a page all of them, for a file. */
export const importsOfAll = query({
  name: 'workspaces.imports',
  input: asked,
  allow: 'see the caseload',
  async read(
    { database, viewer },
    { which, find, pageNo },
  ): Promise<{ imports: ImportRow[]; total: number }> {
    const states = {
      all: ['reading', 'which-account', 'same-payments', 'applied', 'refused'],
      problems: ['which-account', 'same-payments', 'refused'],
      reading: ['reading'],
    }[which]
    const limit = pageNo === undefined ? 100_000 : importsPerPage
    const answer = await sql<ImportRow & { total: bigint }>`
      select import.id, import.person_id as "personId", person.given_name || ' ' || person.family_name as "personName",
             account.name as "accountName", upload.file_name as "fileName", import.format,
             import.started_at as "startedAt", import.state, import.from_on as from, import.to_on as to,
             coalesce(import.lines, 0) as lines, coalesce(import.added, 0) as added,
             coalesce(import.matched, 0) as matched, coalesce(import.asked, 0) as asked, import.closing,
             import.off_our_books as "offOurBooks", import.problem, count(*) over () as total
      from statements.import import
      join people.person person on person.id = import.person_id
      left join budgets.account account on account.person_id = import.person_id and account.id = import.account_id
      left join platform.upload upload on upload.id = import.upload_id
      where ${visible(viewer, 'import.person_id')} and import.state = any (${states}) and ${isWanted(find)}
      order by import.started_at desc, import.id desc
      limit ${limit} offset ${((pageNo ?? 1) - 1) * limit}`.execute(database)
    return {
      imports: answer.rows.map(({ total: _total, ...row }) => row),
      total: Number(answer.rows[0]?.total ?? 0n),
    }
  },
})
