import { z } from 'zod'
import { checkLaws, laws } from '../../../checks/index.ts'
import { exitCodes, verb } from './verb.ts'

export const check = verb({
  name: 'check',
  does: 'Checks every law of the books, and that every lock is in its place.',
  input: z.object({}),
  async run({ platform, say, complain }) {
    const broken = await checkLaws(platform.databases)
    for (const { law, count, first } of broken) {
      complain(`Broken, ${count} times: ${law}`)
      for (const what of first) complain(`  ${what}`)
    }
    if (broken.length > 0) return exitCodes.notDone
    say(`All ${laws.length} laws hold.`)
    return exitCodes.done
  },
})
