import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { findPerson, peopleFound } from '../../src/domains/people/index.ts'
import { operatorFor } from '../../src/domains/accounts/index.ts'
import { exportLedgerOfOrganisation } from '../../src/domains/workspaces/index.ts'
import type { OrganisationId } from '../../src/domains/organisations/index.ts'
import { reading } from '../../src/platform/database.ts'
import { worldToday } from '../../src/platform/jobs.ts'
import { addDays } from '../../src/platform/day.ts'
import { ask } from '../../src/platform/query.ts'
import { anEmptyTown } from '../support/app.ts'
import type { Town } from '../support/app.ts'
import { checkEverything } from '../support/check-everything.ts'
import { ledgerOf } from '../support/ledger.ts'
import { aFolder, cli } from '../support/operator.ts'
import { browser } from '../support/web.ts'

let town: Town

beforeEach(async () => {
  town = await anEmptyTown()
  await cli(
    town,
    'start-real',
    '--icb',
    'NHS Test Integrated Care Board',
    '--phone',
    '01632 960 001',
    '--administrator',
    'Ada Quill',
  )
})

const operator = async () => {
  const { rows } = await town.platform.databases.ownerPool.query<{ id: OrganisationId }>(
    `select id from organisations.organisation where kind = 'icb' order by id limit 1`,
  )
  return operatorFor(rows[0]?.id as OrganisationId)
}

const found = async (text: string) => ask(town.platform.databases, peopleFound, await operator(), { text })

test('a real database begins once, offers nobody to sign in as, and its clock cannot be moved', async () => {
  expect(await cli(town, 'start-real', '--icb', 'X', '--phone', '1', '--administrator', 'Y')).toMatchObject({
    code: 1,
  })
  expect(await cli(town, 'seed')).toMatchObject({ code: 1 })
  expect(await cli(town, 'clock', 'advance', '1')).toMatchObject({ code: 1 })
  expect((await browser(town).get('/sign-in')).text).toContain('not set up yet')
  await checkEverything(town)
})

test('a person is added, found and corrected; what is not named stays', async () => {
  const person = [
    '--given-name',
    'Amina',
    '--family-name',
    'Rahman',
    '--born-on',
    '1990-03-04',
    '--nhs-number',
    '943 476 5919',
    '--phone',
    '01632 960 100',
  ]
  expect(await cli(town, 'add-person', ...person)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^Added Amina Rahman: /) as string,
  })
  expect(await cli(town, 'add-person', ...person)).toMatchObject({
    code: 1,
    complained: expect.stringContaining('known here already') as string,
  })
  expect(await cli(town, 'correct-person', '9434765919', '--family-name', 'Rahman-Lee')).toMatchObject({
    code: 0,
  })
  const [amina] = await found('rahman-lee')
  expect(amina).toMatchObject({ givenName: 'Amina', familyName: 'Rahman-Lee', nhsNumber: '9434765919' })
  const actor = await operator()
  const whole = await reading(town.platform.databases, actor, (database) =>
    findPerson(database, actor, amina?.id ?? ('' as never)),
  )
  expect(whole).toMatchObject({ phone: '01632 960 100', bornOn: '1990-03-04' })
  const seen = await town.platform.databases.ownerPool.query(`select visit from people.seen`)
  expect(seen.rows).toEqual([{ visit: 'Corrected at the command line' }])
  expect(await cli(town, 'correct-person', '9434765919')).toMatchObject({ code: 2 })
  expect(await cli(town, 'correct-person', '9434765870', '--phone', '1')).toMatchObject({ code: 1 })
  await checkEverything(town)
})

