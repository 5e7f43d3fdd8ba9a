import type { Day } from '../src/platform/day.ts'
import { setClock, morningOf } from './clock.ts'
import type { World } from './world.ts'

/** What happens to somebody, day by day. Lives are told together, in the order of their days. */
export type Life = readonly (readonly [on: Day, happens: (world: World) => Promise<void>])[]

/** Tells lives up to and with a day (all of them where none is given), the clock going with them. */
export async function live(world: World, lives: readonly Life[], until?: Day): Promise<void> {
  const events = lives
    .flat()
    .filter(([on]) => until === undefined || on <= until)
    .toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
  for (const [on, happens] of events) {
    await setClock(world.platform.databases, morningOf(on))
    await happens(world)
  }
}
