import { sql } from 'kysely'
import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import type { Day, Days } from '../../../platform/day.ts'
import type { Pence } from '../../../platform/money.ts'
import { visible } from '../../../platform/visibility.ts'
import type { AccountId, LineId } from '../../budgets/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { MatchKind } from '../matching.ts'
import type { ImportId, MatchId, QuestionId, StatementLineId } from '../statement-line.ts'

/** One line of a bank statement, and what it was for as far as we know. */
export type BankLine = {
  id: StatementLineId
  accountId: AccountId
  on: Day
  amount: Pence
  payee: string
  text: string
  match:
    | {
        id: MatchId
        kind: MatchKind
        how: 'certain' | 'answer'
        what: string
        reason: string
        parts: readonly { lineId: LineId; amount: Pence }[]
      }
    | undefined
  /** Where it is asked about. */
  questionId: QuestionId | undefined
}

export type BankLineFilter = {
  days?: Days | undefined
  importId?: ImportId | undefined
  /** Those that were for this line. */
  lineId?: LineId | undefined
  /** In what the bank printed. */
  text?: string | undefined
  onlyUnexplained?: boolean | undefined
}

export const bankLinesPerPage = 50

/** Bank lines of these files, the newest first, a page at a time; `more` says whether another page follows. */
export async function bankLines(
  database: Database,
  viewer: Viewer,
  files: readonly PersonId[],
  filter: BankLineFilter,
  pageNo = 1,
): Promise<{ lines: BankLine[]; total: number }> {
  const text = filter.text?.trim().toLowerCase()
  const rows = await sql<Row>`
    select line.id, line.account_id as "accountId", line.booked_on as "on", line.amount, line.payee, line.text,
           match.id as "matchId", match.kind, match.how, match.what, match.reason, match.parts,
           waiting.question_id as "questionId", count(*) over () as total
    from statements.statement_line line
    left join lateral (
      select m.* from statements.match m
      where m.person_id = line.person_id and m.statement_line_id = line.id
        and not exists (select 1 from statements.undone u where u.person_id = m.person_id and u.match_id = m.id)
      order by m.no desc limit 1
    ) match on true
    left join statements.unexplained waiting
      on waiting.person_id = line.person_id and waiting.statement_line_id = line.id and not waiting.settled
    where line.person_id = any (${[...files]}::uuid[]) and ${visible(viewer, 'line.person_id')}
      ${filter.days ? sql`and line.booked_on >= ${filter.days.from} and line.booked_on < ${filter.days.until}` : sql``}
      ${filter.importId ? sql`and line.import_id = ${filter.importId}` : sql``}
      ${filter.lineId ? sql`and match.parts @> ${JSON.stringify([{ line: filter.lineId }])}::jsonb` : sql``}
      ${text ? sql`and strpos(lower(line.payee || ' ' || line.text), ${text}) > 0` : sql``}
      ${filter.onlyUnexplained ? sql`and waiting.question_id is not null` : sql``}
    order by line.booked_on desc, line.no desc
    limit ${bankLinesPerPage} offset ${(pageNo - 1) * bankLinesPerPage}`.execute(database)
  return { lines: rows.rows.map(toBankLine), total: Number(rows.rows[0]?.total ?? 0) }
}

type Row = {
  id: StatementLineId
  accountId: AccountId
  on: Day
  amount: bigint
  payee: string
  text: string
  matchId: MatchId | null
  kind: MatchKind
  how: 'certain' | 'answer'
  what: string
  reason: string
  parts: { line: LineId; amount: string }[]
  questionId: QuestionId | null
  total: bigint
}

function toBankLine(row: Row): BankLine {
  const { matchId, kind, how, what, reason, parts, questionId, total: _total, amount, ...line } = row
  return {
    ...line,
    amount: amount as Pence,
    questionId: questionId ?? undefined,
    match: matchId
      ? {
          id: matchId,
          kind,
          how,
          what,
          reason,
          parts: parts.map((part) => ({ lineId: part.line, amount: BigInt(part.amount) as Pence })),
        }
      : undefined,
  }
}
