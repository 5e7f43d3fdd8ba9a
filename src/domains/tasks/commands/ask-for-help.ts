import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { showInstant } from '../../../platform/day.ts'
import { story } from '../../../platform/input.ts'
import { done } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { openTask } from '../open-task.ts'
import { visitWords, visitsGoneWrong } from '../task.ts'

/** A visit went wrong: the coordinator has it at once. Said again, it stays one task, with every word that was said. */
export const sayNobodyCame = command({
  name: 'tasks.say-nobody-came',
  input: z.object({ personId: PersonId, what: z.enum(visitsGoneWrong), words: story(1_000).optional() }),
  allow: 'ask for help',
  async run(context, { personId, what, words }) {
    const said = `${showInstant(context.now)}: ${visitWords[what]}.${words ? ` ${words}` : ''}`
    const { taskId } = await openTask(context, { personId, kind: 'nobody-came', words: said })
    return done({ taskId })
  },
  says: (_value, { what }) => `Said: ${visitWords[what]}`,
})

/** Something else is wrong. */
export const askForHelp = command({
  name: 'tasks.ask-for-help',
  input: z.object({ personId: PersonId, words: story(1_000) }),
  allow: 'ask for help',
  async run(context, { personId, words }) {
    const said = `${showInstant(context.now)}: ${words}`
    const { taskId } = await openTask(context, { personId, kind: 'need-help', words: said })
    return done({ taskId })
  },
  says: () => 'Asked for help',
})
