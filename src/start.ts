import { sql } from 'kysely'
import { join } from 'node:path'
import { pino } from 'pino'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { syntheticWorld } from './domains/accounts/index.ts'
import { ledgerPartitions } from './domains/ledger/index.ts'
import { connectDatabases } from './platform/database.ts'
import type { Databases } from './platform/database.ts'
import { useEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { worldToday } from './platform/jobs.ts'
import { migrate } from './platform/migrate.ts'
import { aloneOn } from './platform/only-app.ts'
import type { Platform } from './platform/platform.ts'
import { uploadsInFolder } from './platform/uploads.ts'
import { startWorker } from './platform/worker.ts'
import { loadAssets } from './ui/assets.ts'
import type { Work } from './platform/worker.ts'
import { sendMessages } from './edges/messages/send-messages.ts'
import { work } from './work.ts'

/** Everything open and migrated; `close` lets go of it in the right order. */
export type Opened = { platform: Platform; embedded: boolean; close(): Promise<void> }

/** Opens the database (the private one where no other is configured), brings it up to date, and the uploads beside it. */
export async function openPlatform(config: Config, log = logOf(config)): Promise<Opened> {
  const opened = await openAsItIs(config, log)
  try {
    await bringUpToDate(config, opened.platform.databases)
  } catch (problem) {
    await opened.close()
    throw problem
  }
  return opened
}

/** The same without changing anything in it. */
export async function openAsItIs(config: Config, log = logOf(config)): Promise<Opened> {
  const server = config.databaseUrl ? undefined : await useEmbeddedPostgres({ folder: config.dataFolder })
  const databases = connectDatabases({
    ownerUrl: server?.connection ?? { connectionString: config.databaseUrl ?? '' },
    appUrl: config.databaseAppUrl ? { connectionString: config.databaseAppUrl } : undefined,
  })
  const uploads = uploadsInFolder(
    join(config.dataFolder, 'uploads'),
    config.largestUploadInMegabytes * 1024 * 1024,
  )
  const close = async () => {
    await databases.close()
    await server?.release()
  }
  return { platform: { databases, uploads, log }, embedded: server !== undefined, close }
}

export async function bringUpToDate(config: Config, databases: Databases): Promise<void> {
  await migrate(databases.ownerPool, migrationsOf(config))
  await letAppIn(databases, config)
  await ledgerPartitions.run({ databases }, await worldToday(databases))
}

/** All work, and the sending of messages where it is set up. */
export function workWithMessages(config: Config): Work {
  const sender = sendMessages(config)
  return sender ? { ...work, steady: [sender] } : work
}

export const migrationsOf = (config: Config): string => join(config.root, 'migrations')

const logOf = (config: Config) => pino({ level: config.logLevel, base: null })

/** A login of its own for the web and worker must be able to assume the role that owns nothing. */
async function letAppIn(databases: Databases, config: Config) {
  if (!config.databaseAppUrl) return
  const { username } = new URL(config.databaseAppUrl)
  await sql`grant commonpurse_app to ${sql.id(decodeURIComponent(username))}`.execute(databases.owner)
}

/** The web part alone. Answers where it listens. */
export async function startWeb(config: Config, platform: Platform) {
  const synthetic = await syntheticWorld(platform.databases)
  const app = await createApp({ config, platform, assets: await loadAssets(config.root), synthetic })
  const address = await app.listen({ host: config.host, port: config.port })
  return { address, synthetic, stop: () => app.close() }
}

/** Web and worker in one process, as `npm start` runs them. On a private database there can be only one. */
export async function startEverything(config: Config, firstStart: (opened: Opened) => Promise<void>) {
  const opened = await openPlatform(config)
  const alone = opened.embedded ? await aloneOn(opened.platform.databases) : undefined
  try {
    if (opened.embedded) await firstStart(opened)
    const web = await startWeb(config, opened.platform)
    const worker = startWorker(opened.platform, workWithMessages(config))
    return {
      ...web,
      async stop() {
        await web.stop()
        await worker.stop()
        await alone?.release()
        await opened.close()
      },
    }
  } catch (problem) {
    await alone?.release()
    await opened.close()
    throw problem
  }
}
