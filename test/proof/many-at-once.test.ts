import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { giveMore, setAside } from '../../src/domains/budgets/index.ts'
import * as ledger from '../../src/domains/ledger/index.ts'
import { PersonId } from '../../src/domains/people/index.ts'
import { command, perform } from '../../src/platform/command.ts'
import { reading } from '../../src/platform/database.ts'
import type { Databases } from '../../src/platform/database.ts'
import { day } from '../../src/platform/day.ts'
import { newId } from '../../src/platform/id.ts'
import { minus, pounds, sum } from '../../src/platform/money.ts'
import type { Pence } from '../../src/platform/money.ts'
import { done } from '../../src/platform/outcome.ts'
import { cast } from '../../world/cast.ts'
import type { Member } from '../../world/cast.ts'
import { live } from '../../world/life.ts'
import { as, icb } from '../../world/organisations.ts'
import { worldOn } from '../../world/world.ts'
import { anActor, asActor } from '../support/actors.ts'
import { openTown } from '../support/app.ts'
import type { OpenTown } from '../support/app.ts'
import { checkEverything } from '../support/check-everything.ts'

/** Thirty-two write at once, through the commands and past them: the database keeps every balance and every floor. */

const writers = 32
const today = day('2026-06-01')
const people = Array.from({ length: writers }, (_, index) => somebody(300 + index))
let town: OpenTown
let databases: Databases

beforeAll(async () => {
  town = await openTown(today)
  databases = town.platform.databases
  const world = worldOn(town.platform)
  for (const person of people) await live(world, [[[today, person.becomesKnown]]])
})
afterAll(() => town.close())

function somebody(no: number): Member<'swimming'> {
  return cast({
    no,
    person: {
      givenName: `Nobody${String(no)}`,
      familyName: 'Atall',
      bornOn: '1990-01-01',
      nhsNumber: numberFor(no),
    },
    plan: {
      agreedOn: '2026-05-01',
      lines: {
        swimming: { name: 'Swimming', whatFor: 'Swims.', outcome: 'Strength', amount: '10.00', per: 'week' },
      },
    },
    budget: {
      from: '2026-06-01',
      until: '2027-06-01',
      basis: 'chc',
      payerId: icb,
      paidEvery: 'month',
      costCode: 'CHC',
      nhsPercent: 100,
      held: { way: 'notional', employer: 'nobody' },
    },
  })
}

/** A made-up number that passes the check (mod 11); those in 999 are set apart for tests. */
function numberFor(no: number): string {
  for (let tries = 0; ; tries += 1) {
    const digits = `999${String(no * 100 + tries).padStart(6, '0')}`
    const check =
      11 - (Array.from(digits).reduce((all, digit, at) => all + Number(digit) * (10 - at), 0) % 11)
    if (check !== 10) return `${digits}${String(check % 11)}`
  }
}

const all = <Answer>(works: readonly (() => Promise<Answer>)[]) => Promise.all(works.map((work) => work()))

async function money(person: Member<'swimming'>) {
  const actor = as('coordinator')
  const balances = await reading(databases, actor, (database) =>
    ledger.balancesNow(database, actor, [person.personId]),
  )
  return ledger.lineMoney(balances, person.line('swimming'))
}

describe('through the commands', () => {
  test('32 budgets are awarded by one funder at once', async () => {
    const world = worldOn(town.platform)
    await all(people.map((person) => () => person.isAwarded(world)))
    const lines = await all(people.map((person) => () => money(person)))
    expect(new Set(lines.map((line) => line.available))).toEqual(new Set([lines[0]?.available]))
    await checkEverything(town)
  })

  test('32 people’s lines are promised more, and have it set aside, five times each at once', async () => {
    const before = await all(people.map((person) => () => money(person)))
    const works = people.flatMap((person) =>
      Array.from({ length: 5 }, () => async () => {
        const { personId, budgetId } = person
        const lineId = person.line('swimming')
        const given = await perform(databases, giveMore, as('coordinator'), {
          personId,
          budgetId,
          lineId,
          amount: pounds('3.00'),
          how: 'once',
          from: today,
          reason: 'One swim more',
        })
        const aside = await keepAside(person, pounds('2.00'))
        return [given.ok, aside.ok]
      }),
    )
    expect(new Set((await all(works)).flat())).toEqual(new Set([true]))
    const after = await all(people.map((person) => () => money(person)))
    expect(after.map((line) => line.committed)).toEqual(people.map(() => pounds('10.00')))
    expect(after.map((line) => line.available)).toEqual(
      before.map((line) => sum([line.available, pounds('15.00'), pounds('-10.00')])),
    )
    await checkEverything(town)
  })

  test('32 at once on one line set aside what it has and not a penny more; the others are refused by name', async () => {
    const [person = somebody(0)] = people
    const { available, committed } = await money(person)
    const each = (available / 25n) as Pence
    const outcomes = await all(Array.from({ length: writers }, () => () => keepAside(person, each)))
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(25)
    expect(new Set(refused)).toEqual(new Set(['not-enough-left']))
    const after = await money(person)
    expect(after.available).toBe(available - 25n * each)
    expect(after.committed).toBe(committed + 25n * each)
    await checkEverything(town)
  })

  test('two that take two purses in opposite order both succeed: a deadlock is tried again', async () => {
    const both = command({
      name: 'test.post-to-both',
      input: z.object({ first: PersonId, second: PersonId }),
      allow: 'award budgets',
      async run({ tx, now }, { first, second }) {
        await ledger.post({ tx, now }, [promised(first)])
        await sql`select pg_sleep(0.2)`.execute(tx)
        await ledger.post({ tx, now }, [promised(second)])
        return done()
      },
      says: () => 'Posted to both',
      about: (_value, { first }) => first,
    })
    const [one = somebody(0), other = somebody(0)] = people
    const [first, second] = [one.personId, other.personId]
    const outcomes = await all([
      () => perform(databases, both, as('coordinator'), { first, second }),
      () => perform(databases, both, as('coordinator'), { first: second, second: first }),
    ])
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true])
  })
})

