import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Day } from '../../platform/day.ts'
import type { AccountId } from '../budgets/index.ts'
import type { PersonId } from '../people/index.ts'
import type { ImportId, ReadLine } from './statement-line.ts'

/**
 * How lines that were read are told from those that we have already:
 * - `reference`: by the bank's own reference, where this account's are known to stay the same;
 * - `text`: by how many lines of a day have the same amount and words, so that two equal payments stay two;
 * - `amount`: by how many of a day have the same amount, once somebody said that two kinds of file tell of the same
 *   payments in different words;
 * - `none`: somebody said that they are all new.
 */
export type TellApart = 'reference' | 'text' | 'amount' | 'none'

type Where = { personId: PersonId; accountId: AccountId; importId: ImportId }

/** Readers collapse white space, so only capitals can differ between two prints of one line. */
const words = sql.raw(`lower(payee || ' ' || text)`)

const keys: Record<Exclude<TellApart, 'none'>, RawBuilder<unknown>> = {
  // A line without a reference of its own is told apart by its words.
  reference: sql.raw(`coalesce(bank_reference, lower(payee || ' ' || text))`),
  text: words,
  amount: sql.raw(`''`),
}

/**
 * What stays of the staged lines once those that we have already are taken away, in the order of their days. What we
 * have comes first among its equals; of the staged ones as many are left out as we have. Sorted once, never joined:
 * PostgreSQL cannot know how many lines a file just had, and a join planned for a few takes hours for many.
 */
function freshLines({ personId, accountId, importId }: Where, how: TellApart, newestFirst: boolean) {
  const key = how === 'none' ? sql.raw('no::text') : keys[how]
  const order = newestFirst ? sql.raw('-no') : sql.raw('no')
  return sql<ReadLine>`
    with read as materialized (
      select * from statements.staged_line where import_id = ${importId} and person_id = ${personId}
    ), told as (
      select false as had, ${key} as key, ${order} as nth, place, booked_on, amount, payee, text, reference,
             bank_reference, kind
      from read
      union all
      select true, ${how === 'none' ? sql.raw('null') : key}, no, place, booked_on, amount, payee, text, reference,
             bank_reference, kind
      from statements.statement_line
      where person_id = ${personId} and account_id = ${accountId} and ${how === 'none' ? sql`false` : sql`true`}
        and booked_on between (select min(booked_on) from read) and (select max(booked_on) from read)
    ), counted as (
      select told.*, row_number() over (partition by booked_on, amount, key order by had desc, nth) as of_equals,
             count(*) filter (where had) over (partition by booked_on, amount, key) as had_equals
      from told
    )
    select place, booked_on as "bookedOn", amount, payee, text, reference, bank_reference as "bankReference", kind
    from counted where not had and of_equals > 2 * had_equals
    order by booked_on, nth`
}

const atOnce = 5_000

/** The new lines in the order of their days, in batches; however many there are, few are in memory. */
export async function* newLines(
  tx: Tx,
  where: Where,
  how: TellApart,
  newestFirst: boolean,
): AsyncGenerator<ReadLine[]> {
  await sql`declare fresh_lines no scroll cursor for ${freshLines(where, how, newestFirst)}`.execute(tx)
  for (;;) {
    const { rows } = await sql<ReadLine>`fetch ${sql.raw(String(atOnce))} from fresh_lines`.execute(tx)
    if (rows.length > 0) yield rows
    if (rows.length < atOnce) break
  }
  await sql`close fresh_lines`.execute(tx)
}

export type Overlap = {
  /** Lines that we have on the days that were read, from another kind of file. */
  fromOtherKinds: number
  /** Of the lines that were read, those with the day and amount of one that we have. */
  sameAmounts: number
  /** Lines that we have already with the same day, amount and words: and of those, how many have the same reference. */
  sameWords: number
  sameReferences: number
}

/** What the staged lines have in common with those of this account that we have. */
export async function findOverlap(
  tx: Tx,
  where: Where,
  format: string,
  days: { from: Day; to: Day },
): Promise<Overlap> {
  const { personId, accountId, importId } = where
  const answer = await sql<Overlap>`
    with told as (
      select true as had, format, booked_on, amount, bank_reference, ${words} as words
      from statements.statement_line
      where person_id = ${personId} and account_id = ${accountId}
        and booked_on >= ${days.from} and booked_on <= ${days.to}
      union all
      select false, null, booked_on, amount, bank_reference, ${words}
      from statements.staged_line where import_id = ${importId}
    ), compared as (
      select had, format,
             bool_or(had) over (partition by booked_on, amount) as same_amount,
             bool_or(had) over (partition by booked_on, amount, words) as same_words,
             bank_reference is not null
               and bool_or(had) over (partition by booked_on, amount, words, bank_reference) as same_reference
      from told
    )
    select count(*) filter (where had and format <> ${format})::int as "fromOtherKinds",
           count(*) filter (where not had and same_amount)::int as "sameAmounts",
           count(*) filter (where not had and same_words)::int as "sameWords",
           count(*) filter (where not had and same_reference)::int as "sameReferences"
    from compared`.execute(tx)
  return answer.rows[0] ?? { fromOtherKinds: 0, sameAmounts: 0, sameWords: 0, sameReferences: 0 }
}
