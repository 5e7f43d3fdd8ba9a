import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { syntheticWorld } from '../../src/domains/accounts/index.ts'
import type { Day } from '../../src/platform/day.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { uploadsInFolder } from '../../src/platform/uploads.ts'
import { doWhatIsDue } from '../../src/platform/worker.ts'
import { loadAssets } from '../../src/ui/assets.ts'
import { work } from '../../src/work.ts'
import { beginWorld } from '../../world/begin.ts'
import { morningOf, setClock } from '../../world/clock.ts'
import { worldOn } from '../../world/world.ts'
import { openDatabase } from './database.ts'

/** The whole of Commonpurse on a database of its own: pages by `app`, the worker's part by `work`. */
export type Town = {
  app: FastifyInstance
  platform: Platform
  /** Puts the clock to nine on that morning, and does what falls due. */
  itIs(on: Day): Promise<void>
  /** Does every job and daily piece of work that is due. */
  work(): Promise<void>
}

const assets = loadAssets(process.cwd())

/** The synthetic ICB with its staff and nobody else, on a day; gone when the test is over. */
export async function aTown(on: Day): Promise<Town> {
  return goneAfterwards(await openTown(on))
}

/** A migrated database with nothing in it: what a real site begins with. */
export async function anEmptyTown(): Promise<Town> {
  return goneAfterwards(await openTown(undefined))
}

function goneAfterwards(town: OpenTown): Town {
  onTestFinished(() => town.close())
  return town
}

/** For several tests, which let go of it themselves. */
export type OpenTown = Town & { close(): Promise<void> }

/** The synthetic ICB on a day; where none is given, an empty database. */
export async function openTown(on: Day | undefined): Promise<OpenTown> {
  const { databases, drop } = await openDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'commonpurse-uploads-'))
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' })
  const platform = { databases, uploads: uploadsInFolder(folder, 150 * 1024 * 1024), log }
  if (on) await beginWorld(worldOn(platform), on)
  const synthetic = await syntheticWorld(databases)
  const config = readConfig({ LOG_LEVEL: 'silent' })
  const app = await createApp({ config, platform, assets: await assets, synthetic })
  const doWork = () => doWhatIsDue(platform, work)
  return {
    app,
    platform,
    work: doWork,
    async itIs(day) {
      await setClock(databases, morningOf(day))
      await doWork()
    },
    async close() {
      await app.close()
      await drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
