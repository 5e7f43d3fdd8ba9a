import { z } from 'zod'
import { syntheticWorld } from '../../domains/accounts/index.ts'
import { addDays, daysBetween, readDay, showDay, showLongDay } from '../../platform/day.ts'
import type { Day } from '../../platform/day.ts'
import { worldToday } from '../../platform/jobs.ts'
import { doWhatIsDue } from '../../platform/worker.ts'
import { work } from '../../work.ts'
import { morningOf, setClock } from '../../../world/clock.ts'
import { NotDone, WrongUse, exitCodes, verb } from './verb.ts'

const furthest = 366

export const clock = verb({
  name: 'clock',
  takes: ['[set|advance]', '[DAY|DAYS]'],
  does: 'Shows which day it is. In a synthetic ICB: set DAY (2026-08-01) or advance DAYS (7) moves it on.',
  input: z.object({
    'set|advance': z.enum(['set', 'advance'], 'must be “set” or “advance”').optional(),
    'day|days': z.string().optional(),
  }),
  async run({ platform, say }, { 'set|advance': how, 'day|days': where }) {
    const { databases } = platform
    const today = await worldToday(databases)
    const world = await syntheticWorld(databases)
    if (how !== undefined) {
      if (world === undefined)
        throw new NotDone('This database is real, and so is its clock: it cannot be moved.')
      await setClock(databases, morningOf(whereTo(how, where, today)))
      await doWhatIsDue(platform, work)
    }
    say(`It is ${showLongDay(await worldToday(databases))}${world ? ` in ${world}` : ''}.`)
    return exitCodes.done
  },
})

function whereTo(how: 'set' | 'advance', where: string | undefined, today: Day): Day {
  const to = how === 'set' ? readDay(where ?? '') : daysOn(where, today)
  if (!to)
    throw new WrongUse(
      how === 'set' ? 'Set it to a day such as 2026-08-01.' : 'Advance it by a number of days.',
    )
  if (to < today) throw new NotDone(`It is ${showDay(today)} there, and the clock goes on only.`)
  if (daysBetween(today, to) > furthest) throw new NotDone(`No more than ${furthest} days at once.`)
  return to
}

const daysOn = (text: string | undefined, today: Day) =>
  /^\d{1,4}$/.test(text ?? '') ? addDays(today, Number(text)) : undefined
