import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/id.ts'
import type { PersonId } from '../people/index.ts'
import type { PayeeId, PlanLineId } from './plan.ts'

/** The payee of this name, noted where it is new. Names are compared without regard to capitals. */
export async function payeeCalled(tx: Tx, personId: PersonId, name: string): Promise<PayeeId> {
  const known = await tx
    .selectFrom('plans.payee')
    .select('id')
    .where('person_id', '=', personId)
    .where((where) => where.fn('lower', ['name']), '=', name.toLowerCase())
    .executeTakeFirst()
  if (known) return known.id
  const id = newId<'payee'>()
  await tx.insertInto('plans.payee').values({ person_id: personId, id, name }).execute()
  return id
}

/** Notes who is usually paid for a line. Said twice it stays as it is. */
export async function noteUsualPayees(
  tx: Tx,
  personId: PersonId,
  planLineId: PlanLineId,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    const payeeId = await payeeCalled(tx, personId, name)
    await tx
      .insertInto('plans.usual_payee')
      .values({ person_id: personId, id: newId(), plan_line_id: planLineId, payee_id: payeeId })
      .onConflict((conflict) => conflict.constraint('usual_once').doNothing())
      .execute()
  }
}
