import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/platform/migrate.ts'
import { useEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    server: { host: string; port: number; user: string }
    template: string
  }
}

/**
 * One real PostgreSQL for the whole run, with a migrated template that each test file copies.
 * COMMONPURSE_TEST_SERVER (a postgres:// address of an owner) runs the same tests on another server.
 */
export async function setup(project: TestProject) {
  const given = process.env['COMMONPURSE_TEST_SERVER']
  const folder = await mkdtemp(join(tmpdir(), 'commonpurse-test-'))
  const server = given ? undefined : await useEmbeddedPostgres({ folder, durable: false })
  const connection = server ? server.connection : connectionOf(given ?? '')
  const template = await makeTemplate(connection)
  project.provide('server', { host: connection.host, port: connection.port, user: connection.user })
  project.provide('template', template)
  return async () => {
    await server?.release()
    await rm(folder, { recursive: true, force: true })
  }
}

function connectionOf(url: string) {
  const { hostname, port, username, searchParams } = new URL(url)
  return {
    host: searchParams.get('host') ?? hostname,
    port: Number(port || 5432),
    user: username,
    database: 'postgres',
  }
}

async function makeTemplate(connection: pg.PoolConfig): Promise<string> {
  const folder = 'migrations'
  const hash = createHash('sha256')
  for (const file of (await readdir(folder)).sort()) hash.update(await readFile(join(folder, file)))
  const template = `commonpurse_template_${hash.digest('hex').slice(0, 12)}`
  const admin = new pg.Client({ ...connection, database: 'postgres' })
  await admin.connect()
  await admin.query(`drop database if exists ${template}`)
  await admin.query(`create database ${template}`)
  await admin.end()
  const pool = new pg.Pool({ ...connection, database: template })
  await migrate(pool, folder)
  await pool.query(`select ledger.make_partitions('2025-01-01', '2029-01-01')`)
  await pool.end()
  return template
}
