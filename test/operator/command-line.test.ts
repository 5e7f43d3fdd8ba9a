import { expect, test } from 'vitest'
import { day } from '../../src/platform/day.ts'
import { verbs } from '../../src/edges/operator/verbs.ts'
import { anEmptyTown, aTown } from '../support/app.ts'
import { checkEverything } from '../support/check-everything.ts'
import { cli } from '../support/operator.ts'

test('--help lists every command, and each says how it is used', async () => {
  const town = await anEmptyTown()
  const { code, said } = await cli(town, '--help')
  expect(code).toBe(0)
  for (const name of 'seed clock start-real add-person correct-person load-caseload import-statement export-ledger verify-record check backup restore'.split(
    ' ',
  )) {
    expect(said).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'))
  }
  for (const { name, does, options } of verbs) {
    const help = await cli(town, name, '--help')
    expect(help.code).toBe(0)
    expect(help.said).toContain(does)
    for (const option of Object.keys(options)) expect(help.said).toContain(`--${option}`)
  }
})

test.each([
  [[], 2, /^$/],
  [['nonsense'], 2, /no command nonsense/],
  [['export-ledger'], 2, /--format must be one of hledger, beancount, csv/],
  [['export-ledger', '--frmat', 'csv'], 2, /--frmat/],
  [['export-ledger', '--format', 'csv', '--from', 'yesterday'], 2, /--from must be a day/],
  [['import-statement'], 2, /FILE is missing\n--person is missing/],
  [['check', 'twice'], 2, /nothing more is asked for/],
  [['clock', 'wind'], 2, /must be “set” or “advance”/],
  [['clock', 'set', 'soon'], 2, /a day such as/],
  [
    [
      'add-person',
      '--given-name',
      'A',
      '--family-name',
      'B',
      '--born-on',
      '1990-01-01',
      '--nhs-number',
      '123',
    ],
    2,
    /--nhs-number is not an NHS number/,
  ],
] as const)('%j is not understood, and says what is', async (typed, code, words) => {
  const said = await cli(await aTown(day('2026-07-01')), ...typed)
  expect(said.code).toBe(code)
  expect(said.complained).toMatch(words)
})

test('an empty database is seeded once, with its clock, and everything holds', async () => {
  const town = await anEmptyTown()
  expect((await cli(town, 'seed')).said).toBe('NHS Barset and Vale lives here now. It is 1 July 2026 there.')
  expect(await cli(town, 'seed')).toMatchObject({
    code: 1,
    complained: expect.stringContaining('not empty') as string,
  })
  expect((await cli(town, 'check')).said).toMatch(/^All \d+ laws hold\.$/)
  expect((await cli(town, 'verify-record')).said).toMatch(/^The record verifies/)
})

test('the synthetic clock goes on, and never back', async () => {
  const town = await aTown(day('2026-07-01'))
  expect((await cli(town, 'clock')).said).toBe('It is Wednesday 1 July 2026 in NHS Barset and Vale.')
  expect((await cli(town, 'clock', 'advance', '7')).said).toMatch(/8 July 2026/)
  expect((await cli(town, 'clock', 'set', '2026-12-01')).said).toMatch(/Tuesday 1 December 2026/)
  expect(await cli(town, 'clock', 'set', '2026-07-01')).toMatchObject({ code: 1 })
  expect(await cli(town, 'clock', 'advance', '9999')).toMatchObject({ code: 1 })
  await checkEverything(town)
})

test('check and verify-record name what is wrong, and end with 1', async () => {
  const town = await anEmptyTown()
  await cli(
    town,
    'start-real',
    '--icb',
    'NHS Test',
    '--phone',
    '01632 960 001',
    '--administrator',
    'Ada Quill',
  )
  const { ownerPool } = town.platform.databases
  await ownerPool.query(`alter table organisations.organisation disable trigger noted_update`)
  await ownerPool.query(`update organisations.organisation set name = 'Somebody else'`)
  const verified = await cli(town, 'verify-record')
  expect(verified).toMatchObject({
    code: 1,
    complained: expect.stringContaining('organisations.organisation') as string,
  })
  expect(await cli(town, 'check')).toMatchObject({
    code: 1,
    complained: expect.stringContaining('organisations.organisation does not note what is changed') as string,
  })
})
