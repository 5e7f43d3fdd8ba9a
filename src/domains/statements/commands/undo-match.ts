import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import type { CommandContext } from '../../../platform/command.ts'
import type { Day } from '../../../platform/day.ts'
import type { Pence } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import type { AccountId, LineId } from '../../budgets/index.ts'
import * as ledger from '../../ledger/index.ts'
import { PersonId } from '../../people/index.ts'
import { unsettleElsewhere } from '../effects.ts'
import type { Match, MatchKind } from '../matching.ts'
import { noteOverspending } from '../overspending.ts'
import { payeeKey } from '../payee-key.ts'
import { unexplain } from '../posting.ts'
import { listQuestions } from '../questions.ts'
import { MatchId } from '../statement-line.ts'
import type { StatementLineId } from '../statement-line.ts'

/** Takes a match back: the payment is asked about again, and we do not take "always" for granted any more. */
export const undoMatch = command({
  name: 'statements.undo-match',
  input: z.object({ personId: PersonId, matchId: MatchId }),
  allow: 'answer for a budget',
  async run(context, { personId, matchId }) {
    const { tx, entryId } = context
    const found = await findMatch(context, personId, matchId)
    if (!found) return refuse('no-such-match')
    const questions = await listQuestions(tx, personId, found.accountId)
    const balances = await ledger.lockPurse(tx, personId)
    const undone = await sql`
      insert into statements.undone (person_id, match_id, entry_id) values (${personId}, ${matchId}, ${entryId})
      on conflict do nothing`.execute(tx)
    if (undone.numAffectedRows === 0n) return refuse('undone-already')
    const earlier = await transfersOf(context, personId, matchId, found.lineId)
    await unsettleElsewhere(context, personId, found.match)
    const transfers = unexplain(found.amount, found.match, earlier, balances)
    await ledger.post(context, [
      {
        personId,
        event: 'undone',
        subjectId: matchId,
        occurredOn: found.bookedOn,
        why: `Undone: ${found.match.what}`,
        transfers,
      },
    ])
    await noteOverspending(context, personId, balances, ledger.after(balances, transfers))
    await tx
      .updateTable('statements.known_payee')
      .set({ always: false })
      .where('person_id', '=', personId)
      .where('payee_key', '=', found.key)
      .where('always', '=', true)
      .execute()
    questions.ask(found.lineId, found.key, undefined)
    await questions.save(context)
    return done({ what: found.match.what })
  },
  says: ({ what }) => `Took back what a payment was for: ${what}`,
})

type FoundMatch = {
  match: Match
  lineId: StatementLineId
  accountId: AccountId
  bookedOn: Day
  amount: Pence
  key: string
}

async function findMatch(
  { tx }: CommandContext,
  personId: PersonId,
  matchId: z.output<typeof MatchId>,
): Promise<FoundMatch | undefined> {
  const row = await tx
    .selectFrom('statements.match as match')
    .innerJoin('statements.statement_line as line', (join) =>
      join.onRef('line.person_id', '=', 'match.person_id').onRef('line.id', '=', 'match.statement_line_id'),
    )
    .selectAll('match')
    .select(['line.account_id', 'line.booked_on', 'line.amount', 'line.payee', 'line.text'])
    .where('match.person_id', '=', personId)
    .where('match.id', '=', matchId)
    .executeTakeFirst()
  if (!row) return undefined
  const parts = row.parts as { line: LineId; amount: string }[]
  return {
    lineId: row.statement_line_id,
    accountId: row.account_id,
    bookedOn: row.booked_on,
    amount: row.amount,
    key: payeeKey(row),
    match: {
      kind: row.kind as MatchKind,
      what: row.what,
      reason: row.reason,
      parts: parts.map((part) => ({ lineId: part.line, amount: BigInt(part.amount) as Pence })),
      payeeId: row.payee_id ?? undefined,
      commitmentId: row.commitment_id ?? undefined,
      paymentId: row.payment_id ?? undefined,
      contributionDueId: row.contribution_due_id ?? undefined,
    },
  }
}

/** The transfers that explained the line: with its own fact when it was certain at once, else by themselves. */
async function transfersOf(
  { tx, actor }: CommandContext,
  personId: PersonId,
  matchId: string,
  lineId: StatementLineId,
) {
  const explained = await ledger.movements(tx, actor, [personId], { event: 'explained', subjectId: matchId })
  if (explained.length > 0) return explained
  return ledger.movements(tx, actor, [personId], { event: 'statement-line', subjectId: lineId })
}
