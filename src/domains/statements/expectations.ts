import { sql } from 'kysely'
import type { CommandContext } from '../../platform/command.ts'
import { addDays } from '../../platform/day.ts'
import type { Day } from '../../platform/day.ts'
import { groupBy } from '../../platform/group.ts'
import type { Pence } from '../../platform/money.ts'
import { budgetsOf, contributionsNotReceived, linesOfBudgets, openCommitments } from '../budgets/index.ts'
import type { AccountId, Budget, LineId, LineOfBudget } from '../budgets/index.ts'
import * as ledger from '../ledger/index.ts'
import { lockPaymentsUnderway } from '../payments/index.ts'
import { fullName } from '../people/index.ts'
import type { PersonId } from '../people/index.ts'
import { findPlan } from '../plans/index.ts'
import type { PayeeId, Plan } from '../plans/index.ts'
import { matchingBounds } from '../rules/index.ts'
import type { Known } from './matcher.ts'
import type { CandidateLine, EarlierSpending, HalfMove, KnownPayee } from './matching.ts'

/**
 * Everything that is known of a purse and one account of it before lines from `from` on are matched. Locks what the
 * matching may change: payments on their way first, then the purse.
 */
export async function lockKnown(
  { tx, actor, today }: CommandContext,
  personId: PersonId,
  accountId: AccountId,
  from: Day,
): Promise<Known> {
  const files = [personId]
  const payments = await lockPaymentsUnderway(tx, personId, accountId)
  const balances = await ledger.lockPurse(tx, personId)
  const person = await tx
    .selectFrom('people.person')
    .select(['given_name as givenName', 'family_name as familyName'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const budgets = await budgetsOf(tx, actor, files)
  const lines = await linesOfBudgets(tx, actor, files, today)
  const plan = await findPlan(tx, actor, files)
  return {
    balances,
    payments,
    personName: fullName(person),
    linesOn: linesByDay(
      budgets,
      lines.filter((line) => line.held.accountId === accountId),
      plan,
    ),
    commitments: await openCommitments(tx, actor, files),
    contributions: await contributionsNotReceived(tx, personId),
    moves: await halfMoves({ tx }, personId, accountId, from),
    known: await knownPayees({ tx }, personId),
    recent: await recentPayees({ tx }, personId, from),
    spending: await earlierSpending({ tx }, personId, from),
  }
}

/** The lines of the budget that a day lies in; outside all budgets, of the nearest before it, else of the first. */
function linesByDay(
  budgets: readonly Budget[],
  lines: readonly LineOfBudget[],
  plan: Plan | undefined,
): (on: Day) => readonly CandidateLine[] {
  const byBudget = groupBy(lines, (line) => line.budgetId)
  const newestFirst = budgets.filter((budget) => byBudget.has(budget.id))
  const usual = new Map(plan?.lines.map((line) => [line.id, line]))
  const candidates = new Map(
    newestFirst.map((budget) => [
      budget.id,
      (byBudget.get(budget.id) ?? []).map((line): CandidateLine => ({
        lineId: line.id,
        planLineId: line.planLineId,
        name: line.name,
        usualPayees: usual.get(line.planLineId)?.usualPayees ?? [],
        price: usual.get(line.planLineId)?.price.amount ?? (0n as Pence),
      })),
    ]),
  )
  // Several budgets may run side by side: all that cover the day count.
  return (on) => {
    const running = newestFirst.filter((budget) => budget.days.from <= on && on < budget.days.until)
    const nearest = newestFirst.find((budget) => budget.days.from <= on) ?? newestFirst.at(-1)
    const chosen = running.length > 0 ? running : nearest ? [nearest] : []
    return chosen.flatMap((budget) => candidates.get(budget.id) ?? [])
  }
}

type Handle = Pick<CommandContext, 'tx'>

async function knownPayees({ tx }: Handle, personId: PersonId): Promise<Map<string, KnownPayee>> {
  const rows = await tx
    .selectFrom('statements.known_payee as known')
    .innerJoin('plans.payee as payee', (join) =>
      join.onRef('payee.person_id', '=', 'known.person_id').onRef('payee.id', '=', 'known.payee_id'),
    )
    .select([
      'known.payee_key',
      'known.payee_id as payeeId',
      'payee.name',
      'known.plan_line_id',
      'known.always',
      'known.times',
      'known.least',
      'known.most',
      'known.last_on as lastOn',
    ])
    .where('known.person_id', '=', personId)
    .orderBy('known.payee_key')
    .execute()
  return new Map(
    rows.map(({ payee_key, plan_line_id, ...payee }) => [
      payee_key,
      { ...payee, planLineId: plan_line_id ?? undefined },
    ]),
  )
}

async function recentPayees({ tx }: Handle, personId: PersonId, from: Day) {
  const rows = await sql<{ key: string; on: Day }>`
    select known.payee_key as key, line.booked_on as on
    from statements.statement_line line
    join statements.match match on match.person_id = line.person_id and match.statement_line_id = line.id
    join statements.known_payee known on known.person_id = match.person_id and known.payee_id = match.payee_id
    where line.person_id = ${personId} and line.booked_on >= ${addDays(from, -7)} and line.booked_on < ${from}
    order by line.booked_on, line.no`.execute(tx)
  return rows.rows
}

/** What was spent with each payee on each line of late, less what came back: what a refund can restore. */
async function earlierSpending({ tx }: Handle, personId: PersonId, from: Day) {
  const since = addDays(from, -matchingBounds.refundWithinDays)
  const rows = await sql<{ key: string; lineId: LineId; payeeId: PayeeId; left: string; lastOn: Day }>`
    select known.payee_key as key, match.payee_id as "payeeId", (part ->> 'line')::uuid as "lineId",
           sum((part ->> 'amount')::bigint * case when match.kind = 'refund' then -1 else 1 end)::text as left,
           max(line.booked_on) as "lastOn"
    from statements.statement_line line
    join statements.match match on match.person_id = line.person_id and match.statement_line_id = line.id
    cross join lateral jsonb_array_elements(match.parts) part
    join statements.known_payee known on known.person_id = match.person_id and known.payee_id = match.payee_id
    where line.person_id = ${personId} and line.booked_on >= ${since} and match.kind in ('spent', 'set-aside', 'refund')
      and not exists (select 1 from statements.undone undone
                      where undone.person_id = match.person_id and undone.match_id = match.id)
    group by 1, 2, 3 order by 1, 3`.execute(tx)
  const spending = new Map<string, EarlierSpending[]>()
  for (const { key, left, ...earlier } of rows.rows) {
    const found = { ...earlier, left: BigInt(left) as Pence }
    spending.set(key, [...(spending.get(key) ?? []), found])
  }
  return spending
}

/** Moves seen on their other accounts of late, of which this account has not shown the other end yet. */
async function halfMoves({ tx }: Handle, personId: PersonId, accountId: AccountId, from: Day) {
  const since = addDays(from, -matchingBounds.movedWithinDays)
  const rows = await sql<HalfMove & { accountId: AccountId }>`
    select line.account_id as "accountId", account.name as "accountName", line.amount, line.booked_on as on
    from statements.statement_line line
    join statements.match match on match.person_id = line.person_id and match.statement_line_id = line.id
    join budgets.account account on account.person_id = line.person_id and account.id = line.account_id
    where line.person_id = ${personId} and line.booked_on >= ${since} and match.kind = 'moved'
      and not exists (select 1 from statements.undone undone
                      where undone.person_id = match.person_id and undone.match_id = match.id)
    order by line.booked_on, line.no`.execute(tx)
  return rows.rows.reduce<HalfMove[]>((open, { accountId: where, ...move }) => {
    if (where !== accountId) return [...open, move]
    const otherEnd = open.find((each) => each.amount === -move.amount)
    return open.filter((each) => each !== otherEnd)
  }, [])
}
