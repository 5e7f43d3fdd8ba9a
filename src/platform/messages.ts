import { sql } from 'kysely'
import type { Databases, Tx } from './database.ts'
import { newId } from './id.ts'
import type { Id } from './id.ts'

/** What a message can say. The words are with whoever sends it. */
export type MessageWords = 'new-task'

export type NewMessage = { toUserId: Id<'user'>; says: MessageWords }
export type Message = NewMessage & { id: Id<'message'> }

/** What came of one attempt: `later` is tried again, `never` could not come right by itself. */
export type Attempt = { outcome: 'sent' } | { outcome: 'later' | 'never'; because: string }

const longestWaitMinutes = 60
/** Three days: a weekend, and the Monday on which somebody mends it. */
const giveUpAfterHours = 72

/** Asks for an e-mail in the transaction that causes it: it is sent if and only if that commits. */
export async function sendLater(tx: Tx, { toUserId, says }: NewMessage): Promise<void> {
  await sql`
    insert into platform.message (id, channel, to_user_id, says, asked_at, try_at)
    values (${newId<'message'>()}, 'email', ${toUserId}, ${says}, clock_timestamp(), clock_timestamp())`.execute(
    tx,
  )
}

/**
 * Tries to send the e-mail that is due longest; answers whether one was due. Its row stays locked meanwhile, so no
 * two senders have it at once. Where it is cut off between the server's yes and ours, the same message is sent again
 * under the same id.
 */
export async function tryNextMessage(
  databases: Databases,
  send: (message: Message) => Promise<Attempt>,
): Promise<boolean> {
  return databases.owner.transaction().execute(async (tx) => {
    const due = await sql<Message>`
      select id, to_user_id as "toUserId", says from platform.message
      where sent_at is null and given_up_at is null and try_at <= clock_timestamp() and channel = 'email'
      order by try_at, id for update skip locked limit 1`.execute(tx)
    const [message] = due.rows
    if (!message) return false
    await note(tx, message.id, await send(message))
    return true
  })
}

async function note(tx: Tx, id: Id<'message'>, attempt: Attempt) {
  if (attempt.outcome === 'sent') {
    await sql`
      update platform.message set sent_at = clock_timestamp(), attempts = attempts + 1, failed_because = null
      where id = ${id}`.execute(tx)
    return
  }
  const never = attempt.outcome === 'never'
  await sql`
    update platform.message set attempts = attempts + 1, failed_because = ${attempt.because},
      try_at = clock_timestamp() + least(2 ^ least(attempts, 12), ${longestWaitMinutes}) * interval '1 minute',
      given_up_at = case
        when ${never} or asked_at < clock_timestamp() - ${giveUpAfterHours} * interval '1 hour' then clock_timestamp()
      end
    where id = ${id}`.execute(tx)
}

/** How many wait, since when; how many could not be sent, and why. */
export type MessagesInNumbers = {
  waiting: number
  waitingSince: Date | null
  sent: number
  givenUp: number
  reasons: string[]
}

export async function messagesInNumbers(databases: Databases): Promise<MessagesInNumbers> {
  const answer = await sql<MessagesInNumbers>`
    select count(*) filter (where sent_at is null and given_up_at is null)::int as waiting,
           min(asked_at) filter (where sent_at is null and given_up_at is null) as "waitingSince",
           count(sent_at)::int as sent, count(given_up_at)::int as "givenUp",
           coalesce(array_agg(distinct failed_because) filter (where failed_because is not null), '{}') as reasons
    from platform.message`.execute(databases.owner)
  return answer.rows[0] ?? { waiting: 0, waitingSince: null, sent: 0, givenUp: 0, reasons: [] }
}
