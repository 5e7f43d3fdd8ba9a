import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { connectDatabases } from '../../src/platform/database.ts'
import type { Databases } from '../../src/platform/database.ts'

let made = 0

/** A migrated, empty database of this test's own, dropped when it is over. */
export async function emptyDatabase(): Promise<Databases> {
  const { databases, drop } = await openDatabase()
  onTestFinished(drop)
  return databases
}

/** The same for several tests, which then drop it themselves. */
export async function openDatabase(): Promise<{ databases: Databases; drop: () => Promise<void> }> {
  const server = inject('server')
  const name = `commonpurse_test_${process.pid}_${(made += 1)}`
  await asAdmin(`create database ${name} template ${inject('template')}`)
  const databases = connectDatabases({ ownerUrl: { ...server, database: name } })
  return {
    databases,
    async drop() {
      await databases.close()
      await asAdmin(`drop database ${name} with (force)`)
    },
  }
}

/** A database in which nothing is, not even a schema; dropped when the test is over. */
export async function blankDatabase(): Promise<Databases> {
  const name = `commonpurse_blank_${process.pid}_${(made += 1)}`
  await asAdmin(`create database ${name}`)
  const databases = connectDatabases({ ownerUrl: { ...inject('server'), database: name } })
  onTestFinished(async () => {
    await databases.close()
    await asAdmin(`drop database ${name} with (force)`)
  })
  return databases
}

async function asAdmin(statement: string) {
  const admin = new pg.Client({ ...inject('server'), database: 'postgres' })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}
