import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/platform/day.ts'
import type { Databases } from '../../src/platform/database.ts'
import { chainHeads } from '../../src/platform/record/heads.ts'
import { verifyRecord } from '../../src/platform/record/verify.ts'
import { atOneMoment } from '../../src/platform/snapshot.ts'
import { aminasLife } from '../../world/lives/amina.ts'
import { icbPaydays } from '../../world/lives/paydays.ts'
import { live } from '../../world/life.ts'
import { worldOn } from '../../world/world.ts'
import { openTown } from '../support/app.ts'
import type { OpenTown } from '../support/app.ts'
import { changeOneValue, columnsOf, coveredTables, deleteOne, insertOutside, saidAfter } from './tampering.ts'

/** Acceptance: one changed byte anywhere is found and named. The town is told once; each change is taken back. */

let town: OpenTown
let databases: Databases

beforeAll(async () => {
  town = await openTown(day('2026-03-06'))
  databases = town.platform.databases
  await live(worldOn(town.platform), [aminasLife, icbPaydays], day('2026-06-29'))
  await town.work()
})
afterAll(() => town.close())

test('before anybody changes anything, all is well, and all of it was looked at', async () => {
  const said = await saidAfter(databases, async () => undefined)
  expect(said).toEqual({ record: [], laws: [] })
  const { entries, notYetSealed, rows } = await verifyRecord(databases)
  expect(entries).toBeGreaterThan(60)
  expect(rows).toBeGreaterThan(entries)
  expect(notYetSealed).toBe(0)
})

const anEntry = sql`(select id from record.entry where command = 'budgets.award')`

type Case = [what: string, change: RawBuilder<unknown>, named: RegExp]

describe('one byte', () => {
  const inTheRecord: Case[] = [
    [
      'of who did it',
      sql`update record.entry set acting_as = 'finance' where id = ${anEntry}`,
      /^Chain 0190b001\S+, entry \d+: the entry \(budgets\.award, \S+\) or its seal was changed/,
    ],
    [
      'of what was done',
      sql`update record.entry set payload = replace(payload, 'Awarded', 'awarded') where id = ${anEntry}`,
      /what the entry \(budgets\.award, \S+\) says was changed/,
    ],
    [
      'of the salt',
      sql`update record.entry set salt = set_byte(salt, 7, get_byte(salt, 7) # 1) where id = ${anEntry}`,
      /what the entry \(budgets\.award, \S+\) says was changed/,
    ],
    [
      'of the payload alone, erased without its salt',
      sql`update record.entry set payload = null where id = ${anEntry}`,
      /what the entry \(budgets\.award, \S+\) says was changed/,
    ],
    [
      'of a seal',
      sql`update record.seal set hash = set_byte(hash, 0, get_byte(hash, 0) # 1) where entry_id = ${anEntry}`,
      /entry \d+: the entry \(budgets\.award, \S+\) or its seal was changed/,
    ],
    [
      'of when it was sealed',
      sql`update record.seal set sealed_at = sealed_at + interval '1 microsecond' where entry_id = ${anEntry}`,
      /or its seal was changed/,
    ],
    [
      'of the note of what it wrote',
      sql`update record.written set digest = set_byte(digest, 0, get_byte(digest, 0) # 1)
          where entry_id = ${anEntry} and table_name = 'budgets.budget'`,
      /^Entry \S+ \(budgets\.award\) wrote other rows than are noted of it/,
    ],
    [
      'of a budget line',
      sql`update budgets.line set awarded = awarded + 1 where ctid = (select min(ctid) from budgets.line)`,
      /^budgets\.line \S+ was changed outside a command/,
    ],
    [
      'of a journal',
      sql`update ledger.journal set why = why || ' ' where no = (select min(no) from ledger.journal)`,
      /^ledger\.journal \d+\.\.\d+ of entry \S+ were changed outside a command/,
    ],
    [
      'of what a bank said',
      sql`update statements.statement_line set amount = amount + 1 where ctid = (select min(ctid) from statements.statement_line)`,
      /^statements\.statement_line \d+\.\.\d+ of entry \S+ were changed outside a command/,
    ],
  ]
  test.each(inTheRecord)('%s is found and named by verify-record', async (_what, change, named) => {
    const { record } = await saidAfter(databases, (tx) => change.execute(tx))
    expect(record).toEqual(expect.arrayContaining([expect.stringMatching(named)]))
  })

  const aTransfer = sql`(person_id, journal_no, n) = (select person_id, journal_no, n from ledger.transfer limit 1)`
  const byTheLaws: Case[] = [
    [
      'of a transfer’s amount',
      sql`update ledger.transfer set amount = amount + 1 where ${aTransfer}`,
      /^A journal’s digest fits its transfers: purse 0190b001\S+: journal \d+ \(\S+\)/,
    ],
    [
      'of a transfer’s amount, its balances put right',
      sql`with changed as (update ledger.transfer set amount = amount + 1 where ${aTransfer} returning *)
          update ledger.account a set balance = balance + case when a.no = c.to_no then 1 else -1 end
          from changed c where a.person_id = c.person_id and a.no in (c.from_no, c.to_no)`,
      /^A journal’s digest fits its transfers: purse/,
    ],
    [
      'of a transfer’s day',
      sql`update ledger.transfer set occurred_on = occurred_on + 1 where ${aTransfer}`,
      /^A transfer belongs to a journal, and counts on its day: purse/,
    ],
    [
      'of a balance',
      sql`update ledger.account set balance = balance + 1 where code like 'available:%'
          and ctid = (select min(ctid) from ledger.account where code like 'available:%')`,
      /^A kept balance is the sum of its transfers: purse 0190b001\S+: available:\S+ says £/,
    ],
    [
      'of what an account is called',
      sql`update ledger.account set code = replace(code, 'spent', 'spenu') where code like 'spent:%'
          and ctid = (select min(ctid) from ledger.account where code like 'spent:%')`,
      /^A journal’s digest fits its transfers: purse/,
    ],
    [
      'of a journal’s digest',
      sql`update ledger.journal set digest = set_byte(digest, 0, get_byte(digest, 0) # 1)
          where no = (select min(no) from ledger.journal)`,
      /^A journal’s digest fits its transfers: purse/,
    ],
  ]
  test.each(byTheLaws)('%s is found and named by check', async (_what, change, named) => {
    const { laws } = await saidAfter(databases, (tx) => change.execute(tx))
    expect(laws).toEqual(expect.arrayContaining([expect.stringMatching(named)]))
  })
})

