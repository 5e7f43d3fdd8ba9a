import { accountOf } from '../account.ts'
import { balanceOf, chooseBalances, periodOf, statedTotalsOf } from './balances.ts'
import { lineOf, statusOf } from './entry.ts'
import { camtRoots, otherMessages } from './elements.ts'
import { createMarkupReader } from '../markup/reader.ts'
import { unreadable } from '../problem.ts'
import { createShapeListener } from '../markup/shape.ts'
import type { Fields } from '../markup/shape.ts'
import type { ByteReader, StatementAccount, StatementSink } from '../statement.ts'
import { createTally } from '../tally.ts'
import type { Tally } from '../tally.ts'

type CamtReading = {
  readonly sink: StatementSink
  header: Fields
  balances: NonNullable<ReturnType<typeof balanceOf>>[]
  /** The payments of the entry that is being read. */
  payments: Fields[]
  entries: number
  messages: number
  statements: number
  tally: Tally | undefined
  firstOutside: string | undefined
}

/** An entry of more payments than this keeps the first ones, and its own amount as always. */
const mostPayments = 1_000
const mostBalances = 1_000

/** Reads camt.053, the bank-to-customer statement of ISO 20022, in any of its versions. */
export function createCamtReader(sink: StatementSink): ByteReader {
  const reading: CamtReading = {
    sink,
    header: {},
    balances: [],
    payments: [],
    entries: 0,
    messages: 0,
    statements: 0,
    tally: undefined,
    firstOutside: undefined,
  }
  const listener = createShapeListener(camtRoots, {
    outside: (name) => refuseOther(reading, name),
    closed: (group, fields, around) => takeGroup(reading, group, fields, around),
    end: () => endOfFile(reading),
  })
  return createMarkupReader(listener, 'xml')
}

function takeGroup(reading: CamtReading, group: string, fields: Fields, around: Fields | undefined): void {
  if (group === 'payment') {
    if (reading.payments.length < mostPayments) reading.payments.push(fields)
  } else if (group === 'entry') takeEntry(reading, fields, around ?? {})
  else if (group === 'balance') {
    const balance = balanceOf(fields)
    if (balance && reading.balances.length < mostBalances) reading.balances.push(balance)
  } else if (group === 'statement') endStatement(reading, fields)
  else if (group === 'header') reading.header = fields
  else reading.messages += 1
}

function takeEntry(reading: CamtReading, fields: Fields, statement: Fields): void {
  const tally = (reading.tally ??= startStatement(reading, statement))
  const place = (reading.entries += 1)
  const status = statusOf(fields, place)
  if (status === 'booked') {
    tally.line(lineOf(fields, reading.payments, { statement: tally.start.statement, place }))
  } else if (status === 'pending') tally.pending()
  else tally.leftOut()
  reading.payments = []
}

function startStatement(reading: CamtReading, fields: Fields): Tally {
  return createTally(
    { statement: reading.statements, format: 'camt.053', id: fields['id'], account: camtAccount(fields) },
    reading.sink,
  )
}

function endStatement(reading: CamtReading, fields: Fields): void {
  const tally = (reading.tally ??= startStatement(reading, fields))
  const page = pageOf(fields) ?? pageOf(reading.header)
  const { opening, closing } = chooseBalances(reading.balances, page?.number)
  const currencies = [opening?.currency, closing?.currency].filter((currency) => currency !== undefined)
  tally.end({
    account: camtAccount(fields),
    opening,
    closing,
    period: periodOf(fields),
    page,
    sequence: fields['sequence'] ?? fields['legalSequence'],
    stated: statedTotalsOf(fields),
    currencies,
  })
  reading.tally = undefined
  reading.balances = []
  reading.statements += 1
}

function camtAccount(fields: Fields): StatementAccount {
  return accountOf({
    kind: 'bank',
    iban: fields['iban'],
    written: fields['iban'] ?? fields['number'],
    sortCode: fields['member'],
    name: fields['accountName'] ?? fields['owner'],
    currency: fields['currency'],
  })
}

function pageOf(fields: Fields): { number: number; last: boolean } | undefined {
  const number = fields['page']
  return number !== undefined && /^\d{1,6}$/.test(number)
    ? { number: Number(number), last: /^(true|1)$/.test(fields['lastPage'] ?? '') }
    : undefined
}

function refuseOther(reading: CamtReading, name: string): void {
  const other = otherMessages[name]
  if (other) unreadable(other, { found: name })
  reading.firstOutside ??= name
}

function endOfFile(reading: CamtReading): void {
  if (reading.statements > 0) return
  unreadable(reading.messages > 0 ? 'no-statement-inside' : 'not-a-statement', {
    found: reading.firstOutside,
  })
}
