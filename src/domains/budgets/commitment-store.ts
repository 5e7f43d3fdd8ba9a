import { sql } from 'kysely'
import type { Viewer } from '../../platform/actor.ts'
import type { Database, Tx } from '../../platform/database.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'
import type { Pence } from '../../platform/money.ts'
import { visible } from '../../platform/visibility.ts'
import type { PersonId } from '../people/index.ts'
import type { CommitmentId, LineId } from './budget.ts'
import type { Commitment, CommitmentPart } from './commitment.ts'

type NewCommitment = {
  personId: PersonId
  id: CommitmentId
  words: string
  payeeId: Id<'payee'> | undefined
  setAsideOn: Day
  dueOn: Day | undefined
  parts: readonly CommitmentPart[]
}

export async function saveCommitment(tx: Tx, commitment: NewCommitment): Promise<void> {
  const { personId, id } = commitment
  await tx
    .insertInto('budgets.commitment')
    .values({
      person_id: personId,
      id,
      words: commitment.words,
      payee_id: commitment.payeeId ?? null,
      set_aside_on: commitment.setAsideOn,
      due_on: commitment.dueOn ?? null,
    })
    .execute()
  await tx
    .insertInto('budgets.commitment_part')
    .values(
      commitment.parts.map((part) => ({
        person_id: personId,
        id: newId<'commitment_part'>(),
        commitment_id: id,
        line_id: part.lineId,
        amount: part.amount,
      })),
    )
    .execute()
}

/** What is set aside and not paid or released yet, what is due first at the top. */
export async function openCommitments(
  database: Pick<Database, 'selectFrom'>,
  viewer: Viewer,
  files: readonly PersonId[],
): Promise<Commitment[]> {
  const rows = await database
    .selectFrom('budgets.commitment as commitment')
    .leftJoin('plans.payee as payee', (join) =>
      join
        .onRef('payee.person_id', '=', 'commitment.person_id')
        .onRef('payee.id', '=', 'commitment.payee_id'),
    )
    .select([
      'commitment.id',
      'commitment.words',
      'commitment.payee_id',
      'payee.name as payee_name',
      'commitment.due_on',
      'commitment.told_paid_on',
      partsOfCommitment.as('parts'),
    ])
    .where('commitment.person_id', 'in', files)
    .where('commitment.closed_on', 'is', null)
    .where(visible(viewer, 'commitment.person_id'))
    .orderBy('commitment.due_on', (order) => order.asc().nullsLast())
    .orderBy('commitment.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    payeeId: row.payee_id ?? undefined,
    payeeName: row.payee_name ?? undefined,
    dueOn: row.due_on ?? undefined,
    toldPaidOn: row.told_paid_on ?? undefined,
    parts: row.parts.map((part) => ({ lineId: part.line, amount: BigInt(part.amount) as Pence })),
  }))
}

const partsOfCommitment = sql<{ line: LineId; amount: string }[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('line', part.line_id, 'amount', part.amount::text) order by part.id), '[]')
  from budgets.commitment_part part
  where part.person_id = commitment.person_id and part.commitment_id = commitment.id and part.amount > 0)`

/** Locks one that is open; undefined where there is none, or it is closed. */
export async function lockCommitment(
  tx: Tx,
  viewer: Viewer,
  personId: PersonId,
  id: CommitmentId,
): Promise<Commitment | undefined> {
  const locked = await tx
    .selectFrom('budgets.commitment')
    .select('id')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .where('closed_on', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!locked) return undefined
  const open = await openCommitments(tx, viewer, [personId])
  return open.find((commitment) => commitment.id === id)
}

/** Takes off what was paid or released of each part; closes it when nothing is left. */
export async function takeOff(
  tx: Tx,
  personId: PersonId,
  id: CommitmentId,
  how: { on: Day; because: 'paid' | 'released'; keep?: readonly CommitmentPart[] },
): Promise<void> {
  const keep = how.keep ?? []
  const parts = await tx
    .selectFrom('budgets.commitment_part')
    .select(['id', 'line_id', 'amount'])
    .where('person_id', '=', personId)
    .where('commitment_id', '=', id)
    .execute()
  for (const part of parts) {
    const amount = keep.find((each) => each.lineId === part.line_id)?.amount ?? (0n as Pence)
    if (amount === part.amount) continue
    await tx
      .updateTable('budgets.commitment_part')
      .set({ amount })
      .where('person_id', '=', personId)
      .where('id', '=', part.id)
      .execute()
  }
  if (keep.some((part) => part.amount > 0n)) return
  await tx
    .updateTable('budgets.commitment')
    .set({ closed_on: how.on, closed_how: how.because })
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .execute()
}

/** Opens one again whose payment turned out to be something else. */
export async function reopen(
  tx: Tx,
  personId: PersonId,
  id: CommitmentId,
  parts: readonly CommitmentPart[],
): Promise<void> {
  await tx
    .updateTable('budgets.commitment')
    .set({ closed_on: null, closed_how: null })
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .execute()
  for (const part of parts) {
    await tx
      .updateTable('budgets.commitment_part')
      .set({ amount: part.amount })
      .where('person_id', '=', personId)
      .where('commitment_id', '=', id)
      .where('line_id', '=', part.lineId)
      .execute()
  }
}
