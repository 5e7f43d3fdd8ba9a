import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { actorWithPerson, aFileFor, anActor, asActor, withoutScope } from '../../../test/support/actors.ts'
import { emptyDatabase } from '../../../test/support/database.ts'
import { reading } from '../../platform/database.ts'
import type { Databases } from '../../platform/database.ts'
import { day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'
import { pounds } from '../../platform/money.ts'
import * as ledger from './index.ts'
import type { Journal } from './index.ts'

const funder = newId<'organisation'>()
const swimming = newId<'line'>()

function award(personId: Id<'person'>, amount = pounds('£100.00')): Journal {
  const transfers = [{ from: ledger.promise(funder), to: ledger.available(swimming), amount }]
  return {
    personId,
    event: 'award',
    subjectId: newId(),
    occurredOn: day('2026-04-01'),
    why: 'Award',
    transfers,
  }
}

function setAside(personId: Id<'person'>, amount: ReturnType<typeof pounds>): Journal {
  const transfers = [{ from: ledger.available(swimming), to: ledger.committed(swimming), amount }]
  return {
    personId,
    event: 'set-aside',
    subjectId: newId(),
    occurredOn: day('2026-04-02'),
    why: 'Booked',
    transfers,
  }
}

async function balances(databases: Databases, actor: ReturnType<typeof anActor>, personId: Id<'person'>) {
  return reading(databases, actor, (database) => ledger.balancesNow(database, actor, [personId]))
}

test('a journal is posted once, and its balances follow', async () => {
  const databases = await emptyDatabase()
  const { actor, personId } = await actorWithPerson(databases)
  const journal = award(personId)
  await asActor(databases, actor, (context) =>
    ledger.post(context, [journal, setAside(personId, pounds('30'))]),
  )
  expect(await asActor(databases, actor, (context) => ledger.postOnce(context, [journal]))).toBe(0)
  const now = await balances(databases, actor, personId)
  expect(ledger.lineMoney(now, swimming)).toMatchObject({
    available: pounds('£70.00'),
    committed: pounds('£30.00'),
  })
  const firstDay = await reading(databases, actor, (database) =>
    ledger.balancesOn(database, actor, [personId], day('2026-04-01')),
  )
  expect(ledger.balanceOf(firstDay, ledger.available(swimming))).toBe(pounds('£100.00'))
  const april = { from: day('2026-04-01'), until: day('2026-05-01') }
  const changes = await reading(databases, actor, (database) =>
    ledger.changesIn(database, actor, [personId], april),
  )
  expect(ledger.balanceOf(changes, ledger.promise(funder))).toBe(pounds('-£100.00'))
  expect(ledger.balanceOf(changes, ledger.committed(swimming))).toBe(pounds('£30.00'))
})

test('a line cannot promise more than is available, even past the application', async () => {
  const databases = await emptyDatabase()
  const { actor, personId } = await actorWithPerson(databases)
  await asActor(databases, actor, (context) => ledger.post(context, [award(personId)]))
  const tooMuch = asActor(databases, actor, (context) =>
    ledger.post(context, [setAside(personId, pounds('100.01'))]),
  )
  await expect(tooMuch).rejects.toMatchObject({ constraint: 'line_not_overdrawn' })

  const past = sql`insert into ledger.transfer
    select person_id, 999, 1, 'purpose', 2, 1, 10001, '2026-04-02', '2026-04-02' from ledger.purse`
  await expect(past.execute(databases.owner)).rejects.toMatchObject({ constraint: 'line_not_overdrawn' })
  const unknownAccount = sql`insert into ledger.transfer
    select person_id, 999, 1, 'purpose', 2, 77, 1, '2026-04-02', '2026-04-02' from ledger.purse`
  await expect(unknownAccount.execute(databases.owner)).rejects.toMatchObject({
    constraint: 'transfer_between_known_accounts',
  })
  const partition = sql`insert into ledger.transfer_2026_04
    select person_id, 999, 1, 'purpose', 2, 1, 10001, '2026-04-02', '2026-04-02' from ledger.purse`
  await expect(partition.execute(databases.owner)).rejects.toMatchObject({ constraint: 'line_not_overdrawn' })
})

test.each(['ledger.transfer', 'ledger.transfer_2026_04', 'ledger.journal', 'ledger.reversal'])(
  '%s is only ever added to',
  async (table) => {
    const databases = await emptyDatabase()
    for (const change of [`update ${table} set person_id = person_id`, `delete from ${table}`]) {
      await expect(sql.raw(change).execute(databases.owner)).rejects.toMatchObject({
        constraint: 'append_only',
      })
    }
  },
)

test('the application cannot write to a ledger table but through post', async () => {
  const databases = await emptyDatabase()
  const { actor, personId } = await actorWithPerson(databases)
  await asActor(databases, actor, (context) => ledger.post(context, [award(personId)]))
  for (const write of [
    sql`insert into ledger.transfer select * from ledger.transfer`,
    sql`update ledger.account set balance = 0`,
    sql`delete from ledger.purse`,
  ]) {
    await expect(asActor(databases, actor, ({ tx }) => write.execute(tx))).rejects.toMatchObject({
      code: '42501',
    })
  }
})

test('nobody posts to, locks or reads a purse that is not open to them', async () => {
  const databases = await emptyDatabase()
  const { actor, personId } = await actorWithPerson(databases)
  await asActor(databases, actor, (context) => ledger.post(context, [award(personId)]))
  const stranger = anActor([])
  await aFileFor(databases, stranger.organisationId)
  const forbidden = { code: '42501' }
  await expect(
    asActor(databases, stranger, (context) => ledger.post(context, [award(personId)])),
  ).rejects.toMatchObject(forbidden)
  await expect(
    asActor(databases, stranger, ({ tx }) => ledger.lockPurse(tx, personId)),
  ).rejects.toMatchObject(forbidden)
  expect(await balances(databases, stranger, personId)).toEqual(new Map())
  const unscoped = withoutScope(stranger)
  const seen = await reading(databases, unscoped, (database) =>
    ledger.movements(database, unscoped, [personId]),
  )
  expect(seen).toEqual([])
})

test('32 at once on one line promise exactly what it has', async () => {
  const databases = await emptyDatabase()
  const { actor, personId } = await actorWithPerson(databases)
  await asActor(databases, actor, (context) => ledger.post(context, [award(personId, pounds('£20.00'))]))
  const tries = Array.from({ length: 32 }, () =>
    asActor(databases, actor, (context) => ledger.post(context, [setAside(personId, pounds('£1.00'))])),
  )
  const outcomes = await Promise.allSettled(tries)
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(20)
  const line = ledger.lineMoney(await balances(databases, actor, personId), swimming)
  expect(line).toMatchObject({ available: 0n, committed: pounds('£20.00') })
})

test('32 at once on 32 purses, each many times, lose nothing', async () => {
  const databases = await emptyDatabase()
  const actor = anActor([])
  const people = await Promise.all(
    Array.from({ length: 32 }, () => aFileFor(databases, actor.organisationId)),
  )
  await Promise.all(
    people.map(async (personId) => {
      for (let round = 0; round < 10; round += 1) {
        await asActor(databases, actor, (context) => ledger.post(context, [award(personId)]))
      }
    }),
  )
  const all = await reading(databases, actor, (database) => ledger.balancesNow(database, actor, people))
  expect(ledger.balanceOf(all, ledger.available(swimming))).toBe(pounds('£32,000.00'))
})
