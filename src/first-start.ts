import { sql } from 'kysely'
import type { Databases } from './platform/database.ts'
import { seedWorld } from '../world/seed.ts'
import type { Opened } from './start.ts'

/** Whether nothing has ever been done in this database. */
export async function isEmpty(databases: Databases): Promise<boolean> {
  const answer = await sql<{ empty: boolean }>`
    select not exists (select 1 from record.entry) and synthetic is null as empty from platform.world`.execute(
    databases.owner,
  )
  return answer.rows[0]?.empty ?? false
}

/** The private database of a fresh checkout opens with the synthetic ICB already living there. */
export async function seedWhereEmpty({ platform }: Opened): Promise<void> {
  if (!(await isEmpty(platform.databases))) return
  process.stdout.write('First start: telling the lives of the synthetic ICB …\n')
  await seedWorld(platform)
}
