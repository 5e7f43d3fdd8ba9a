import { sql } from 'kysely'
import type { CommandContext } from '../../platform/command.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/id.ts'
import type { AccountId } from '../budgets/index.ts'
import type { PersonId } from '../people/index.ts'
import type { Guess } from './matching.ts'
import type { QuestionId, StatementLineId } from './statement-line.ts'

/**
 * Gathers what cannot be matched into questions: one for each payee, so that one answer serves all its payments, and
 * their refunds. A payment whose payee nobody can make out is asked about on its own.
 */
export type QuestionList = {
  ask(lineId: StatementLineId, key: string, guess: Guess | undefined): void
  /** Writes them. Answers how many questions are new. */
  save(context: CommandContext): Promise<number>
}

type Asked = { id: QuestionId; key: string; guess: Guess | undefined; isNew: boolean }

export async function listQuestions(tx: Tx, personId: PersonId, accountId: AccountId): Promise<QuestionList> {
  const open = await tx
    .selectFrom('statements.question')
    .select(['id', 'payee_key'])
    .where('person_id', '=', personId)
    .where('account_id', '=', accountId)
    .where('state', '=', 'open')
    .orderBy('id')
    .forUpdate()
    .execute()
  const byPayee = new Map<string, Asked>()
  for (const { id, payee_key: key } of open) byPayee.set(key, { id, key, guess: undefined, isNew: false })
  const fresh: Asked[] = []
  const waiting: { lineId: StatementLineId; questionId: QuestionId }[] = []
  return {
    ask(lineId, key, guess) {
      let question = key === '' ? undefined : byPayee.get(key)
      if (!question) {
        question = { id: newId<'question'>(), key, guess, isNew: true }
        fresh.push(question)
        byPayee.set(key, question)
      }
      waiting.push({ lineId, questionId: question.id })
    },
    async save(context) {
      await saveQuestions(context, personId, accountId, fresh)
      await saveWaiting(context, personId, waiting)
      return fresh.length
    },
  }
}

/** Rows of one statement: PostgreSQL takes no more than 65,535 values at a time. */
const atOnce = 2_000

async function saveQuestions(
  { tx, today }: CommandContext,
  personId: PersonId,
  accountId: AccountId,
  questions: readonly Asked[],
) {
  for (const some of slices(questions)) {
    await tx
      .insertInto('statements.question')
      .values(
        some.map(({ id, key, guess }) => ({
          person_id: personId,
          id,
          account_id: accountId,
          payee_key: key,
          guess_plan_line_id: guess?.planLineId ?? null,
          guess_commitment_id: guess?.commitmentId ?? null,
          guess_kind: guess?.kind ?? null,
          guess_why: guess?.why ?? null,
          state: 'open' as const,
          asked_on: today,
        })),
      )
      .execute()
  }
}

async function saveWaiting(
  { tx }: CommandContext,
  personId: PersonId,
  waiting: readonly { lineId: StatementLineId; questionId: QuestionId }[],
) {
  if (waiting.length === 0) return
  await sql`
    insert into statements.unexplained (person_id, id, statement_line_id, question_id)
    select ${personId}, id, statement_line_id, question_id
    from unnest(${waiting.map(() => newId<'unexplained'>())}::uuid[], ${waiting.map((each) => each.lineId)}::uuid[],
                ${waiting.map((each) => each.questionId)}::uuid[]) as waits (id, statement_line_id, question_id)
  `.execute(tx)
}

function* slices<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += atOnce) yield items.slice(from, from + atOnce)
}
