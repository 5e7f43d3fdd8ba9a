import { sql } from 'kysely'
import type { CommandContext } from '../../platform/command.ts'
import type { AccountId } from '../budgets/index.ts'
import type { PersonId } from '../people/index.ts'
import type { Match } from './matching.ts'
import type { ImportId, MatchId, ReadLine, StatementLineId } from './statement-line.ts'

/** A line of a statement is a fact of its own; its id is not that of a budget's line. */
export type StatementLine = ReadLine & { id: StatementLineId }

type Where = { personId: PersonId; accountId: AccountId; importId: ImportId; format: string }

/** Adds lines, one or thousands, in one statement. */
export async function saveLines(
  { tx, entryId }: CommandContext,
  { personId, accountId, importId, format }: Where,
  lines: readonly StatementLine[],
): Promise<void> {
  if (lines.length === 0) return
  await sql`
    insert into statements.statement_line (person_id, id, entry_id, account_id, import_id, place, booked_on, amount,
                                 payee, text, reference, bank_reference, kind, format)
    select ${personId}, id, ${entryId}, ${accountId}, ${importId}, place, booked_on, amount, payee, text,
           reference, bank_reference, kind, ${format}
    from unnest(
      ${lines.map((line) => line.id)}::uuid[], ${lines.map((line) => line.place)}::int[],
      ${lines.map((line) => line.bookedOn)}::date[], ${lines.map((line) => line.amount)}::bigint[],
      ${lines.map((line) => line.payee)}::text[], ${lines.map((line) => line.text)}::text[],
      ${lines.map((line) => line.reference ?? null)}::text[],
      ${lines.map((line) => line.bankReference ?? null)}::text[],
      ${lines.map((line) => line.kind ?? null)}::text[]
    ) as read (id, place, booked_on, amount, payee, text, reference, bank_reference, kind)`.execute(tx)
}

export type NewMatch = { id: MatchId; lineId: StatementLineId; how: 'certain' | 'answer'; match: Match }

export async function saveMatches(
  { tx, entryId }: CommandContext,
  personId: PersonId,
  matches: readonly NewMatch[],
): Promise<void> {
  if (matches.length === 0) return
  const all = matches.map((each) => each.match)
  await sql`
    insert into statements.match (person_id, id, entry_id, statement_line_id, kind, how, what, reason, payee_id, parts,
                                  commitment_id, payment_id, contribution_due_id)
    select ${personId}, id, ${entryId}, line_id, kind, how, what, reason, payee_id, parts,
           commitment_id, payment_id, contribution_due_id
    from unnest(
      ${matches.map((each) => each.id)}::uuid[], ${matches.map((each) => each.lineId)}::uuid[],
      ${all.map((match) => match.kind)}::text[], ${matches.map((each) => each.how)}::text[],
      ${all.map((match) => match.what)}::text[], ${all.map((match) => match.reason)}::text[],
      ${all.map((match) => match.payeeId ?? null)}::uuid[],
      ${all.map(partsAsJson)}::jsonb[], ${all.map((match) => match.commitmentId ?? null)}::uuid[],
      ${all.map((match) => match.paymentId ?? null)}::uuid[],
      ${all.map((match) => match.contributionDueId ?? null)}::uuid[]
    ) as made (id, line_id, kind, how, what, reason, payee_id, parts, commitment_id, payment_id, contribution_due_id)
  `.execute(tx)
}

/** Amounts travel as text: JSON numbers are not money. */
const partsAsJson = ({ parts }: Match) =>
  JSON.stringify(parts.map((part) => ({ line: part.lineId, amount: part.amount.toString() })))
