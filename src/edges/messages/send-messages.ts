import type { Config } from '../../config.ts'
import { emailOf } from '../../domains/accounts/index.ts'
import type { Databases } from '../../platform/database.ts'
import { tryNextMessage } from '../../platform/messages.ts'
import type { Attempt, Message } from '../../platform/messages.ts'
import type { SteadyWork } from '../../platform/worker.ts'
import { smtpMailer } from './smtp.ts'
import type { Mailer } from './smtp.ts'
import { wordsOf } from './words.ts'

const lookAgainMs = 5_000

/** Sends what is due, again and again; undefined where no server is set, and then messages wait. */
export function sendMessages(config: Config): SteadyWork | undefined {
  if (config.smtpUrl === undefined) return undefined
  const mailer = smtpMailer(config.smtpUrl, config.messagesFrom)
  return {
    everyMs: lookAgainMs,
    async run({ databases, log }) {
      const send = (message: Message) => sendOne(databases, mailer, config.publicUrl, message)
      const told = async (message: Message) => {
        const attempt = await send(message)
        if (attempt.outcome !== 'sent')
          log.warn({ message: message.id, ...attempt }, 'a message was not sent')
        return attempt
      }
      while (await tryNextMessage(databases, told));
    },
  }
}

async function sendOne(
  databases: Databases,
  mailer: Mailer,
  publicUrl: URL,
  { id, toUserId, says }: Message,
): Promise<Attempt> {
  const to = await emailOf(databases.owner, toUserId)
  if (to === undefined) return { outcome: 'never', because: 'no-address' }
  return mailer({ id, to, ...wordsOf[says](publicUrl.href) })
}
