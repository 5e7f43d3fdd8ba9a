import type { CommandContext } from '../../platform/command.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { absolute } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import { budgetsOf, totalOf } from '../budgets/index.ts'
import type { AccountId, Commitment, CommitmentId } from '../budgets/index.ts'
import * as ledger from '../ledger/index.ts'
import type { PersonId } from '../people/index.ts'
import { payeeCalled } from '../plans/index.ts'
import type { PayeeId, PlanLineId } from '../plans/index.ts'
import { closeTasksAbout } from '../tasks/index.ts'
import { settleElsewhere } from './effects.ts'
import { lockKnown } from './expectations.ts'
import { saveKnownPayees } from './learn.ts'
import { makeMatcher } from './matcher.ts'
import type { Matcher } from './matcher.ts'
import type { CandidateLine, KnownPayee, LineToMatch, Match } from './matching.ts'
import { noteOverspending } from './overspending.ts'
import { payeeKey } from './payee-key.ts'
import { explain } from './posting.ts'
import type { QuestionId, StatementLineId } from './statement-line.ts'
import { saveMatches } from './store.ts'

/** A question and the lines that wait for its answer, locked. */
export type LockedQuestion = {
  id: QuestionId
  accountId: AccountId
  waiting: readonly WaitingLine[]
}

export type WaitingLine = LineToMatch & { id: StatementLineId; payee: string; text: string }

export async function lockQuestion(
  { tx }: CommandContext,
  personId: PersonId,
  questionId: QuestionId,
): Promise<LockedQuestion | undefined> {
  const question = await tx
    .selectFrom('statements.question')
    .select('account_id')
    .where('person_id', '=', personId)
    .where('id', '=', questionId)
    .where('state', '<>', 'answered')
    .forUpdate()
    .executeTakeFirst()
  if (!question) return undefined
  const waiting = await tx
    .selectFrom('statements.unexplained as waiting')
    .innerJoin('statements.statement_line as line', (join) =>
      join
        .onRef('line.person_id', '=', 'waiting.person_id')
        .onRef('line.id', '=', 'waiting.statement_line_id'),
    )
    .select(['line.id', 'line.booked_on as bookedOn', 'line.amount', 'line.payee', 'line.text'])
    .where('waiting.person_id', '=', personId)
    .where('waiting.question_id', '=', questionId)
    .where('waiting.settled', '=', false)
    .orderBy('line.booked_on')
    .orderBy('line.no')
    .execute()
  return {
    id: questionId,
    accountId: question.account_id,
    waiting: waiting.map((line) => ({ ...line, key: payeeKey(line) })),
  }
}

/** What is known of a purse while a question is answered. */
export type Answerable = {
  linesOn(on: Day): readonly CandidateLine[]
  /** What was set aside and is of exactly this amount, by its id. */
  commitmentLike(id: CommitmentId, amount: Pence): Commitment | undefined
  /** The contribution of this amount that is longest due, where there is one. */
  contributionLike(amount: Pence): Match['contributionDueId']
  somebodyPays: boolean
}

/** Explains lines one after another in a purse that is locked for it. */
export type Explaining = Answerable & {
  matcher: Matcher
  /** Says what a line was, posts it, and settles what it settles elsewhere. */
  explainLine(line: WaitingLine, match: Match, how: 'certain' | 'answer'): Promise<void>
  /** What a payee is paid for, as somebody said it. */
  learn(line: WaitingLine, payeeId: PayeeId, planLineId: PlanLineId, always: boolean): void
  finish(): Promise<void>
}

export async function startExplaining(
  context: CommandContext,
  personId: PersonId,
  question: LockedQuestion,
): Promise<Explaining> {
  const first = question.waiting[0]?.bookedOn ?? context.today
  const known = await lockKnown(context, personId, question.accountId, first)
  const matcher = makeMatcher(known)
  const payerId = (await budgetsOf(context.tx, context.actor, [personId]))[0]?.payerId
  return {
    matcher,
    somebodyPays: payerId !== undefined,
    linesOn: known.linesOn,
    commitmentLike: (id, amount) =>
      known.commitments.find((each) => each.id === id && totalOf(each.parts) === amount),
    contributionLike: (amount) => known.contributions.find((each) => each.amount === amount)?.id,
    async explainLine(line, match, how) {
      const transfers = explain({ amount: line.amount, match, payerId }, 'unexplained', matcher.balances)
      matcher.apply(transfers)
      matcher.accept(line, match)
      const matchId = newId<'match'>()
      const { bookedOn } = line
      await saveMatches(context, personId, [{ id: matchId, lineId: line.id, how, match }])
      await ledger.post(context, [
        {
          personId,
          event: 'explained',
          subjectId: matchId,
          occurredOn: bookedOn,
          why: match.what,
          transfers,
        },
      ])
      await settleElsewhere(context, personId, match, bookedOn)
      await noLongerWaits(context, personId, line.id)
    },
    learn(line, payeeId, planLineId, always) {
      if (line.key === '') return
      const before = matcher.known.get(line.key)
      matcher.teach(line.key, learned(before, line, { payeeId, planLineId, always }))
    },
    async finish() {
      await saveKnownPayees(context.tx, personId, known.known, matcher.known)
      await noteOverspending(context, personId, known.balances, matcher.balances)
      await closeIfNothingWaits(context, personId, question.id)
    },
  }
}

type Lesson = { payeeId: PayeeId; planLineId: PlanLineId; always: boolean }

/** Said anew of another line, what was known before is forgotten. */
function learned(before: KnownPayee | undefined, line: WaitingLine, lesson: Lesson): KnownPayee {
  const amount = absolute(line.amount)
  if (before && before.planLineId === lesson.planLineId && before.payeeId === lesson.payeeId) {
    return { ...before, always: before.always || lesson.always }
  }
  const name = before?.name ?? line.payee
  return { ...lesson, name, times: 0, least: amount, most: amount, lastOn: line.bookedOn }
}

async function noLongerWaits({ tx }: CommandContext, personId: PersonId, lineId: StatementLineId) {
  await tx
    .updateTable('statements.unexplained')
    .set({ settled: true })
    .where('person_id', '=', personId)
    .where('statement_line_id', '=', lineId)
    .where('settled', '=', false)
    .execute()
}

async function closeIfNothingWaits(context: CommandContext, personId: PersonId, questionId: QuestionId) {
  const { tx } = context
  const waits = await tx
    .selectFrom('statements.unexplained')
    .select('id')
    .where('person_id', '=', personId)
    .where('question_id', '=', questionId)
    .where('settled', '=', false)
    .limit(1)
    .executeTakeFirst()
  if (waits) return
  await tx
    .updateTable('statements.question')
    .set({ state: 'answered' })
    .where('person_id', '=', personId)
    .where('id', '=', questionId)
    .execute()
  const about = { personId, kind: 'question-handed-over', aboutId: questionId } as const
  await closeTasksAbout(context, about, 'The question was answered')
}

/** Who was paid, by the name that was given, or by what the bank printed. */
export async function payeeOf(
  { tx }: CommandContext,
  personId: PersonId,
  line: WaitingLine,
  given: string | undefined,
): Promise<{ id: PayeeId; name: string }> {
  const name = given ?? (line.payee || inTitleCase(line.key) || 'Somebody unnamed')
  return { id: await payeeCalled(tx, personId, name), name }
}

const inTitleCase = (key: string) =>
  key
    .toLowerCase()
    .replaceAll(/(^|\s)(\p{L})/gu, (_all, space: string, letter: string) => space + letter.toUpperCase())
