import { z } from 'zod'
import { isEmpty } from '../../first-start.ts'
import { firstDay, seedWorld } from '../../../world/seed.ts'
import { worldName } from '../../../world/organisations.ts'
import { showDay } from '../../platform/day.ts'
import { NotDone, exitCodes, verb } from './verb.ts'

export const seed = verb({
  name: 'seed',
  does: 'Fills an empty database with the synthetic ICB, whose people are invented.',
  input: z.object({}),
  async run({ platform, say }) {
    if (!(await isEmpty(platform.databases))) {
      throw new NotDone('This database is not empty, so nothing was added. Only an empty one can be seeded.')
    }
    await seedWorld(platform)
    say(`${worldName} lives here now. It is ${showDay(firstDay)} there.`)
    return exitCodes.done
  },
})
