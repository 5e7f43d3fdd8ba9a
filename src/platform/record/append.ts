import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Tx } from '../database.ts'
import type { Id } from '../id.ts'
import { canonicalJson } from '../json.ts'

export type NewEntry = {
  id: Id<'entry'>
  actor: Actor
  /** Whom it is about; undefined: nobody in particular, so it stands on the acting organisation's chain. */
  personId: Id<'person'> | undefined
  command: string
  /** Versions of the rules that were applied, by name. */
  rules: Readonly<Record<string, string>>
  /** One plain sentence: what was done. */
  says: string
  input: unknown
  at: Date
}

/** Appends to the record, unsealed, in the transaction whose rows it covers. The last thing that a command writes. */
export async function appendToRecord(tx: Tx, entry: NewEntry): Promise<void> {
  const salt = randomBytes(16)
  const payload = canonicalJson({ says: entry.says, input: entry.input })
  const chain = entry.personId
    ? { personId: entry.personId, organisationId: null }
    : { personId: null, organisationId: entry.actor.organisationId }
  await sql`
    with kept as (
      insert into record.entry (id, person_id, organisation_id, at, user_id, acting_as, command, rules,
                                payload, salt, payload_hash, wrote_digest, wrote_rows)
      select ${entry.id}, ${chain.personId}::uuid, ${chain.organisationId}::uuid, ${entry.at}::timestamptz,
             ${entry.actor.userId}, ${entry.actor.actingAs}, ${entry.command}, ${canonicalJson(entry.rules)},
             ${payload}, ${salt}::bytea, ${hashPayload(salt, payload)}::bytea, wrote.digest, wrote.rows
      from record.wrote(${entry.id}) wrote
      returning id
    )
    insert into record.unsealed (entry_id) select id from kept`.execute(tx)
}

/** The salt keeps anybody from guessing a short payload from its hash, and is erased with it. */
export function hashPayload(salt: Buffer, payload: string): Buffer {
  return createHash('sha256').update(salt).update(payload).digest()
}
