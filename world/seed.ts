import { day } from '../src/platform/day.ts'
import type { Platform } from '../src/platform/platform.ts'
import { beginWorld } from './begin.ts'
import { morningOf, setClock } from './clock.ts'
import { live } from './life.ts'
import { aminasLife } from './lives/amina.ts'
import { icbPaydays } from './lives/paydays.ts'
import { worldOn } from './world.ts'

const begins = day('2026-02-02')
/** The day on which the synthetic world stands when it is opened first. */
export const firstDay = day('2026-07-01')

/** Fills an empty database with the synthetic ICB and its people's lives, told through the real commands. */
export async function seedWorld(platform: Platform): Promise<void> {
  const world = worldOn(platform)
  await beginWorld(world, begins)
  await live(world, [icbPaydays, aminasLife], firstDay)
  await setClock(platform.databases, morningOf(firstDay))
  await world.work()
}
