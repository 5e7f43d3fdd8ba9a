import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { Readable } from 'node:stream'
import { addDays, day } from '../src/platform/day.ts'
import { ofxStatement } from '../world/bank.ts'
import type { Told } from '../world/bank.ts'
import { amina } from '../world/lives/amina-plan.ts'
import { inTurn, say, secondsOf } from './measure.ts'
import type { BenchTown } from './town.ts'

const lines = 100_000
const tables = ['statements.statement_line', 'statements.match', 'ledger.journal', 'ledger.transfer']

/**
 * A statement of 100,000 lines, from the upload to the last posting, against COPY of the very rows that it came to, into
 * tables with the same columns, constraints and indexes and nothing that watches over them.
 */
export async function benchStatement({ world, connection }: BenchTown): Promise<void> {
  const months = [0, 1, 2]
  const client = new pg.Client(connection)
  await client.connect()
  await client.query('create schema copied')
  let opening = 276_894n
  const files = months.map((month) => {
    const told = statementOf(month)
    const text = ofxStatement(account(), pounds(opening), told)
    opening += told.reduce((all, [, , amount]) => all + BigInt(amount.replace('.', '')), 0n)
    return text
  })
  let month = 0
  const measured = await inTurn(
    months.length,
    () =>
      secondsOf(async () => {
        const text = files[month] ?? ''
        const { personId, accountId } = amina
        await world.handIn(amina.themself(), { personId, accountId, fileName: `${String(month)}.ofx`, text })
        month += 1
      }),
    () => copyOurRows(client, month),
  )
  await client.end()
  say(
    `A statement of ${lines.toLocaleString('en-GB')} lines, end to end`,
    `ours ${measured.one.toFixed(2)} s, COPY of our own rows ${measured.other.toFixed(2)} s`,
    measured.one / measured.other,
    'at most 3',
  )
}

function account() {
  if (!amina.account) throw new Error('Amina has no account')
  return amina.account
}

const pounds = (amount: bigint) => `${String(amount / 100n)}.${String(amount % 100n).padStart(2, '0')}`
const shops = ['ABLE SWIM', 'CORNER SHOP', 'TOWN BUSES', 'R PATEL PHARMACY', 'VALE TAXIS']

function statementOf(month: number): Told[] {
  const first = addDays(day('2026-07-01'), month * 30)
  return Array.from({ length: lines }, (_, index): Told => {
    const on = addDays(first, Math.floor((index * 29) / lines))
    return [on, shops[index % shops.length] ?? '', index % 7 === 0 ? '4.00' : '-0.50']
  })
}

/** The rows of the newest statement, read first and then copied; only the copying is timed. */
async function copyOurRows(client: pg.Client, month: number): Promise<number> {
  let seconds = 0
  await client.query('begin')
  for (const table of tables) {
    const copy = `copied.${table.replace('.', '_')}_${String(month)}`
    const chunks: Buffer[] = []
    const newest = newestOf[table] ?? ''
    const out = client.query(
      copyTo(`copy (select * from ${table} where ${newest}) to stdout (format binary)`),
    )
    for await (const chunk of out as AsyncIterable<Buffer>) chunks.push(chunk)
    await client.query(`create table ${copy} (like ${table} including all)`)
    seconds += await secondsOf(() =>
      pipeline(Readable.from(chunks), client.query(copyFrom(`copy ${copy} from stdin (format binary)`))),
    )
  }
  seconds += await secondsOf(() => client.query('commit'))
  return seconds
}

const newest = `(select id from statements.import order by started_at desc, id desc limit 1)`
const entry = `(select entry_id from statements.statement_line where import_id = ${newest} limit 1)`
const newestOf: Record<string, string> = {
  'statements.statement_line': `import_id = ${newest}`,
  'statements.match': `entry_id = ${entry}`,
  'ledger.journal': `entry_id = ${entry}`,
  'ledger.transfer': `(person_id, journal_no) in (select person_id, no from ledger.journal where entry_id = ${entry})`,
}