describe('entries', () => {
  const cases: Case[] = [
    [
      'that is gone',
      sql`delete from record.entry where id = ${anEntry}`,
      /entry \d+: the entry that was sealed here is gone/,
    ],
    [
      'that is gone with its seal',
      sql`with gone as (delete from record.seal where entry_id = ${anEntry}) delete from record.entry where id = ${anEntry}`,
      /entry \d+: (\d+) is followed by \d+; what was between is gone/,
    ],
    [
      'that was put in unsealed',
      sql`insert into record.entry select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).*
          from record.entry e where id = ${anEntry}`,
      /^Entry \S+ was neither sealed nor is it waiting to be/,
    ],
    [
      'that was moved to another chain',
      sql`update record.entry set person_id = gen_random_uuid() where id = ${anEntry}`,
      /it stands in another chain than it was sealed in/,
    ],
    [
      'that is said to be of the end of time',
      sql`update record.entry set at = 'infinity' where id = ${anEntry}`,
      /or its seal was changed/,
    ],
    [
      'about a person, said to be about an organisation too',
      sql`alter table record.entry drop constraint entry_in_one_chain;
          update record.entry set organisation_id = gen_random_uuid() where id = ${anEntry}`,
      /it stands in another chain than it was sealed in/,
    ],
    [
      'about a person, said to be about an organisation',
      sql`update record.entry set person_id = null, organisation_id = person_id where id = ${anEntry}`,
      /or its seal was changed/,
    ],
    [
      'that says something else before it is sealed',
      sql`with e as (update record.entry set payload = 'x' where id = ${anEntry}),
               s as (delete from record.seal where entry_id = ${anEntry})
          insert into record.unsealed values (${anEntry})`,
      /^Entry \S+ says something else than when it was written/,
    ],
    [
      'that is gone before it was sealed',
      sql`insert into record.unsealed values (gen_random_uuid())`,
      /^Entry \S+ is gone, and was not sealed yet/,
    ],
  ]
  test.each(cases)('one %s is named', async (_what, change, named) => {
    const { record } = await saidAfter(databases, (tx) => change.execute(tx))
    expect(record).toEqual(expect.arrayContaining([expect.stringMatching(named)]))
  })

  test('what is erased with its salt is counted, and breaks nothing', async () => {
    const erased = sql`update record.entry set payload = null, salt = null where id = ${anEntry}`
    const { record } = await saidAfter(databases, (tx) => erased.execute(tx))
    expect(record).toEqual([])
  })

  test('a trigger that was taken away hides nothing, and is named itself', async () => {
    const { record, laws } = await saidAfter(databases, async (tx) => {
      await sql`drop trigger noted_insert on budgets.line`.execute(tx)
      await sql`drop trigger noted_update on budgets.line`.execute(tx)
      await sql`update budgets.line set awarded = awarded + 1`.execute(tx)
    })
    expect(record).toEqual(expect.arrayContaining([expect.stringMatching(/^budgets\.line \S+ was changed/)]))
    expect(laws).toContain(
      'Every table that commands write notes each change in the record: budgets.line does not note what is added',
    )
  })
})

