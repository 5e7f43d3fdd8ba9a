import { createTransport } from 'nodemailer'
import type { Attempt } from '../../platform/messages.ts'

export type Mail = { id: string; to: string; subject: string; text: string }
export type Mailer = (mail: Mail) => Promise<Attempt>

const waitMs = 20_000

/** Hands mails to an SMTP server. `from` is how they say who sends them; its domain is in each one's Message-ID. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'
  return async ({ id, to, subject, text }) => {
    try {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        // The same at each attempt, so that a server or a mailbox that has it already can tell.
        messageId: `<${id}@${domain}>`,
        headers: { 'auto-submitted': 'auto-generated' },
      })
      return { outcome: 'sent' }
    } catch (problem) {
      return whatWentWrong(problem)
    }
  }
}

/** A server that refuses this address or this mail for good (RFC 5321 4.2.1, 5yz) will not take it later either. */
function whatWentWrong(problem: unknown): Attempt {
  const { code = 'unknown', responseCode } = problem as { code?: string; responseCode?: number }
  const isAboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  const because = responseCode === undefined ? code : `${code} ${responseCode}`
  return { outcome: isAboutThisMail && (responseCode ?? 0) >= 500 ? 'never' : 'later', because }
}
