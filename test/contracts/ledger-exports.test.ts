import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportLedgerOfOrganisation, exportLedgerOfPerson } from '../../src/domains/workspaces/index.ts'
import { balancesNow, booksOf, exportWriters, inTransit, payer } from '../../src/domains/ledger/index.ts'
import type { ExportFormat } from '../../src/domains/ledger/index.ts'
import { reading } from '../../src/platform/database.ts'
import { day } from '../../src/platform/day.ts'
import { newId } from '../../src/platform/id.ts'
import { plainPounds, pounds } from '../../src/platform/money.ts'
import { ask } from '../../src/platform/query.ts'
import { amina } from '../../world/lives/amina-plan.ts'
import { daniel } from '../../world/lives/daniel.ts'
import { as, council, icb } from '../../world/organisations.ts'
import { seedWorld } from '../../world/seed.ts'
import { openTown } from '../support/app.ts'
import type { OpenTown } from '../support/app.ts'
import { has, saysOf } from '../support/other-programs.ts'
import { readJournal } from '../support/read-journal.ts'

let town: OpenTown

/** What stands in accounts, without saying in which, and without those that have nothing. */
const amounts = (balances: readonly (readonly [string, bigint])[]) =>
  balances
    .map(([, balance]) => balance.toString())
    .filter((balance) => balance !== '0')
    .toSorted((a, b) => (a < b ? -1 : 1))

beforeAll(async () => {
  town = await openTown(undefined)
  await seedWorld(town.platform)
})
afterAll(() => town.close())

type Period = { from?: string; until?: string }

async function ofTheIcb(format: ExportFormat, period: Period = {}): Promise<string> {
  const input = { organisationId: icb, format, ...period }
  const made = await ask(town.platform.databases, exportLedgerOfOrganisation, as('finance'), input)
  return made.parts.join('')
}

async function ofAmina(format: ExportFormat, period: Period = {}): Promise<string> {
  const input = { personId: amina.personId, format, ...period }
  const made = await ask(town.platform.databases, exportLedgerOfPerson, amina.themself(), input)
  return made?.parts.join('') ?? ''
}

const texts = {
  'the whole ICB': (format: ExportFormat) => ofTheIcb(format),
  'one month of the whole ICB': (format: ExportFormat) =>
    ofTheIcb(format, { from: '2026-05-01', until: '2026-06-01' }),
  'one person': (format: ExportFormat) => ofAmina(format),
  'a part of a month of one person': (format: ExportFormat) =>
    ofAmina(format, { from: '2026-05-10', until: '2026-06-20' }),
}
const cases = Object.entries(texts)

describe('our own eyes', () => {
  test.each(cases)(
    '%s: every event balances in each book, and every assertion holds',
    async (_name, make) => {
      const read = readJournal(await make('hledger'))
      expect(read.problems).toEqual([])
      expect(read.transactions).toBeGreaterThan(5)
      expect(read.assertions).toBeGreaterThan(5)
    },
  )

  test('what the file ends with is what the purse has', async () => {
    const { balances } = readJournal(await ofAmina('hledger'))
    const kept = await reading(town.platform.databases, amina.themself(), (database) =>
      balancesNow(database, amina.themself(), [amina.personId]),
    )
    expect(balances.get('Assets:Place:Account:Direct')).toBe(kept.get(`account:${amina.accountId}` as never))
    const inExport = [...balances].filter(([account]) => !/:(Promise|Payer|Payee):/.test(account))
    expect(amounts(inExport)).toEqual(amounts([...kept]))
  })

  test('a period begins with what was brought forward, and ends as the whole does', async () => {
    const whole = readJournal(await ofAmina('hledger'))
    const rest = readJournal(await ofAmina('hledger', { from: '2026-05-10' }))
    for (const [account, balance] of rest.balances) expect(whole.balances.get(account)).toBe(balance)
    expect(rest.transactions).toBeLessThan(whole.transactions)
  })

  test('an assertion is of the balance that the purse keeps, so one that its transfers do not make is found', () => {
    const movement = {
      personId: newId<'person'>(),
      journalNo: 1n,
      n: 1,
      event: 'payment-sent',
      subjectId: newId(),
      entryId: newId<'entry'>(),
      occurredOn: day('2026-06-03'),
      recordedAt: new Date('2026-06-03T08:00:00Z'),
      why: 'Sent',
      book: 'place' as const,
      from: payer(icb),
      to: inTransit,
      amount: pounds('10.00'),
    }
    const journalWith = (kept: string) =>
      exportWriters.hledger.purse(
        booksOf({
          purse: undefined,
          subjectName: (subject) => subject,
          withWhy: true,
          days: { from: day('2026-06-01'), until: day('2026-07-01') },
          opening: new Map(),
          closing: new Map([[inTransit, pounds(kept)]]),
          movements: [movement],
        }),
      )
    expect(readJournal(journalWith('10.00')).problems).toEqual([])
    expect(readJournal(journalWith('10.01')).problems).toEqual([
      '2026-06-30 At the end of June 2026: Assets:Place:In-Transit has 1000p, not 10.01',
    ])
  })
})