describe('a caseload', () => {
  const heading =
    'given name,family name,date of birth,NHS number,weekly cost,nhs share,council,holder,review date,opening balance,coordinator'
  const amina = 'Amina,Rahman,04/03/1990,943 476 5919,"£1,020.50",100,,own account,2026-12-01,"£412.18",'
  const thomas =
    'Thomas,Hale,1948-11-30,943 476 5870,250,60%,Test Council,Lanes Trust,2026-12-01,1000.00,Grace Adeyemi'
  const ewa = 'Ewa,Nowak,1975-01-02,401 023 2137,90.10,100,,Test Payroll,,,'
  const noSuchDay = 'Jack,Reed,31/02/1980,450 557 7104,100,100,,,,,'
  const badNumber = 'Ruth,Okoro,1960-05-05,943 476 5918,twelve,100,,Nobody Ltd,,,'

  const load = async (rows: string[], ...more: string[]) => {
    const file = join(await aFolder(), 'caseload.csv')
    await writeFile(file, `\uFEFF${[heading, ...rows].join('\r\n')}\r\n`)
    const today = await worldToday(town.platform.databases)
    return cli(town, 'load-caseload', file, '--from', today, '--until', addDays(today, 364), ...more)
  }

  beforeEach(async () => {
    await cli(town, 'add-organisation', '--kind', 'council', '--name', 'Test Council')
    await cli(town, 'add-organisation', '--kind', 'holder', '--name', 'Lanes Trust', '--short-name', 'Lanes')
    await cli(town, 'add-organisation', '--kind', 'agent', '--name', 'Test Payroll')
    await cli(
      town,
      'add-staff',
      '--name',
      'Grace Adeyemi',
      '--role',
      'coordinator',
      '--email',
      'grace@test.invalid',
    )
  })

  test('is tried first: nothing of it stays', async () => {
    expect(await load([amina, thomas, ewa])).toMatchObject({
      code: 0,
      said: '3 would be loaded, 0 known already, 0 rejected.\nNothing was loaded: that was a dry run. --load loads it.',
    })
    expect(await found('rahman')).toEqual([])
    const entries = await town.platform.databases.ownerPool.query(
      `select 1 from record.entry where command = 'workspaces.load-person'`,
    )
    expect(entries.rows).toEqual([])
  })

  test('is loaded, with what each agreed on; loaded again it adds nothing', async () => {
    expect(await load([amina, thomas, ewa], '--load')).toMatchObject({
      code: 0,
      said: '3 loaded, 0 known already, 0 rejected.',
      complained: '',
    })
    const before = await wholeLedger()
    expect(await load([ewa, thomas, amina], '--load')).toMatchObject({
      code: 0,
      said: '0 loaded, 3 known already, 0 rejected.',
    })
    expect(await wholeLedger()).toBe(before)
    const [person] = await found('hale')
    const ledger = await ledgerOf(town, await operator(), person?.id ?? ('' as never))
    // 52 weeks of £250, of which the NHS pays 60%.
    expect(ledger).toMatch(/promise:nhs +\| support available +\| +£7,800\.00/)
    expect(ledger).toMatch(/promise:council +\| support available +\| +£5,200\.00/)
    expect(ledger).toMatch(/opening +\| third-party +\| +£1,000\.00/)
    const plan = await town.platform.databases.ownerPool.query(
      `select review_on from plans.plan order by review_on nulls last`,
    )
    expect(plan.rows).toEqual([{ review_on: '2026-12-01' }, { review_on: '2026-12-01' }, { review_on: null }])
    await checkEverything(town)
  })

  test('with rejected rows loads nothing, and says which and why', async () => {
    const said = await load([amina, noSuchDay, badNumber, amina], '--load')
    expect(said).toMatchObject({
      code: 1,
      said: '1 would be loaded, 0 known already, 3 rejected.\nNothing was loaded.',
    })
    expect(said.complained.split('\n')).toEqual([
      'Line 3: date of birth: “31/02/1980” is not a day such as 2026-06-03 or 03/06/2026',
      'Line 4: nhs number: “943 476 5918” is not an NHS number: its digits do not fit together; weekly cost: “twelve” is not an amount in pounds; holder: “Nobody Ltd” is no agent or holder known here',
      'Line 5: nhs number: it stands in line 2 already',
    ])
    expect(await found('rahman')).toEqual([])
  })

  test('only its good rows are loaded where that is asked for', async () => {
    expect(await load([amina, noSuchDay], '--load', '--only-good')).toMatchObject({
      code: 1,
      said: '1 loaded, 0 known already, 1 rejected.',
    })
    expect(await found('rahman')).toHaveLength(1)
  })

  test.each([
    [
      'Amina,Rahman,1990-03-04,943 476 5919,100,50,Test Council,nhs,,£5.00,',
      /the NHS holds it, so there is no account/,
    ],
    ['Amina,Rahman,2190-03-04,943 476 5919,100,100,,,,,', /date of birth: is in the future/],
    ['Amina,Rahman,1990-03-04,,100,100,,,,,', /nhs number: is missing/],
    ['Amina,Rahman,1990-03-04,943 476 5919,0,100,,,,,', /weeklyCost: must be more than nothing/],
    ['Amina,Rahman,1990-03-04,943 476 5919,100,101,,,,,', /not a percentage/],
  ])('%s is rejected for a rule that the commands keep', async (row, why) => {
    const said = await load([row], '--load')
    expect(said.code).toBe(1)
    expect(said.complained).toMatch(why)
  })

  test('a file with a column that is not known is not read, so that a slip of the pen loses nothing', async () => {
    const file = join(await aFolder(), 'caseload.csv')
    await writeFile(file, 'given name,family name,date of birth,nhs number,weekly cost,opening blance\n')
    expect(await cli(town, 'load-caseload', file)).toMatchObject({
      code: 1,
      complained: expect.stringContaining('“opening blance” is not known') as string,
    })
  })

  const wholeLedger = async () => {
    const actor = await operator()
    const { parts } = await ask(town.platform.databases, exportLedgerOfOrganisation, actor, {
      organisationId: actor.organisationId,
      format: 'csv',
    })
    return parts.join('')
  }
})
