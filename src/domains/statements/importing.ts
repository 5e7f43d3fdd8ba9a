import { sql } from 'kysely'
import type { CommandContext } from '../../platform/command.ts'
import { addDays } from '../../platform/day.ts'
import type { Day } from '../../platform/day.ts'
import { absolute, minus, showMoney } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import { accountsOfPerson, areReferencesStable, noteReferencesStable } from '../budgets/index.ts'
import type { Account, AccountId } from '../budgets/index.ts'
import * as ledger from '../ledger/index.ts'
import type { PersonId } from '../people/index.ts'
import { closeTasksAbout, openTask } from '../tasks/index.ts'
import { applyLines } from './apply.ts'
import type { Applied } from './apply.ts'
import { findOverlap, newLines } from './overlap.ts'
import type { TellApart } from './overlap.ts'
import { fits, reading, recogniseAccount } from './reading.ts'
import type { StatementRead, WholeReading } from './reading.ts'
import type { ImportId } from './statement-line.ts'

export type Importing = {
  personId: PersonId
  importId: ImportId
  accountId: AccountId | undefined
  state: 'reading' | 'which-account' | 'same-payments' | 'applied' | 'refused'
  reading: WholeReading | undefined
}

type NextState = 'applied' | 'refused' | 'which-account' | 'same-payments'

export async function lockImport(
  { tx }: CommandContext,
  personId: PersonId,
  importId: ImportId,
): Promise<Importing | undefined> {
  const row = await tx
    .selectFrom('statements.import')
    .select(['account_id', 'state', 'reading'])
    .where('person_id', '=', personId)
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const read = row.reading === null ? undefined : reading.parse(row.reading)
  return {
    personId,
    importId,
    accountId: row.account_id ?? undefined,
    state: row.state,
    reading: read?.ok ? read : undefined,
  }
}

type Certainties = {
  /** Somebody said so, or it cannot be another: the file's own number is not asked any more. */
  accountIsSure?: boolean
  tellApart?: TellApart
}

/**
 * Takes a statement in whose lines are staged: whose account it is, whether it proves itself, what of it is new.
 * Applies it whole or not at all; where somebody must be asked first, keeps the reading and says what.
 */
export async function takeIn(
  context: CommandContext,
  started: Importing,
  read: WholeReading,
  { accountIsSure = false, tellApart }: Certainties = {},
): Promise<NextState> {
  const accounts = (await accountsOfPerson(context.tx, context.actor, [started.personId])).filter(
    (account) => account.closedOn === undefined,
  )
  const chosen = accounts.find((account) => account.id === started.accountId)
  const { account, statements } = whose(accounts, chosen, read.statements, accountIsSure)
  if (!account) return askFirst(context, started, 'which-account', read)
  const broken = statements.find((statement) => statement.proof === 'fails')
  if (broken) return refuseImport(context, started, 'does-not-add-up', broken.failure ?? {})
  await keepOnly(context, started, statements)
  const days = daysOf(statements)
  if (!days) return saveApplied(context, started, account, { read, statements, days }, nothingAdded)
  const where = { ...started, accountId: account.id }
  const overlap = await findOverlap(context.tx, where, read.format, days)
  if (!tellApart && overlap.fromOtherKinds > 0) {
    return askFirst(context, { ...started, accountId: account.id }, 'same-payments', read)
  }
  const how = tellApart ?? (await howToTell(context, where, overlap))
  const newestFirst = statements[0]?.newestFirst ?? false
  const lines = newLines(context.tx, where, how, newestFirst)
  const applied = await applyLines(context, { ...where, format: read.format }, days.from, lines)
  return saveApplied(context, started, account, { read, statements, days }, applied)
}

const nothingAdded: Applied = { added: 0, matched: 0, asked: 0 }

/** The account, and those of the file's statements that are of it. */
function whose(
  accounts: readonly Account[],
  chosen: Account | undefined,
  statements: readonly StatementRead[],
  isSure: boolean,
): { account: Account | undefined; statements: readonly StatementRead[] } {
  if (chosen) {
    const fitting = statements.filter((statement) => fits(chosen, statement.account) !== 'no')
    if (fitting.length > 0) return { account: chosen, statements: fitting }
    return isSure ? { account: chosen, statements } : { account: undefined, statements }
  }
  for (const statement of statements) {
    const account = recogniseAccount(accounts, statement.account)
    if (account) {
      return { account, statements: statements.filter((each) => fits(account, each.account) !== 'no') }
    }
  }
  return { account: statements.length === 0 ? accounts[0] : undefined, statements }
}

/** Lines of a file's other statements are of other accounts: they are not this import's. */
async function keepOnly(
  { tx }: CommandContext,
  { importId }: Importing,
  statements: readonly StatementRead[],
) {
  const kept = statements.map((statement) => statement.statement)
  await tx
    .deleteFrom('statements.staged_line')
    .where('import_id', '=', importId)
    .where('statement', 'not in', kept.length > 0 ? kept : [-1])
    .execute()
}