describe('every value', () => {
  test('of every row that the record covers: another value is found, and its table named', async () => {
    const tables = await Promise.all(
      (await coveredTables(databases)).map((table) => columnsOf(databases, table)),
    )
    const rounds = Math.max(...tables.map((columns) => columns.length))
    expect(tables.length).toBeGreaterThan(25)
    for (let round = 0; round < rounds; round += 1) {
      const columns = tables.flatMap((table) => table[round] ?? [])
      const { record } = await saidAfter(databases, async (tx) => {
        for (const column of columns) await changeOneValue(tx, column)
      })
      const silent = columns.filter(({ table }) => !record.some((line) => line.startsWith(`${table} `)))
      expect(silent).toEqual([])
    }
  })

  test('of every row that the record covers: one more and one less is found, and its table named', async () => {
    const tables = await coveredTables(databases)
    const more = await saidAfter(databases, async (tx) => {
      for (const table of tables) await insertOutside(tx, table, await columnsOf(databases, table))
    })
    const less = await saidAfter(databases, async (tx) => {
      for (const table of tables) await deleteOne(tx, table)
    })
    for (const table of tables) {
      expect(more.record).toEqual(
        expect.arrayContaining([expect.stringMatching(`^${table} \\S+ was written outside a command`)]),
      )
      expect(less.record).toEqual(
        expect.arrayContaining([
          expect.stringMatching(`^${table} .* (is gone|were changed outside a command)`),
        ]),
      )
    }
  })

  test.each(['record.entry', 'record.seal', 'record.written'])('of %s itself is found', async (table) => {
    for (const column of await columnsOf(databases, table)) {
      const { record } = await saidAfter(databases, (tx) => changeOneValue(tx, column))
      expect({ ...column, found: record.length > 0 }).toEqual({ ...column, found: true })
    }
  })

  test.each(['ledger.transfer', 'ledger.account', 'ledger.journal'])('of %s is found', async (table) => {
    for (const column of await columnsOf(databases, table)) {
      const said = await saidAfter(databases, (tx) => changeOneValue(tx, column))
      const found = said.laws.length + said.record.length > 0
      expect({ ...column, found }).toEqual({ ...column, found: true })
    }
    const less = await saidAfter(databases, (tx) => deleteOne(tx, table))
    expect(less.laws).not.toEqual([])
  })
})

test('a chain that was written anew by somebody who knows how is found by a head that was kept elsewhere', async () => {
  const heads = await atOneMoment(databases, chainHeads)
  expect(heads.length).toBeGreaterThan(1)
  const asIfNothingHad = (tx: Parameters<Parameters<typeof saidAfter>[1]>[0]) =>
    sql`update record.seal s set hash = sha256(s.hash) where no = (
      select max(no) from record.seal other where other.chain_id = s.chain_id)`.execute(tx)
  const { record } = await saidAfter(databases, asIfNothingHad, heads)
  expect(record.filter((line) => line.includes('it is not the one that was noted before'))).toHaveLength(
    heads.length,
  )
  const cutOff = (tx: Parameters<Parameters<typeof saidAfter>[1]>[0]) =>
    sql`delete from record.seal`.execute(tx)
  const gone = await saidAfter(databases, cutOff, heads)
  expect(gone.record[0]).toMatch(
    /^Chain \S+: entry \d+, which was noted before, is gone, and all after it\.$/,
  )
})
