import { sql } from 'kysely'
import type { Actor, Viewer } from '../../src/platform/actor.ts'
import { enter } from '../../src/platform/database.ts'
import type { Databases, Tx, WorldTime } from '../../src/platform/database.ts'
import { newId } from '../../src/platform/id.ts'
import type { Id } from '../../src/platform/id.ts'

/** Somebody who may do these things for this organisation. */
export function anActor(
  permissions: readonly string[],
  organisationId: Id<'organisation'> = newId(),
  userId: Id<'user'> = newId(),
): Actor {
  return {
    userId,
    name: 'Test actor',
    grantees: [userId, organisationId] as unknown as Id<'grantee'>[],
    scope: 'granted',
    permissions: new Set(permissions),
    actingAs: 'coordinator',
    organisationId,
  }
}

/** The first lock taken away: what is still hidden from this viewer, the database hides. */
export function withoutScope(viewer: Viewer): Viewer {
  return { ...viewer, scope: 'everything' }
}

/** An actor and a person whose file the actor's organisation may see, with nothing else known of either. */
export async function actorWithPerson(
  databases: Databases,
): Promise<{ actor: Actor; personId: Id<'person'> }> {
  const actor = anActor([])
  return { actor, personId: await aFileFor(databases, actor.organisationId) }
}

export async function aFileFor(
  databases: Databases,
  organisationId: Id<'organisation'>,
): Promise<Id<'person'>> {
  const personId = newId<'person'>()
  await databases.owner.transaction().execute(async (tx) => {
    await sql`select set_config('app.entry_id', ${newId()}, true)`.execute(tx)
    await sql`insert into people.access (person_id, id, grantee_id, reason, starts_on)
      values (${personId}, ${newId()}, ${organisationId}, 'test', '2020-01-01')`.execute(tx)
  })
  return personId
}

/** A transaction as `perform` opens one, for trying a store's functions alone. */
export async function asActor<Answer>(
  databases: Databases,
  actor: Actor,
  work: (context: WorldTime & { tx: Tx }) => Promise<Answer>,
): Promise<Answer> {
  return databases.app.transaction().execute(async (tx) => work({ tx, ...(await enter(tx, actor, newId())) }))
}
