import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import type { Day } from '../../../platform/day.ts'
import type { Pence } from '../../../platform/money.ts'
import type { Tables } from '../../../platform/tables.generated.ts'
import { visible } from '../../../platform/visibility.ts'
import type { AccountId, CommitmentId } from '../../budgets/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { PlanLineId } from '../../plans/index.ts'
import type { MatchKind } from '../matching.ts'
import type { QuestionId, StatementLineId } from '../statement-line.ts'

/** "What was this for?": the first payment that waits, how many wait with it, and the guess with its why. */
export type Question = {
  id: QuestionId
  personId: PersonId
  accountId: AccountId
  direction: 'in' | 'out'
  state: 'open' | 'handed-over'
  guess:
    | {
        kind: MatchKind
        planLineId: PlanLineId | undefined
        commitmentId: CommitmentId | undefined
        why: string
      }
    | undefined
  payments: readonly { id: StatementLineId; on: Day; amount: Pence; payee: string; text: string }[]
}

type Handle = Pick<Database, 'selectFrom'>

/** Questions that nobody has answered, the oldest payment first. */
export async function openQuestions(
  database: Handle,
  viewer: Viewer,
  files: readonly PersonId[],
  only?: QuestionId,
): Promise<Question[]> {
  const rows = await database
    .selectFrom('statements.question as question')
    .select([
      'question.id',
      'question.person_id as personId',
      'question.account_id as accountId',
      'question.state',
      'question.guess_kind',
      'question.guess_plan_line_id',
      'question.guess_commitment_id',
      'question.guess_why',
      paymentsThatWait.as('payments'),
    ])
    .where('question.person_id', 'in', files)
    .where('question.state', '<>', 'answered')
    .where(visible(viewer, 'question.person_id'))
    .$if(only !== undefined, (more) => more.where('question.id', '=', only ?? ('' as QuestionId)))
    .orderBy('question.asked_on')
    .orderBy('question.id')
    .limit(200)
    .execute()
  return rows
    .map((row): Question => {
      const payments = row.payments.map((each) => ({ ...each, amount: BigInt(each.amount) as Pence }))
      const direction = (payments[0]?.amount ?? 0n) > 0n ? 'in' : 'out'
      const { id, personId, accountId } = row
      const state = row.state === 'handed-over' ? 'handed-over' : 'open'
      return { id, personId, accountId, direction, state, guess: guessOf(row, direction), payments }
    })
    .filter((question) => question.payments.length > 0)
}

type GuessRow = Pick<
  Selectable<Tables['statements.question']>,
  'guess_kind' | 'guess_plan_line_id' | 'guess_commitment_id' | 'guess_why'
>

/** The guess was about the first payment there was; it says nothing of a refund that is left over. */
function guessOf(row: GuessRow, direction: 'in' | 'out'): Question['guess'] {
  if (row.guess_kind === null) return undefined
  const kind = row.guess_kind as MatchKind
  if ((kind === 'spent' || kind === 'set-aside') !== (direction === 'out')) return undefined
  return {
    kind,
    planLineId: row.guess_plan_line_id ?? undefined,
    commitmentId: row.guess_commitment_id ?? undefined,
    why: row.guess_why ?? '',
  }
}

type Waiting = { id: StatementLineId; on: Day; amount: string; payee: string; text: string }

const paymentsThatWait = sql<Waiting[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('id', line.id, 'on', line.booked_on, 'amount', line.amount::text,
                                               'payee', line.payee, 'text', line.text)
                            order by line.booked_on, line.no), '[]')
  from statements.unexplained waiting
  join statements.statement_line line on line.person_id = waiting.person_id and line.id = waiting.statement_line_id
  where waiting.person_id = question.person_id and waiting.question_id = question.id and not waiting.settled)`
