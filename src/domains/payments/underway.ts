import type { Tx } from '../../platform/database.ts'
import type { Day } from '../../platform/day.ts'
import type { Pence } from '../../platform/money.ts'
import type { AccountId } from '../budgets/index.ts'
import type { PersonId } from '../people/index.ts'
import type { PaymentId } from './payment.ts'

/** A payment that left the payer and has not been seen on the account's statement. */
export type Underway = { id: PaymentId; amount: Pence; sentOn: Day; from: string }

/** Those on their way to an account, the first sent first; locked, so that none arrives twice. */
export async function lockPaymentsUnderway(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
): Promise<Underway[]> {
  const rows = await tx
    .selectFrom('payments.payment as payment')
    .innerJoin('budgets.budget as budget', (join) =>
      join.onRef('budget.person_id', '=', 'payment.person_id').onRef('budget.id', '=', 'payment.budget_id'),
    )
    .innerJoin('organisations.organisation as payer', 'payer.id', 'budget.payer_id')
    .select(['payment.id', 'payment.amount', 'payment.sent_on', 'payer.short_name as from'])
    .where('payment.person_id', '=', personId)
    .where('payment.account_id', '=', accountId)
    .where('payment.state', '=', 'sent')
    .orderBy('payment.sent_on')
    .orderBy('payment.id')
    .forUpdate('payment')
    .execute()
  return rows.flatMap(({ sent_on, ...payment }) => (sent_on ? [{ ...payment, sentOn: sent_on }] : []))
}

/** Seen on the statement. */
export async function noteArrived(tx: Tx, personId: PersonId, paymentId: PaymentId, on: Day): Promise<void> {
  await tx
    .updateTable('payments.payment')
    .set({ state: 'arrived', arrived_on: on })
    .where('person_id', '=', personId)
    .where('id', '=', paymentId)
    .execute()
}

/** What was thought to be it was something else: it is on its way again. */
export async function noteNotArrived(tx: Tx, personId: PersonId, paymentId: PaymentId): Promise<void> {
  await tx
    .updateTable('payments.payment')
    .set({ state: 'sent', arrived_on: null })
    .where('person_id', '=', personId)
    .where('id', '=', paymentId)
    .execute()
}
