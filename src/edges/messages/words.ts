import type { MessageWords } from '../../platform/messages.ts'

/**
 * What e-mails say. Nothing about anybody: a mailbox is read over shoulders, on lost telephones and by other people's
 * servers. What there is to know is behind signing in.
 */
export const wordsOf: Record<MessageWords, (address: string) => { subject: string; text: string }> = {
  'new-task': (address) => ({
    subject: 'You have a new task',
    text: [
      'You have a new task. Somebody may need you today. Sign in to see it.',
      '',
      address,
      '',
      'This message does not say whom it is about, and you cannot answer it.',
      '',
    ].join('\r\n'),
  }),
}
