import { day } from '../src/platform/day.ts'
import type { Platform } from '../src/platform/platform.ts'
import { beginWorld } from './begin.ts'
import { morningOf, setClock } from './clock.ts'
import { live } from './life.ts'
import type { Life } from './life.ts'
import { aminasLife } from './lives/amina.ts'
import { danielsLife } from './lives/daniel.ts'
import { ewasLife } from './lives/ewa.ts'
import { georgesLife } from './lives/george.ts'
import { leahsLife } from './lives/leah.ts'
import { margaretsLife } from './lives/margaret.ts'
import { mohammedsLife } from './lives/mohammed.ts'
import { othersLives } from './lives/others.ts'
import { councilPaydays, icbPaydays } from './lives/paydays.ts'
import { ruthsLife } from './lives/ruth.ts'
import { shahsLives } from './lives/shahs.ts'
import { sofiasLife } from './lives/sofia.ts'
import { worldOn } from './world.ts'

const begins = day('2026-02-02')
/** The day on which the synthetic world stands when it is opened first. */
export const firstDay = day('2026-07-01')

const lives: readonly Life[] = [
  aminasLife,
  leahsLife,
  georgesLife,
  margaretsLife,
  danielsLife,
  sofiasLife,
  shahsLives,
  ewasLife,
  mohammedsLife,
  ruthsLife,
  othersLives,
  // On a payday the finance teams come last: everything that is due is known by then.
  icbPaydays,
  councilPaydays,
]

/** Fills an empty database with the synthetic ICB and its people's lives, told through the real commands. */
export async function seedWorld(platform: Platform): Promise<void> {
  const world = worldOn(platform)
  await beginWorld(world, begins)
  await live(world, lives, firstDay)
  await setClock(platform.databases, morningOf(firstDay))
  await world.work()
}
