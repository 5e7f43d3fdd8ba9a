import type { Tx } from '../../platform/database.ts'
import type { Day } from '../../platform/day.ts'
import type { Pence } from '../../platform/money.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { RunId } from './payment.ts'

export const runStates = ['prepared', 'approved', 'sent', 'cancelled'] as const
export type RunState = (typeof runStates)[number]

export type Run = {
  id: RunId
  payerId: OrganisationId
  payOn: Day
  dueUpTo: Day
  state: RunState
  preparedBy: string
  payments: number
  total: Pence
}

export const runStateWords: Record<RunState, string> = {
  prepared: 'Waiting for approval',
  approved: 'Approved, being sent',
  sent: 'Sent',
  cancelled: 'Thrown away',
}

export async function lockRun(tx: Tx, id: RunId): Promise<Run | undefined> {
  const row = await tx
    .selectFrom('payments.run')
    .select(['id', 'payer_id', 'pay_on', 'due_up_to', 'state', 'prepared_by', 'payments', 'total'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      payerId: row.payer_id,
      payOn: row.pay_on,
      dueUpTo: row.due_up_to,
      state: row.state,
      preparedBy: row.prepared_by,
      payments: row.payments,
      total: row.total,
    }
  )
}
