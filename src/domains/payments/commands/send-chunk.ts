import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import type { CommandContext } from '../../../platform/command.ts'
import type { Day } from '../../../platform/day.ts'
import type { Pence } from '../../../platform/money.ts'
import { showMoney, sum } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import * as ledger from '../../ledger/index.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import type { PersonId } from '../../people/index.ts'
import { RunId } from '../payment.ts'
import type { PaymentId } from '../payment.ts'
import { noteRecharges } from '../recharge.ts'
import { lockRun } from '../run.ts'

const atOnce = 1_000

/** Sends the next payments of an approved run, in the order of their purses; the last chunk says that all are sent. */
export const sendChunk = command({
  name: 'payments.send-chunk',
  input: z.object({ runId: RunId }),
  allow: 'approve payments',
  async run(context, { runId }) {
    const { tx } = context
    const run = await lockRun(tx, runId)
    if (run?.state !== 'approved') return refuse('nothing-to-send')
    const payments = await nextPayments(context, runId)
    await ledger.post(
      context,
      payments.map((payment) => journalOf(payment, run.payerId, run.payOn)),
    )
    await markSent(context, payments, run.payOn)
    await noteRecharges(context, run.payerId, payments)
    const isLast = payments.length < atOnce
    if (isLast) await tx.updateTable('payments.run').set({ state: 'sent' }).where('id', '=', runId).execute()
    return done({ sent: payments.length, total: showMoney(sum(payments.map((each) => each.amount))), isLast })
  },
  says: ({ sent, total }) => `Sent ${sent} payments of a run, ${total}`,
})

type Payment = {
  id: PaymentId
  personId: PersonId
  budgetId: string
  amount: Pence
  dueOn: Day
  isFirst: boolean
  accountId: string | null
}

async function nextPayments({ tx }: CommandContext, runId: RunId): Promise<Payment[]> {
  const answer = await sql<Payment>`
    select payment.id, payment.person_id as "personId", payment.budget_id as "budgetId", payment.amount,
           payment.due_on as "dueOn", payment.account_id as "accountId",
           not exists (select 1 from payments.payment earlier
                       where earlier.person_id = payment.person_id and earlier.budget_id = payment.budget_id
                         and earlier.state in ('sent', 'arrived')) as "isFirst"
    from payments.payment payment
    where payment.run_id = ${runId} and payment.state = 'prepared'
    order by payment.person_id, payment.id limit ${atOnce} for update of payment`.execute(tx)
  return answer.rows
}

async function markSent({ tx }: CommandContext, payments: readonly Payment[], on: Day) {
  const ids = payments.map((payment) => payment.id)
  await sql`
    update payments.payment set state = 'sent', sent_on = ${on} where id = any (${ids}::uuid[])`.execute(tx)
}

function journalOf(payment: Payment, payerId: OrganisationId, payOn: Day): ledger.Journal {
  return {
    personId: payment.personId,
    event: 'payment-sent',
    subjectId: payment.id,
    occurredOn: payOn,
    why: payment.isFirst ? 'First payment sent' : 'Payment sent',
    transfers: ledger.move(ledger.payer(payerId), ledger.inTransit, payment.amount),
  }
}
