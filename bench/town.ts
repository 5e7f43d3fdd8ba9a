import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type pg from 'pg'
import { ledgerPartitions } from '../src/domains/ledger/index.ts'
import { connectDatabases } from '../src/platform/database.ts'
import { useEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'
import { migrate } from '../src/platform/migrate.ts'
import type { Platform } from '../src/platform/platform.ts'
import { uploadsInFolder } from '../src/platform/uploads.ts'
import { beginWorld } from '../world/begin.ts'
import { day } from '../src/platform/day.ts'
import { live } from '../world/life.ts'
import { aminasLife } from '../world/lives/amina.ts'
import { icbPaydays } from '../world/lives/paydays.ts'
import { worldOn } from '../world/world.ts'
import type { World } from '../world/world.ts'

export type BenchTown = {
  platform: Platform
  world: World
  connection: pg.PoolConfig
  close(): Promise<void>
}

/** A durable PostgreSQL of its own with the synthetic ICB's staff and Amina's life until June 2026, as a real site would run it; gone at the end. */
export async function openBenchTown(): Promise<BenchTown> {
  const folder = await mkdtemp(join(tmpdir(), 'commonpurse-bench-'))
  const server = await useEmbeddedPostgres({ folder })
  const databases = connectDatabases({ ownerUrl: server.connection, size: 32 })
  await migrate(databases.ownerPool, join(process.cwd(), 'migrations'))
  for (const on of ['2026-03-06', '2026-06-29']) await ledgerPartitions.run({ databases }, day(on))
  const uploads = uploadsInFolder(join(folder, 'uploads'), 150 * 1024 * 1024)
  const platform = { databases, uploads, log: pino({ level: 'silent' }) }
  await beginWorld(worldOn(platform), day('2026-03-06'))
  await live(worldOn(platform), [aminasLife, icbPaydays], day('2026-06-29'))
  return {
    platform,
    world: worldOn(platform),
    connection: server.connection,
    async close() {
      await databases.close()
      await server.release()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
