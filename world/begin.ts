import { sql } from 'kysely'
import { addStaff } from '../src/domains/accounts/index.ts'
import { addOrganisation } from '../src/domains/organisations/index.ts'
import type { Day } from '../src/platform/day.ts'
import { morningOf, setClock } from './clock.ts'
import { as, organisations, staff, worldName } from './organisations.ts'
import type { World } from './world.ts'

/** Marks an empty database as the synthetic world's, with its organisations and staff and nobody else yet. */
export async function beginWorld(world: World, on: Day): Promise<void> {
  const { databases } = world.platform
  await sql`update platform.world set synthetic = ${worldName}`.execute(databases.owner)
  await setClock(databases, morningOf(on))
  const administrator = as('administrator')
  for (const organisation of organisations) {
    await world.act(administrator, addOrganisation, { ...organisation, startsOn: '2022-07-01' })
  }
  for (const { id, ...member } of Object.values(staff)) {
    await world.act(administrator, addStaff, { ...member, newUserId: id })
  }
}