function daysOf(statements: readonly StatementRead[]): { from: Day; to: Day } | undefined {
  const from = statements.flatMap((statement) => statement.from ?? []).sort()[0]
  const to = statements
    .flatMap((statement) => statement.to ?? [])
    .sort()
    .at(-1)
  return from && to ? { from, to } : undefined
}

/**
 * By the bank's reference only where two overlapping statements showed that it stays the same; else by counting equal
 * lines of a day. An overlap that settles the question is remembered with the account.
 */
async function howToTell(
  { tx }: CommandContext,
  { personId, accountId }: { personId: PersonId; accountId: AccountId },
  overlap: { sameWords: number; sameReferences: number },
): Promise<TellApart> {
  if (overlap.sameWords > 0) {
    await noteReferencesStable(tx, personId, accountId, overlap.sameReferences === overlap.sameWords)
  }
  return (await areReferencesStable(tx, personId, accountId)) ? 'reference' : 'text'
}

async function askFirst(
  { tx }: CommandContext,
  { personId, importId, accountId }: Importing,
  state: 'which-account' | 'same-payments',
  read: WholeReading,
): Promise<NextState> {
  await tx
    .updateTable('statements.import')
    .set({ state, account_id: accountId ?? null, format: read.format, reading: asJson(read) })
    .where('person_id', '=', personId)
    .where('id', '=', importId)
    .execute()
  return state
}

const asJson = (read: WholeReading) =>
  sql<never>`${JSON.stringify(read, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))}::jsonb`

export async function refuseImport(
  { tx }: CommandContext,
  { personId, importId }: Importing,
  problem: string,
  facts: Readonly<Record<string, string>>,
): Promise<NextState> {
  await tx.deleteFrom('statements.staged_line').where('import_id', '=', importId).execute()
  await tx
    .updateTable('statements.import')
    .set({ state: 'refused', problem, problem_facts: sql`${JSON.stringify(facts)}::jsonb`, reading: null })
    .where('person_id', '=', personId)
    .where('id', '=', importId)
    .execute()
  return 'refused'
}

type TakenIn = {
  read: WholeReading
  statements: readonly StatementRead[]
  days: { from: Day; to: Day } | undefined
}

async function saveApplied(
  context: CommandContext,
  { personId, importId }: Importing,
  account: Account,
  { read, statements, days }: TakenIn,
  applied: Applied,
): Promise<NextState> {
  const { tx, now } = context
  const inOrder = statements.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  const lines = statements.reduce((all, statement) => all + statement.lines, 0)
  const ours = days && (await ourBalances(context, personId, account.id, days))
  const closing = inOrder.at(-1)?.closing
  await tx.deleteFrom('statements.staged_line').where('import_id', '=', importId).execute()
  await tx
    .updateTable('statements.import')
    .set({
      state: 'applied',
      account_id: account.id,
      format: read.format,
      opening: inOrder[0]?.opening ?? ours?.before ?? null,
      closing: closing ?? null,
      from_on: days?.from ?? null,
      to_on: days?.to ?? null,
      proven: statements.every((statement) => statement.proof === 'holds'),
      off_our_books: closing === undefined || !ours ? null : minus(closing, ours.after),
      lines,
      added: applied.added,
      known_already: lines - applied.added,
      matched: applied.matched,
      asked: applied.asked,
      not_booked: read.notBooked,
      applied_at: now,
      reading: null,
    })
    .where('person_id', '=', personId)
    .where('id', '=', importId)
    .execute()
  if (closing !== undefined && ours)
    await noteAgreement(context, personId, account, minus(closing, ours.after))
  return 'applied'
}

/** A statement that does not end where our books do says that one is missing before it; a later one that agrees is the end of that. */
async function noteAgreement(context: CommandContext, personId: PersonId, account: Account, off: Pence) {
  const about = { personId, kind: 'statement-missing', aboutId: account.id } as const
  if (off === 0n) {
    await closeTasksAbout(context, about, 'A later statement agrees with our books')
    return
  }
  const words = `The statement of “${account.name}” ends ${showMoney(absolute(off))} ${off > 0n ? 'above' : 'below'} our books`
  await openTask(context, { ...about, words })
}

/** What our books say is in the account before the first of these days and at the end of the last. */
async function ourBalances(
  { tx, actor }: CommandContext,
  personId: PersonId,
  accountId: AccountId,
  { from, to }: { from: Day; to: Day },
): Promise<{ before: Pence; after: Pence }> {
  const account = ledger.bankAccount(accountId)
  const before = await ledger.balancesOn(tx, actor, [personId], addDays(from, -1))
  const after = await ledger.balancesOn(tx, actor, [personId], to)
  return { before: ledger.balanceOf(before, account), after: ledger.balanceOf(after, account) }
}
