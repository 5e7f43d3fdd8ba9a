import pg from 'pg'
import { post } from '../src/domains/ledger/index.ts'
import * as ledger from '../src/domains/ledger/index.ts'
import { addPerson } from '../src/domains/people/index.ts'
import { enter } from '../src/platform/database.ts'
import { day } from '../src/platform/day.ts'
import { newId } from '../src/platform/id.ts'
import type { Id } from '../src/platform/id.ts'
import { pence } from '../src/platform/money.ts'
import { as, icb } from '../world/organisations.ts'
import { callsASecond, inTurn, say } from './measure.ts'
import type { BenchTown } from './town.ts'

const callers = 32
const seconds = 4
const rounds = 3

/**
 * The textbook design ("a" in performance.md): a header, two postings, each account's balance kept and locked, and a
 * deferred constraint that each header's postings sum to nothing. One call posts one, so it has the fewest round trips.
 */
const textbook = `
  create schema textbook;
  create table textbook.account (id int primary key, balance bigint not null);
  create table textbook.header (id bigint generated always as identity primary key, why text not null, occurred_on date not null);
  create table textbook.posting (header_id bigint not null references textbook.header, account_id int not null references textbook.account,
                                 amount bigint not null);
  create index on textbook.posting (header_id);
  create function textbook.sums_to_nothing() returns trigger language plpgsql as $$
  begin
    if (select sum(amount) from textbook.posting where header_id = new.header_id) <> 0 then raise exception 'unbalanced'; end if;
    return null;
  end $$;
  create constraint trigger balanced after insert on textbook.posting deferrable initially deferred
    for each row execute function textbook.sums_to_nothing();
  create function textbook.post(source int, target int, amount bigint) returns void language plpgsql as $$
  declare made bigint;
  begin
    perform 1 from textbook.account where id in (source, target) order by id for no key update;
    insert into textbook.header (why, occurred_on) values ('Payment sent', '2026-04-01') returning id into made;
    insert into textbook.posting values (made, source, -amount), (made, target, amount);
    update textbook.account set balance = balance - amount where id = source;
    update textbook.account set balance = balance + amount where id = target;
  end $$;
  insert into textbook.account select i, 0 from generate_series(0, 64) i`

/** One payment of one funder to each of 32 purses, and 32 callers on one line of one purse. */
export async function benchPosting({ platform, world, connection }: BenchTown): Promise<void> {
  const { databases } = platform
  await databases.ownerPool.query(textbook)
  const peers = new pg.Pool({ ...connection, max: callers })
  const people = await Promise.all(Array.from({ length: callers }, (_, caller) => somebody(world, caller)))
  const line = newId<'line'>()
  const actor = as('finance')
  const postOne = (personId: Id<'person'>, transfers: ledger.Transfer[]) =>
    databases.app.transaction().execute(async (tx) => {
      const { now } = await enter(tx, actor, newId())
      await post({ tx, now }, [
        {
          personId,
          event: 'bench',
          subjectId: newId(),
          occurredOn: day('2026-04-01'),
          why: 'Payment sent',
          transfers,
        },
      ])
    })
  const amount = pence(100)
  const toEach = await inTurn(
    rounds,
    () =>
      callsASecond(callers, seconds, (caller) =>
        postOne(people[caller] as Id<'person'>, ledger.move(ledger.payer(icb), ledger.inTransit, amount)),
      ),
    () =>
      callsASecond(callers, seconds, (caller) =>
        peers.query('select textbook.post(0, $1, 100)', [caller + 1]),
      ),
  )
  say(
    'Posting one payment of one funder to each of 32 purses, 32 callers',
    `ours ${toEach.one.toFixed(0)} a second, the textbook design ${toEach.other.toFixed(0)} a second`,
    toEach.one / toEach.other,
    'at least 3',
  )
  const [first] = people
  const onOne = await inTurn(
    rounds,
    () =>
      callsASecond(callers, seconds, () =>
        postOne(first as Id<'person'>, ledger.move(ledger.promise(icb), ledger.available(line), amount)),
      ),
    () => callsASecond(callers, seconds, () => peers.query('select textbook.post(0, 1, 100)')),
  )
  say(
    'Posting to one line of one purse, 32 callers',
    `ours ${onOne.one.toFixed(0)} a second, the textbook design ${onOne.other.toFixed(0)} a second`,
    onOne.one / onOne.other,
    'at least 3',
  )
  await peers.end()
}

async function somebody(world: BenchTown['world'], no: number): Promise<Id<'person'>> {
  const { personId } = await world.act(as('coordinator'), addPerson, {
    givenName: `Nobody${String(no)}`,
    familyName: 'Atall',
    bornOn: '1990-01-01',
    icbId: icb,
  })
  return personId
}
