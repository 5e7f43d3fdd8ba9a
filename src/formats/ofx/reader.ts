import { accountOf } from '../account.ts'
import { readOfxDay } from '../bank-day.ts'
import { tidy } from '../bank-text.ts'
import { createMarkupReader } from '../markup/reader.ts'
import { createOfxListener } from './fields.ts'
import type { OfxFields } from './fields.ts'
import { lineOf, ofxAmountOf } from './line.ts'
import { unreadable } from '../problem.ts'
import type { Balance, ByteReader, StatementAccount, StatementLine, StatementSink } from '../statement.ts'
import { createTally } from '../tally.ts'
import type { Tally } from '../tally.ts'

type OfxReading = {
  readonly sink: StatementSink
  bank: string | undefined
  /** The first error with which the bank answered instead of a statement. */
  error: string | undefined
  hasInvestment: boolean
  statements: number
  entries: number
  tally: Tally | undefined
  /** In this statement: lines that are called a debit and have no minus sign, and all that have one. */
  plainDebits: number
  minuses: number
}

type Around = (name: string) => OfxFields | undefined

/** Reads OFX 1 (SGML) and OFX 2 (XML): the statements of bank accounts and of cards. */
export function createOfxReader(sink: StatementSink, manner: 'xml' | 'sgml'): ByteReader {
  const reading: OfxReading = {
    sink,
    bank: undefined,
    error: undefined,
    hasInvestment: false,
    statements: 0,
    entries: 0,
    tally: undefined,
    plainDebits: 0,
    minuses: 0,
  }
  const listener = createOfxListener({
    opened: (name) => {
      if (name === 'INVSTMTMSGSRSV1') reading.hasInvestment = true
    },
    closed: (name, fields, around) => takeAggregate(reading, name, fields, around),
    end: (wasClosed) => endOfFile(reading, wasClosed),
  })
  return createMarkupReader(listener, manner)
}

function takeAggregate(reading: OfxReading, name: string, fields: OfxFields, around: Around): void {
  switch (name) {
    case 'STMTTRN':
      return takeTransaction(reading, fields, around)
    case 'STMTTRNP':
      return tallyOf(reading, around).pending()
    case 'STMTRS':
    case 'CCSTMTRS':
      return endStatement(reading, name, fields)
    case 'SONRS':
      reading.bank = fields['FI.ORG'] === undefined ? undefined : tidy(fields['FI.ORG'])
      return noteError(reading, fields)
    case 'STMTTRNRS':
    case 'CCSTMTTRNRS':
      return noteError(reading, fields)
    default:
  }
}

function takeTransaction(reading: OfxReading, fields: OfxFields, around: Around): void {
  const tally = tallyOf(reading, around)
  const place = (reading.entries += 1)
  const line = lineOf(fields, tally.start.account.currency, { statement: tally.start.statement, place })
  noteSign(reading, line)
  tally.line(line)
}

function tallyOf(reading: OfxReading, around: Around): Tally {
  if (reading.tally) return reading.tally
  const card = around('CCSTMTRS')
  const statement = card ?? around('STMTRS')
  if (!statement) return unreadable('broken-file', { part: 'nesting', found: 'STMTTRN' })
  return startStatement(reading, card ? 'CCSTMTRS' : 'STMTRS', statement)
}

function startStatement(reading: OfxReading, name: string, fields: OfxFields): Tally {
  const { bank, statements, sink } = reading
  const account = ofxAccount(name, fields)
  reading.tally = createTally({ statement: statements, format: 'OFX', bank, account }, sink)
  return reading.tally
}

function endStatement(reading: OfxReading, name: string, fields: OfxFields): void {
  if (reading.plainDebits > 0 && reading.minuses === 0) {
    unreadable('direction-unclear', { part: 'TRNTYPE' })
  }
  const tally = reading.tally ?? startStatement(reading, name, fields)
  tally.end({
    account: ofxAccount(name, fields),
    closing: balanceOf(fields),
    period: {
      from: readOfxDay(fields['BANKTRANLIST.DTSTART'] ?? '')?.day,
      to: readOfxDay(fields['BANKTRANLIST.DTEND'] ?? '')?.day,
    },
  })
  reading.tally = undefined
  reading.statements += 1
  reading.plainDebits = reading.minuses = 0
}

function ofxAccount(name: string, fields: OfxFields): StatementAccount {
  const isCard = name === 'CCSTMTRS'
  const currency = fields['CURDEF']?.toUpperCase()
  return accountOf({
    kind: isCard ? 'card' : 'bank',
    written: isCard ? fields['CCACCTFROM.ACCTID'] : fields['BANKACCTFROM.ACCTID'],
    // Elsewhere this is a bank's number, which may have six digits too.
    sortCode: currency === 'GBP' ? fields['BANKACCTFROM.BANKID'] : undefined,
    currency,
  })
}

function balanceOf(fields: OfxFields): Balance | undefined {
  const text = fields['LEDGERBAL.BALAMT']
  if (text === undefined) return undefined
  const on = readOfxDay(fields['LEDGERBAL.DTASOF'] ?? '')?.day
  return { amount: ofxAmountOf(text, { part: 'LEDGERBAL' }), on, source: 'stated' }
}

/** OFX wants a minus before what goes out. A file that calls lines debits and has no minus at all may mean either. */
function noteSign(reading: OfxReading, line: StatementLine): void {
  if (line.amount.units < 0n) reading.minuses += 1
  else if (line.amount.units > 0n && /^(DEBIT|DIRECTDEBIT|SRVCHG|FEE|CHECK)$/i.test(line.kind ?? '')) {
    reading.plainDebits += 1
  }
}

function noteError(reading: OfxReading, fields: OfxFields): void {
  const [code, severity, message] = [
    fields['STATUS.CODE'],
    fields['STATUS.SEVERITY'],
    fields['STATUS.MESSAGE'],
  ]
  if (severity?.toUpperCase() === 'ERROR') {
    reading.error ??= [code, message].filter((part) => part !== undefined).join(' ')
  }
}

function endOfFile(reading: OfxReading, wasClosed: boolean): void {
  if (!wasClosed) unreadable('cut-short', { found: 'OFX' })
  if (reading.statements > 0) return
  if (reading.hasInvestment) unreadable('investment-statement')
  if (reading.error !== undefined) unreadable('bank-error', { found: reading.error })
  unreadable('no-statement-inside')
}
