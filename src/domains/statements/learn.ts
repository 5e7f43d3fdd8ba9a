import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/id.ts'
import type { PersonId } from '../people/index.ts'
import type { KnownPayee } from './matching.ts'

/** Keeps what we know of payees where it differs from what we knew. For this person alone. */
export async function saveKnownPayees(
  tx: Tx,
  personId: PersonId,
  before: ReadonlyMap<string, KnownPayee>,
  now: ReadonlyMap<string, KnownPayee>,
): Promise<void> {
  for (const [key, payee] of now) {
    if (before.get(key) === payee) continue
    const facts = {
      payee_id: payee.payeeId,
      plan_line_id: payee.planLineId ?? null,
      always: payee.always,
      times: payee.times,
      least: payee.least,
      most: payee.most,
      last_on: payee.lastOn,
    }
    await tx
      .insertInto('statements.known_payee')
      .values({ person_id: personId, id: newId(), payee_key: key, ...facts })
      .onConflict((conflict) => conflict.constraint('known_once').doUpdateSet(facts))
      .execute()
  }
}
