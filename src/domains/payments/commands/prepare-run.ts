import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import type { CommandContext } from '../../../platform/command.ts'
import { newId } from '../../../platform/id.ts'
import { daySchema } from '../../../platform/input.ts'
import { showMoney, sum } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { OrganisationId } from '../../organisations/index.ts'
import { isWorkingDay } from '../../rules/index.ts'
import { findDue } from '../due.ts'
import type { Due } from '../due.ts'
import { RunId } from '../payment.ts'

/**
 * Gathers everything that a payer owes up to a day into one run, for somebody else to approve. What has no confirmed
 * details stays out and is said so.
 */
export const prepareRun = command({
  name: 'payments.prepare-run',
  input: z.object({
    payerId: OrganisationId,
    newRunId: RunId.optional(),
    /** The day that the money leaves. */
    payOn: daySchema,
    dueUpTo: daySchema,
  }),
  allow: 'pay people',
  async run(context, { payerId, newRunId, payOn, dueUpTo }) {
    const { tx, actor, now, today } = context
    if (!(actor.grantees as readonly string[]).includes(payerId)) return refuse('not-your-organisation')
    if (payOn < today) return refuse('day-is-past')
    if (!isWorkingDay(payOn)) return refuse('not-a-working-day')
    await lockPayer(context, payerId)
    const due = await findDue(tx, payerId, dueUpTo)
    const payable = due.filter((each) => each.detailsId !== null)
    if (payable.length === 0) return refuse('nothing-to-pay', { heldBack: String(due.length) })
    const runId = newRunId ?? newId<'run'>()
    const total = sum(payable.map((each) => each.amount))
    await tx
      .insertInto('payments.run')
      .values({
        id: runId,
        payer_id: payerId,
        pay_on: payOn,
        due_up_to: dueUpTo,
        state: 'prepared',
        prepared_by: actor.userId,
        prepared_at: now,
        payments: payable.length,
        total,
      })
      .execute()
    await savePayments(context, runId, payable)
    return done({
      runId,
      payments: payable.length,
      total: showMoney(total),
      heldBack: due.length - payable.length,
    })
  },
  says: ({ payments, total }) => `Prepared a run of ${payments} payments, ${total}`,
})

/** One run of a payer is prepared at a time: two at once would both find the same money due. */
async function lockPayer({ tx }: CommandContext, payerId: OrganisationId) {
  await tx
    .selectFrom('organisations.organisation')
    .select('id')
    .where('id', '=', payerId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

async function savePayments({ tx }: CommandContext, runId: RunId, due: readonly Due[]) {
  const ids = due.map(() => newId<'payment'>())
  await sql`
    insert into payments.payment (person_id, id, run_id, budget_id, details_id, account_id, commitment_id, due_on,
                                  amount, reference, state)
    select person_id, id, ${runId}, budget_id, details_id, account_id, commitment_id, due_on, amount, reference, 'prepared'
    from unnest(
      ${due.map((each) => each.personId)}::uuid[], ${ids}::uuid[], ${due.map((each) => each.budgetId)}::uuid[],
      ${due.map((each) => each.detailsId)}::uuid[], ${due.map((each) => each.accountId)}::uuid[],
      ${due.map((each) => each.commitmentId)}::uuid[], ${due.map((each) => each.dueOn)}::date[],
      ${due.map((each) => each.amount)}::bigint[], ${ids.map(referenceOf)}::text[]
    ) as made (person_id, id, budget_id, details_id, account_id, commitment_id, due_on, amount, reference)
  `.execute(tx)
}

/** Eighteen characters at most, as Bacs allows: says whose service it is and finds the payment again. */
export const referenceOf = (paymentId: string): string =>
  `PHB ${paymentId.replaceAll('-', '').slice(-12).toUpperCase()}`
