import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import { day } from '../../src/platform/day.ts'
import { migrate } from '../../src/platform/migrate.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { uploadsInFolder } from '../../src/platform/uploads.ts'
import { live } from '../../world/life.ts'
import { aminasLife } from '../../world/lives/amina.ts'
import { amina } from '../../world/lives/amina-plan.ts'
import { as } from '../../world/organisations.ts'
import { worldOn } from '../../world/world.ts'
import { anEmptyTown, aTown } from '../support/app.ts'
import type { Town } from '../support/app.ts'
import { checkEverything } from '../support/check-everything.ts'
import { blankDatabase } from '../support/database.ts'
import { ledgerOf } from '../support/ledger.ts'
import { aFolder, cli } from '../support/operator.ts'
import { browser } from '../support/web.ts'

let town: Town

describe('Amina’s first months, from the command line', () => {
  beforeEach(async () => {
    town = await aTown(day('2026-03-02'))
    await live(worldOn(town.platform), [aminasLife], day('2026-06-10'))
    await town.itIs(day('2026-06-10'))
  })

  const statement = async (lines: string[]) => {
    const file = join(await aFolder(), 'june.csv')
    await writeFile(file, ['Date,Description,Amount', ...lines].join('\n'))
    return file
  }

  test('a statement is handed in, read and matched before the command ends; again it adds nothing', async () => {
    const file = await statement(['2026-06-09,SOMETHING NEW,-12.34'])
    const handIn = () => cli(town, 'import-statement', file, '--person', amina.person.nhsNumber)
    const first = await handIn()
    expect(first).toMatchObject({ code: 0, complained: '' })
    expect(first.said).toMatch(/^Taken in: 1 lines, 1 of them new, 0 known already\./)
    expect((await handIn()).said).toMatch(/^Taken in: 1 lines, 0 of them new, 1 known already\./)
    expect(await ledgerOf(town, as('coordinator'), amina.personId)).toContain('£12.34')
    await checkEverything(town)
  })

  test('a broken statement changes nothing, and is refused in words for the bank', async () => {
    const before = await ledgerOf(town, as('coordinator'), amina.personId)
    const said = await cli(
      town,
      'import-statement',
      await statement(['2026-06-09,WHAT,-12.3x']),
      '--person',
      amina.personId,
    )
    expect(said.code).toBe(1)
    expect(said.complained).not.toBe('')
    expect(await ledgerOf(town, as('coordinator'), amina.personId)).toBe(before)
  })

  test.each([
    [['/nowhere/june.csv', '--person', amina.personId], /cannot be read/],
    [['/nowhere/june.csv', '--person', 'Nobody Atall'], /Nobody with the NHS number/],
    [['/nowhere/june.csv', '--person', amina.personId, '--account', 'Lost'], /0 accounts are called Lost/],
  ] as const)('%j is not done', async (typed, why) => {
    const said = await cli(town, 'import-statement', ...typed)
    expect(said.code).toBe(1)
    expect(said.complained).toMatch(why)
  })

  test('a ledger is exported to standard output, or to a new file and never over an old one', async () => {
    const file = join(await aFolder(), 'amina.journal')
    const asked = ['export-ledger', '--format', 'hledger', '--person', amina.person.nhsNumber]
    const { code, said } = await cli(town, ...asked)
    expect(code).toBe(0)
    expect(said).toContain('Assets:Purpose:Available:Swimming')
    expect(await cli(town, ...asked, '--to', file)).toMatchObject({
      code: 0,
      said: `1 ledger is in ${file}.`,
    })
    expect((await readFile(file, 'utf8')).trim()).toBe(said)
    expect(await cli(town, ...asked, '--to', file)).toMatchObject({
      code: 1,
      complained: `${file} cannot be written: it is there already.`,
    })
  })

  test('what is backed up is restored elsewhere: people, money, files and the proof of the record', async () => {
    const folder = join(await aFolder(), 'backup')
    expect(await cli(town, 'backup', folder)).toMatchObject({ code: 0, complained: '' })
    const other = await anEmptyTown()
    const restored = await cli(other, 'restore', folder)
    expect(restored).toMatchObject({ code: 0, complained: '' })
    expect(restored.said).toMatch(/every law holds/)
    const ledger = await ledgerOf(other, as('coordinator'), amina.personId)
    expect(ledger).toBe(await ledgerOf(town, as('coordinator'), amina.personId))
    expect((await cli(other, 'verify-record', '--against', folder)).said).toContain(
      'ends of chains that the backup noted',
    )
    // Life goes on there: a new statement, from a file; old files can be opened.
    const file = await statement(['2026-06-09,SOMETHING NEW,-12.34'])
    expect(await cli(other, 'import-statement', file, '--person', amina.personId)).toMatchObject({ code: 0 })
    await checkEverything(other)
  })

  test('nobody is signed in after a restore', async () => {
    await browser(town).signIn('Grace Adeyemi')
    const folder = join(await aFolder(), 'backup')
    await cli(town, 'backup', folder)
    const other = await anEmptyTown()
    await cli(other, 'restore', folder)
    const sessions = await other.platform.databases.ownerPool.query('select 1 from platform.session')
    expect(sessions.rows).toEqual([])
  })

  test('a chain that was written anew is found by a backup that was kept elsewhere', async () => {
    const folder = join(await aFolder(), 'backup')
    await cli(town, 'backup', folder)
    const manifest = await readFile(join(folder, 'manifest.json'), 'utf8')
    const changed = manifest.replace(/"hash": "[0-9a-f]{8}/, '"hash": "00000000')
    await writeFile(join(folder, 'manifest.json'), changed)
    expect(await cli(town, 'verify-record', '--against', folder)).toMatchObject({
      code: 1,
      complained: expect.stringContaining('written anew') as string,
    })
  })

  test('a backup goes into an empty folder only, and into an empty database only', async () => {
    const folder = join(await aFolder(), 'backup')
    await cli(town, 'backup', folder)
    expect(await cli(town, 'backup', folder)).toMatchObject({
      code: 1,
      complained: `${folder} is not empty, so nothing was written there.`,
    })
    expect(await cli(town, 'restore', folder)).toMatchObject({
      code: 1,
      complained: expect.stringContaining('not empty') as string,
    })
  })

  test.each([
    [
      'a table was changed',
      (folder: string) => writeFile(join(folder, 'tables', 'tasks.task.copy'), 'x'),
      /tasks\.task\.copy cannot be restored/,
    ],
    [
      'a table lost its last row',
      (folder: string) => cutLastLine(join(folder, 'tables', 'record.written.copy')),
      /is not what it was/,
    ],
    [
      'a file is gone',
      (folder: string) => rm(join(folder, 'uploads'), { recursive: true }),
      /cannot be read/,
    ],
    ['it never was whole', (folder: string) => rm(join(folder, 'manifest.json')), /is not a whole backup/],
  ])('nothing of a backup is kept where %s', async (_what, spoil, why) => {
    const folder = join(await aFolder(), 'backup')
    await cli(town, 'backup', folder)
    await spoil(folder)
    const other = await anEmptyTown()
    const said = await cli(other, 'restore', folder)
    expect(said.code).toBe(1)
    expect(said.complained).toMatch(why)
    const people = await other.platform.databases.ownerPool.query('select 1 from people.person')
    expect(people.rows).toEqual([])
    await checkEverything(other)
  })
})

async function cutLastLine(path: string) {
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
  await writeFile(path, `${lines.slice(0, -1).join('\n')}\n`)
}

test('a backup of an earlier version is restored as it was, and then brought up to date', async () => {
  const names = (await readdir('migrations')).toSorted()
  const old = await aPlatform()
  await migrate(old.databases.ownerPool, 'migrations', new Set(names.slice(0, 10)))
  await old.databases.ownerPool.query(`select ledger.make_partitions('2026-01-01', '2027-01-01')`)
  await cli(
    { platform: old },
    'start-real',
    '--icb',
    'NHS Test',
    '--phone',
    '01632 960 001',
    '--administrator',
    'Ada Quill',
  )
  const folder = join(await aFolder(), 'backup')
  expect(await cli({ platform: old }, 'backup', folder)).toMatchObject({ code: 0 })
  const fresh = await aPlatform()
  const restored = await cli({ platform: fresh }, 'restore', folder)
  expect(restored).toMatchObject({ code: 0, complained: '' })
  const seen = await fresh.databases.ownerPool.query<{ name: string }>(
    'select name from platform.migration order by name',
  )
  expect(seen.rows.map(({ name }) => name)).toEqual(names)
  // A database that is further on already cannot go back for it.
  const { platform } = await anEmptyTown()
  expect(await cli({ platform }, 'restore', folder)).toMatchObject({
    code: 1,
    complained: expect.stringContaining('beyond the backup') as string,
  })
})

async function aPlatform(): Promise<Platform> {
  const uploads = uploadsInFolder(join(await aFolder(), 'uploads'), 1024 * 1024)
  return { databases: await blankDatabase(), uploads, log: pino({ level: 'silent' }) }
}