describe.skipIf(!has('hledger'))('hledger', () => {
  test.each(cases)('check --strict accepts %s', async (_name, make) => {
    expect(saysOf('hledger', ['check', '--strict', '-f', 'FILE'], await make('hledger'))).toBe('')
  })

  test('agrees with every balance of a purse', async () => {
    const flags = ['balance', '-f', 'FILE', '--flat', '--empty', '--no-total', '--output-format=csv']
    const text = await ofAmina('hledger')
    const said = saysOf('hledger', flags, text)
    for (const [account, balance] of readJournal(text).balances) {
      expect(said).toMatch(
        new RegExp(`"${account}","${balance === 0n ? '0' : plainPounds(balance)}(?: GBP)?"`),
      )
    }
  })

  test('refuses a file with a penny changed', async () => {
    const text = (await ofAmina('hledger')).replace(/(= -?\d+\.\d)\d GBP\n/, '$19 GBP\n')
    expect(saysOf('hledger', ['check', '--strict', '-f', 'FILE'], text)).toMatch(/balance assertion/i)
  })
})

describe.skipIf(!has('bean-check'))('bean-check', () => {
  test.each(cases)('accepts %s', async (_name, make) => {
    expect(saysOf('bean-check', ['FILE'], await make('beancount'))).toBe('')
  })

  test('refuses a file with a penny changed', async () => {
    const text = (await ofAmina('beancount')).replace(/(balance \S+ -?\d+\.\d)\d ~/, '$19 ~')
    expect(saysOf('bean-check', ['FILE'], text)).toMatch(/Balance failed/)
  })
})

describe('CSV', () => {
  test('has a row for each transfer, and adds up to the same', async () => {
    const rows = (await ofAmina('csv'))
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    expect(rows[0]).toEqual('row,day,purse,journal,n,event,why,book,from,to,amount'.split(','))
    const transfers = rows.filter(([row]) => row === 'transfer')
    const balances = new Map<string, bigint>()
    const add = (account: string, amount: bigint) =>
      balances.set(account, (balances.get(account) ?? 0n) + amount)
    for (const cells of transfers) {
      const [from = '', to = '', amount = ''] = cells.slice(-3)
      add(from, -BigInt(amount.replace('.', '')))
      add(to, BigInt(amount.replace('.', '')))
    }
    expect(balances).toEqual(readJournal(await ofAmina('hledger')).balances)
  })
})

describe('whose names are in it', () => {
  test.each<ExportFormat>(['hledger', 'beancount', 'csv'])(
    '%s of a whole ICB has ids alone',
    async (format) => {
      const text = await ofTheIcb(format)
      expect(text).toContain(amina.personId)
      for (const name of ['Amina', 'Rahman', daniel.person.familyName, 'Swim', 'Wages']) {
        expect(text.toLowerCase().includes(name.toLowerCase())).toBe(false)
      }
      // Nothing but ASCII either, so it reads the same on any machine.
      expect(text).toMatch(/^[\n\r -~]*$/)
    },
  )

  test('one person’s is in their words', async () => {
    expect(await ofAmina('hledger')).toContain('Assets:Purpose:Available:Swimming')
  })
})

test('the same books make the same file', async () => {
  expect(await ofTheIcb('hledger')).toBe(await ofTheIcb('hledger'))
})

test('another organisation finds only those whom it may see', async () => {
  const input = { organisationId: icb, format: 'csv' as const }
  const { databases } = town.platform
  const theirs = await ask(databases, exportLedgerOfOrganisation, as('councilFinance'), input)
  const whole = await ask(databases, exportLedgerOfOrganisation, as('finance'), input)
  expect(theirs.purses).toBeLessThan(whole.purses)
  const own = await ask(databases, exportLedgerOfOrganisation, as('councilFinance'), {
    ...input,
    organisationId: council,
  })
  expect(own.purses).toBeGreaterThan(0)
})
