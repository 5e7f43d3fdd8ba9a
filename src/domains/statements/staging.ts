import { sql } from 'kysely'
import { explainProof, toPence } from '../../formats/index.ts'
import type { FileSummary, Statement, StatementLine, StatementSink } from '../../formats/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { Day } from '../../platform/day.ts'
import { absolute } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import type { Outcome } from '../../platform/outcome.ts'
import type { PersonId } from '../people/index.ts'
import type { Reading, StatementRead } from './reading.ts'
import type { ImportId } from './statement-line.ts'

type Staged = {
  statement: number
  place: number
  bookedOn: Day
  amount: Pence
  payee: string
  text: string
  reference: string | null
  bankReference: string | null
  kind: string | null
}

type Problem = {
  problem: 'not-in-pounds' | 'part-of-a-penny' | 'too-much-money'
  facts: Record<string, string>
}

/** Puts lines aside as they are read, a few thousand at a time, and keeps what is said of their statements. */
export type StagingSink = StatementSink & {
  /** Why these lines cannot go into a purse, though they can be read. */
  readonly problem: Problem | undefined
  rest(): Promise<void>
  reading(outcome: Outcome<FileSummary, string>): Reading
}

const atOnce = 4_000
/** Far beyond any purse, and far below what a bigint holds. */
const mostPence = 10n ** 15n

export function stagingSink(tx: Tx, where: { personId: PersonId; importId: ImportId }): StagingSink {
  let waiting: Staged[] = []
  let no = 0
  let problem: Problem | undefined
  const statements: StatementRead[] = []
  const save = async () => {
    const lines = waiting
    waiting = []
    await saveStaged(tx, where, no, lines)
    no += lines.length
  }
  return {
    get problem() {
      return problem
    },
    start: () => undefined,
    line(line) {
      if (problem) return
      const staged = toStaged(line)
      if ('problem' in staged) problem = staged
      else waiting.push(staged)
    },
    end(statement) {
      problem ??= foreign(statement.account.currency)
      statements.push(toRead(statement))
    },
    async settled() {
      while (waiting.length >= atOnce) await save()
    },
    rest: save,
    reading(outcome) {
      if (!outcome.ok) return { ok: false, problem: outcome.refusal, facts: outcome.facts }
      if (problem) return { ok: false, ...problem }
      const { format, pending, leftOut } = outcome.value
      return { ok: true, format, statements, notBooked: pending + leftOut }
    },
  }
}

function toStaged(line: StatementLine): Staged | Problem {
  const place = { place: String(line.place) }
  const foreigner = foreign(line.currency)
  if (foreigner) return { ...foreigner, facts: { ...foreigner.facts, ...place } }
  const amount = toPence(line.amount)
  if (amount === undefined) return { problem: 'part-of-a-penny', facts: place }
  if (absolute(amount) > mostPence) return { problem: 'too-much-money', facts: place }
  return {
    statement: line.statement,
    place: line.place,
    bookedOn: line.bookedOn,
    amount,
    payee: shorten(line.payee),
    text: shorten(line.text),
    reference: line.reference === undefined ? null : shorten(line.reference),
    bankReference: line.bankReference === undefined ? null : shorten(line.bankReference),
    kind: line.kind === undefined ? null : shorten(line.kind),
  }
}

const longest = 500
// PostgreSQL's text holds any character but this one.
const shorten = (text: string) => text.replaceAll('\0', '').slice(0, longest)

function foreign(currency: string | undefined): Problem | undefined {
  if (currency === undefined || currency.toUpperCase() === 'GBP') return undefined
  return { problem: 'not-in-pounds', facts: { currency } }
}

function toRead(statement: Statement): StatementRead {
  const { account, proof, period } = statement
  const opening = statement.opening && toPence(statement.opening.amount)
  const closing = statement.closing && toPence(statement.closing.amount)
  return {
    statement: statement.statement,
    account: {
      written: account.written,
      sortCode: account.sortCode,
      number: account.number,
      lastDigits: account.lastDigits,
      iban: account.iban,
    },
    opening,
    closing,
    from: period.from ?? statement.firstLineOn,
    to: period.to ?? statement.lastLineOn,
    lines: statement.lines,
    proof: proof.state,
    failure: proof.state === 'fails' ? { proof: explainProof(proof) } : undefined,
    newestFirst: statement.order === 'newest-first',
  }
}

async function saveStaged(
  tx: Tx,
  { personId, importId }: { personId: PersonId; importId: ImportId },
  from: number,
  lines: readonly Staged[],
): Promise<void> {
  if (lines.length === 0) return
  await sql`
    insert into statements.staged_line (person_id, import_id, no, statement, place, booked_on, amount, payee, text,
                                        reference, bank_reference, kind)
    select ${personId}, ${importId}, ${from} + nth, statement, place, booked_on, amount, payee, text,
           reference, bank_reference, kind
    from unnest(
      ${lines.map((line) => line.statement)}::int[], ${lines.map((line) => line.place)}::int[],
      ${lines.map((line) => line.bookedOn)}::date[], ${lines.map((line) => line.amount)}::bigint[],
      ${lines.map((line) => line.payee)}::text[], ${lines.map((line) => line.text)}::text[],
      ${lines.map((line) => line.reference)}::text[], ${lines.map((line) => line.bankReference)}::text[],
      ${lines.map((line) => line.kind)}::text[]
    ) with ordinality as read (statement, place, booked_on, amount, payee, text, reference, bank_reference, kind, nth)
  `.execute(tx)
}

/** For lines that were typed in. */
export async function stageTyped(
  tx: Tx,
  where: { personId: PersonId; importId: ImportId },
  lines: readonly { bookedOn: Day; amount: Pence; text: string }[],
): Promise<void> {
  const staged = lines.map((line, index): Staged => ({
    statement: 0,
    place: index + 1,
    bookedOn: line.bookedOn,
    amount: line.amount,
    payee: '',
    text: line.text,
    reference: null,
    bankReference: null,
    kind: null,
  }))
  await saveStaged(tx, where, 0, staged)
}
