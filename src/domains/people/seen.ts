import { sql } from 'kysely'
import type { Databases } from '../../platform/database.ts'
import type { Id } from '../../platform/id.ts'
import type { PersonId } from './person.ts'

/** That somebody looked at a person's record, and at what. */
export type Look = { personId: PersonId; userId: Id<'user'>; visit: string }

/**
 * Writes looks durably before the page is sent: the promise settles once its row is committed. Looks that come
 * while a write is under way go together in the next one, so a busy hour costs few transactions.
 */
function makeLookWriter(databases: Databases): (look: Look) => Promise<void> {
  let waiting: { look: Look; settle: (problem?: unknown) => void }[] = []
  let writing = false
  const writeAll = async () => {
    writing = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      const problem = await write(
        databases,
        batch.map(({ look }) => look),
      ).then(
        () => undefined,
        (reason: unknown) => reason ?? new Error('the look was not written'),
      )
      for (const { settle } of batch) settle(problem)
    }
    writing = false
  }
  return (look) =>
    new Promise((resolve, reject) => {
      waiting.push({ look, settle: (problem) => (problem === undefined ? resolve() : reject(problem)) })
      if (!writing) void writeAll()
    })
}

async function write(databases: Databases, looks: readonly Look[]): Promise<void> {
  await sql`select people.note_looks(
    ${looks.map((look) => look.personId)}::uuid[],
    ${looks.map((look) => look.userId)}::uuid[],
    ${looks.map((look) => look.visit)}::text[])`.execute(databases.app)
}

const writers = new WeakMap<Databases, (look: Look) => Promise<void>>()

/** Notes a look through the one writer that this process has for a database. */
export function noteLook(databases: Databases, look: Look): Promise<void> {
  const writer = writers.get(databases) ?? makeLookWriter(databases)
  writers.set(databases, writer)
  return writer(look)
}