function keepAside(person: Member<'swimming'>, amount: Pence) {
  return perform(databases, setAside, as('coordinator'), {
    personId: person.personId,
    words: 'Swims',
    parts: [{ lineId: person.line('swimming'), amount }],
  })
}

const line = newId<'line'>()

function promised(personId: PersonId, amount = pounds('1.00')): ledger.Journal {
  const transfers = [{ from: ledger.promise(icb), to: ledger.available(line), amount }]
  return { personId, event: 'test', subjectId: newId(), occurredOn: today, why: 'Test', transfers }
}

function kept(personId: PersonId, amount = pounds('1.00')): ledger.Journal {
  const transfers = [{ from: ledger.available(line), to: ledger.committed(line), amount }]
  return { personId, event: 'test', subjectId: newId(), occurredOn: today, why: 'Test', transfers }
}

describe('past the commands', () => {
  const coordinator = as('coordinator')
  const post = (journals: readonly ledger.Journal[]) =>
    asActor(databases, coordinator, (context) => ledger.postOnce(context, journals))
  const how = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (problem: { constraint?: string; code?: string }) => problem.constraint ?? problem.code,
    )

  test('32 that call ledger.post at once on one line: the floor holds, whoever is last', async () => {
    const personId = people[1]?.personId ?? newId()
    const before = await balanceOf(personId)
    await post([promised(personId, sum([pounds('20.00'), minus(pounds('0.00'), before)]))])
    const ends = await all(Array.from({ length: writers }, () => () => how(post([kept(personId)]))))
    expect(ends.filter((end) => end === 'done')).toHaveLength(20)
    expect(new Set(ends)).toEqual(new Set(['done', 'line_not_overdrawn']))
    expect(await balanceOf(personId)).toBe(0n)
  })

  test('32 that post to all purses at once, each in another order, all succeed', async () => {
    const ends = await all(
      people.map((_, at) => () => {
        const turned = [...people.slice(at), ...people.slice(0, at)]
        return how(post(turned.map((person) => promised(person.personId))))
      }),
    )
    expect(new Set(ends)).toEqual(new Set(['done']))
  })

  test('32 that insert transfers as the owner: the balances follow, and the floors hold', async () => {
    const personId = people[2]?.personId ?? newId()
    await post([promised(personId, pounds('20.00')), kept(personId)])
    const before = await balanceOf(personId)
    const each = before / 20n
    const insert = () =>
      sql`insert into ledger.transfer (person_id, journal_no, n, book, from_no, to_no, amount, occurred_on, recorded_at)
        select a.person_id, nextval('ledger.journal_no_seq'), 1, 'purpose', a.no, c.no, ${each}, ${today}, platform.world_now()
        from ledger.account a join ledger.account c using (person_id)
        where a.person_id = ${personId} and a.code = ${ledger.available(line)} and c.code = ${ledger.committed(line)}
      `.execute(databases.owner)
    const ends = await all(Array.from({ length: writers }, () => () => how(insert())))
    expect(ends.filter((end) => end === 'done')).toHaveLength(20)
    expect(new Set(ends)).toEqual(new Set(['done', 'line_not_overdrawn']))
    expect(await balanceOf(personId)).toBe(before - 20n * each)
  })

  test('not even the owner changes or deletes a transfer', async () => {
    for (const change of [
      sql`update ledger.transfer set amount = amount + 1`,
      sql`delete from ledger.transfer`,
      sql`truncate ledger.transfer`,
    ]) {
      expect(await how(change.execute(databases.owner))).toBe('append_only')
    }
  })

  const notAllowed = '42501'

  test('the application’s role writes no table of the ledger', async () => {
    for (const table of ['purse', 'account_kind', 'account', 'journal', 'transfer', 'reversal']) {
      const name = sql.raw(`ledger.${table}`)
      for (const change of [
        sql`insert into ${name} overriding system value select * from ${name} limit 0`,
        sql`delete from ${name}`,
        sql`truncate ${name}`,
      ]) {
        const ends = await how(asActor(databases, coordinator, ({ tx }) => change.execute(tx)))
        expect({ table, ends }).toEqual({ table, ends: notAllowed })
      }
    }
    const pay = sql`update ledger.account set balance = balance + 1`
    expect(await how(asActor(databases, coordinator, ({ tx }) => pay.execute(tx)))).toBe(notAllowed)
  })

  test('nobody posts to a purse that is not open to them, nor to many of which one is not', async () => {
    const stranger = anActor(['award budgets'])
    const personId = people[3]?.personId ?? newId()
    const asStranger = (journals: readonly ledger.Journal[]) =>
      asActor(databases, stranger, (context) => ledger.postOnce(context, journals))
    expect(await how(asStranger([promised(personId)]))).toBe(notAllowed)
    expect(await how(post([promised(personId), promised(newId())]))).toBe(notAllowed)
  })

  async function balanceOf(personId: PersonId): Promise<Pence> {
    const balances = await reading(databases, coordinator, (database) =>
      ledger.balancesNow(database, coordinator, [personId]),
    )
    return ledger.balanceOf(balances, ledger.available(line))
  }
})
