import type { Tx } from '../../platform/database.ts'
import { addDays } from '../../platform/day.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'
import type { PersonId } from './person.ts'

/** Why somebody may see a person. Kept with the access, and shown to the person. */
export type AccessReason =
  | 'themself'
  | 'their ICB'
  | 'their council'
  | 'pays for their support'
  | 'funds their support'
  | 'holds their money'
  | 'looks after their budget'

export type Grant = {
  personId: PersonId
  /** A user, or an organisation whose members are meant. */
  granteeId: Id<'user'> | Id<'organisation'>
  reason: AccessReason
  from: Day
}

/** Lets somebody see a person from a day on. Given twice it stays as it is. */
export async function giveAccess(tx: Tx, { personId, granteeId, reason, from }: Grant): Promise<void> {
  const grantee = granteeId as unknown as Id<'grantee'>
  const already = await tx
    .selectFrom('people.access')
    .select('id')
    .where('person_id', '=', personId)
    .where('grantee_id', '=', grantee)
    .where('reason', '=', reason)
    .where('ends_on', 'is', null)
    .executeTakeFirst()
  if (already) return
  await tx
    .insertInto('people.access')
    .values({ person_id: personId, id: newId(), grantee_id: grantee, reason, starts_on: from })
    .execute()
}

/** The last day on which they may see is `lastOn`. */
export async function endAccess(tx: Tx, grant: Omit<Grant, 'from'>, lastOn: Day): Promise<void> {
  await tx
    .updateTable('people.access')
    .set({ ends_on: addDays(lastOn, 1) })
    .where('person_id', '=', grant.personId)
    .where('grantee_id', '=', grant.granteeId as unknown as Id<'grantee'>)
    .where('reason', '=', grant.reason)
    .where('ends_on', 'is', null)
    .execute()
}
