import { z } from 'zod'
import { showInstant } from '../../platform/day.ts'
import { messagesInNumbers } from '../../platform/messages.ts'
import { exitCodes, verb } from './verb.ts'

export const messages = verb({
  name: 'messages',
  does: 'Says how many e-mails wait, were sent, or could not be sent.',
  input: z.object({}),
  async run({ config, platform, say, complain }) {
    const { waiting, waitingSince, sent, givenUp, reasons } = await messagesInNumbers(platform.databases)
    say(
      `${sent} sent, ${waiting} waiting${waitingSince ? ` since ${showInstant(waitingSince)}` : ''}, ${givenUp} given up.`,
    )
    if (config.smtpUrl === undefined) complain('Messages wait: SMTP_URL is not set, so nothing is sent.')
    if (reasons.length > 0) complain(`What mail servers said: ${reasons.join(', ')}.`)
    return (config.smtpUrl === undefined && waiting > 0) || givenUp > 0 ? exitCodes.notDone : exitCodes.done
  },
})
