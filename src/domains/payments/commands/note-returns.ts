import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import type { CommandContext } from '../../../platform/command.ts'
import { showMoney } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { lockCommitment, takeOff } from '../../budgets/index.ts'
import * as ledger from '../../ledger/index.ts'
import { openTask } from '../../tasks/index.ts'
import { PaymentId, RunId } from '../payment.ts'
import { lockRun } from '../run.ts'
import type { Run } from '../run.ts'

/** What the bank says of payments of a run: each paid, or failed and why. What was noted before is not noted again. */
export const noteReturns = command({
  name: 'payments.note-returns',
  input: z.object({
    runId: RunId,
    returns: z
      .array(
        z.object({
          paymentId: PaymentId,
          outcome: z.enum(['paid', 'failed']),
          because: z.string().max(200),
        }),
      )
      .min(1)
      .max(20_000),
  }),
  allow: 'pay people',
  async run(context, { runId, returns }) {
    const run = await lockRun(context.tx, runId)
    if (!run || !(context.actor.grantees as readonly string[]).includes(run.payerId))
      return refuse('no-such-run')
    if (run.state !== 'sent') return refuse('not-sent-yet')
    const payments = await lockPayments(context, runId)
    let paid = 0
    let failed = 0
    for (const { paymentId, outcome, because } of returns) {
      const payment = payments.get(paymentId)
      if (payment?.state !== 'sent') continue
      if (outcome === 'paid') paid += await notePaid(context, payment)
      else failed += await noteFailed(context, run, payment, because)
    }
    return done({ paid, failed })
  },
  says: ({ paid, failed }) => `Read the bank’s returned list: ${paid} paid, ${failed} failed`,
})

type Payment = Awaited<ReturnType<typeof lockPayments>> extends Map<PaymentId, infer One> ? One : never

async function lockPayments({ tx }: CommandContext, runId: RunId) {
  const rows = await tx
    .selectFrom('payments.payment')
    .select([
      'id',
      'person_id',
      'amount',
      'state',
      'confirmed_on',
      'account_id',
      'commitment_id',
      'details_id',
    ])
    .where('run_id', '=', runId)
    .orderBy('person_id')
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The bank paid it. To an account it is seen when the statement comes; whoever is paid for the NHS's support has it now. */
async function notePaid(context: CommandContext, payment: Payment): Promise<number> {
  const { tx, actor, today } = context
  const { person_id: personId, commitment_id: commitmentId } = payment
  if (!commitmentId) {
    if (payment.confirmed_on) return 0
    await changePayment(context, payment, { confirmed_on: today })
    return 1
  }
  const commitment = await lockCommitment(tx, actor, personId, commitmentId)
  const balances = await ledger.lockPurse(tx, personId)
  const payeeId = commitment?.payeeId
  if (!commitment || !payeeId) return 0
  const spent = commitment.parts.flatMap(({ lineId, amount }) =>
    ledger.spendCommitted(lineId, ledger.lineMoney(balances, lineId), amount),
  )
  await takeOff(tx, personId, commitmentId, { on: today, because: 'paid' })
  await changePayment(context, payment, { state: 'arrived', confirmed_on: today, arrived_on: today })
  await ledger.post(context, [
    {
      personId,
      event: 'payment-taken',
      subjectId: payment.id,
      occurredOn: today,
      why: `Paid: ${commitment.words}`,
      transfers: [...spent, ...ledger.move(ledger.inTransit, ledger.payee(payeeId), payment.amount)],
    },
  ])
  return 1
}

/** It came back: the money is the payer's again, and it falls due again once somebody has looked where it goes. */
async function noteFailed(
  context: CommandContext,
  run: Run,
  payment: Payment,
  because: string,
): Promise<number> {
  const { tx, actor, today } = context
  const { person_id: personId, amount, id } = payment
  await ledger.lockPurse(tx, personId)
  const sent = await ledger.movements(tx, actor, [personId], { event: 'payment-sent', subjectId: id })
  await changePayment(context, payment, { state: 'failed', failed_because: because || 'No reason was given' })
  await ledger.post(context, [
    {
      personId,
      event: 'payment-failed',
      subjectId: id,
      occurredOn: today,
      why: 'The payment came back',
      transfers: sent.map(({ from, to, journalNo, n }) => ({
        from: to,
        to: from,
        amount,
        reverses: { journalNo, n },
      })),
    },
  ])
  await openTask(context, {
    personId,
    kind: 'payment-failed',
    aboutId: id,
    organisationId: run.payerId,
    words: `${showMoney(amount)} came back. The bank says: ${because || 'no reason'}`,
  })
  return 1
}

type Change = {
  state?: 'arrived' | 'failed'
  confirmed_on?: CommandContext['today']
  arrived_on?: CommandContext['today']
  failed_because?: string
}

async function changePayment({ tx }: CommandContext, payment: Payment, change: Change) {
  await tx
    .updateTable('payments.payment')
    .set(change)
    .where('person_id', '=', payment.person_id)
    .where('id', '=', payment.id)
    .execute()
}
