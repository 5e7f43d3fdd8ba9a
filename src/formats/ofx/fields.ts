import type { MarkupListener } from '../markup/scan.ts'
import { unreadable } from '../problem.ts'

/** One aggregate's elements by name, and those of the small aggregates in it: `TRNAMT`, `LEDGERBAL.BALAMT`. */
export type OfxFields = Record<string, string | undefined>

export type OfxReader = {
  opened(name: string): void
  /** An aggregate has ended. `around` has the fields, so far, of the nearest of that name around it. */
  closed(name: string, fields: OfxFields, around: (name: string) => OfxFields | undefined): void
  end(wasClosed: boolean): void
}

/**
 * In SGML an element without a value and without an end tag looks just like an aggregate, so the aggregates are
 * listed: those in which banking statements put anything. Any other name is an element whose value we may want.
 */
const aggregates = new Set(
  `OFX SIGNONMSGSRSV1 SONRS STATUS FI SIGNUPMSGSRSV1 BANKMSGSRSV1 STMTTRNRS STMTRS BANKACCTFROM BANKTRANLIST
  STMTTRN PAYEE CURRENCY ORIGCURRENCY BANKACCTTO CCACCTTO LEDGERBAL AVAILBAL BALLIST BAL BANKTRANLISTP STMTTRNP
  CREDITCARDMSGSRSV1 CCSTMTTRNRS CCSTMTRS CCACCTFROM REWARDINFO IMAGEDATA CLOSING STMTENDTRNRS STMTENDRS
  INVSTMTMSGSRSV1 SECLISTMSGSRSV1 LOANMSGSRSV1 PROFMSGSRSV1 EMAILMSGSRSV1 BILLPAYMSGSRSV1 TAX1099MSGSRSV1`.split(
    /\s+/,
  ),
)

/** Their fields go to the aggregate around them. */
const small = new Set('BANKACCTFROM CCACCTFROM LEDGERBAL BANKTRANLIST PAYEE CURRENCY STATUS FI'.split(' '))

/** Message sets that are no bank or card statement. Their insides look alike, and are passed over. */
const passedOver = new Set(
  `INVSTMTMSGSRSV1 SECLISTMSGSRSV1 LOANMSGSRSV1 PROFMSGSRSV1 EMAILMSGSRSV1 BILLPAYMSGSRSV1 TAX1099MSGSRSV1
  SIGNUPMSGSRSV1`.split(/\s+/),
)

/** Longer than all that a bank prints on one line; the rest is dropped. */
const longestText = 4_000

type Reading = {
  readonly path: string[]
  readonly fields: OfxFields[]
  readonly upper: Map<string, string>
  element: string | undefined
  value: string
  /** The message set that is being passed over. */
  passing: string | undefined
  rootClosed: boolean
}

export function createOfxListener(reader: OfxReader): MarkupListener {
  const reading: Reading = {
    path: [],
    fields: [],
    upper: new Map(),
    element: undefined,
    value: '',
    passing: undefined,
    rootClosed: false,
  }
  return {
    open: (name) => open(reading, reader, upperCase(reading, name)),
    text: (piece) => {
      if (reading.value.length < longestText) reading.value += piece.slice(0, longestText)
    },
    close: (name) => close(reading, reader, upperCase(reading, name)),
    end: () => reader.end(reading.rootClosed),
  }
}

function open(reading: Reading, reader: OfxReader, name: string): boolean {
  if (reading.passing !== undefined) return false
  takeElement(reading)
  if (!aggregates.has(name)) {
    reading.element = name
    reading.value = ''
    return reading.path.length > 0
  }
  reader.opened(name)
  reading.path.push(name)
  reading.fields.push({})
  if (passedOver.has(name)) reading.passing = name
  return false
}

function close(reading: Reading, reader: OfxReader, name: string): void {
  if (reading.passing !== undefined && reading.passing !== name) return
  reading.passing = undefined
  takeElement(reading)
  if (!aggregates.has(name)) return
  const innermost = reading.path.pop()
  if (innermost !== name) unreadable('broken-file', { part: 'nesting', found: innermost ?? name })
  const fields = reading.fields.pop() ?? {}
  const around = reading.fields.at(-1)
  if (around && small.has(name)) {
    for (const [field, value] of Object.entries(fields)) around[`${name}.${field}`] ??= value
  } else reader.closed(name, fields, (outer) => reading.fields[reading.path.lastIndexOf(outer)])
  if (name === 'OFX') reading.rootClosed = true
}

/** An element ends where the next tag begins. */
function takeElement(reading: Reading): void {
  const { element, fields } = reading
  if (element === undefined) return
  reading.element = undefined
  const value = reading.value.trim()
  const around = fields[fields.length - 1]
  if (around && value !== '') around[element] ??= value
}

function upperCase(reading: Reading, name: string): string {
  let upper = reading.upper.get(name)
  if (upper === undefined) {
    upper = name.toUpperCase()
    reading.upper.set(name, upper)
  }
  return upper
}
