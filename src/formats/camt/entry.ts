import { negativeAmount, readDecimal } from '../amount.ts'
import type { Amount } from '../amount.ts'
import { readIsoDay } from '../bank-day.ts'
import type { BankDay } from '../bank-day.ts'
import { joinTexts, tidy } from '../bank-text.ts'
import { unreadable } from '../problem.ts'
import type { Fields } from '../markup/shape.ts'
import type { LinePart, StatementLine } from '../statement.ts'

/** `booked` is a line of the statement; the others are announced, or only told. */
export function statusOf(fields: Fields, place: number): 'booked' | 'pending' | 'information' {
  switch (fields['status']) {
    // The standard demands a status; an entry of a statement without one is as booked as the rest.
    case undefined:
    case 'BOOK':
      return 'booked'
    case 'PDNG':
    case 'FUTR':
      return 'pending'
    case 'INFO':
      return 'information'
    default:
      return unreadable('status-unreadable', { entry: place, found: fields['status'] })
  }
}

export function lineOf(
  entry: Fields,
  payments: readonly Fields[],
  where: { statement: number; place: number },
): StatementLine {
  const { statement, place } = where
  const direction = directionOf(entry['direction'], place)
  const size = amountOf(entry['amount'], place)
  const booked = dayOf(entry['bookedOn'] ?? entry['valueOn'], place)
  const single = payments.length === 1 ? payments[0] : undefined
  const reversal = /^(true|1)$/.test(entry['reversal'] ?? '')
  // A reversal has the direction of its own booking, but still names the parties of the payment that it undoes.
  const paidOut = (direction === 'out') !== reversal
  const currency = entry['amountCurrency']
  return {
    statement,
    place,
    bookedOn: booked.day,
    valueOn: entry['valueOn'] === undefined ? undefined : dayOf(entry['valueOn'], place).day,
    time: booked.time,
    amount: direction === 'out' ? negativeAmount(size) : size,
    currency,
    payee: single ? payeeOf(single, paidOut) : '',
    text: joinTexts([single?.['remittance'], single?.['more'], entry['more']]),
    reference: single && referenceOf(single),
    bankReference:
      entry['bankReference'] ??
      single?.['bankReference'] ??
      entry['entryReference'] ??
      single?.['transaction'],
    kind: kindOf(entry) ?? single?.['ownKind'],
    original: (single && originalOf(single, currency)) ?? originalOf(entry, currency),
    reversal: reversal ? true : undefined,
    parts: payments.length > 1 ? payments.map((payment) => partOf(payment, paidOut)) : undefined,
  }
}

function partOf(payment: Fields, paidOut: boolean): LinePart {
  const [amount, currency] =
    payment['amount'] === undefined
      ? [payment['transactionAmount'], payment['transactionAmountCurrency']]
      : [payment['amount'], payment['amountCurrency']]
  return {
    amount: amount === undefined ? undefined : readDecimal(amount),
    currency,
    payee: payeeOf(payment, paidOut),
    text: joinTexts([payment['remittance'], payment['more']]),
    reference: referenceOf(payment),
    bankReference: payment['bankReference'] ?? payment['transaction'],
  }
}

/** The standard has no signs: CdtDbtInd says which way an amount goes, also that of a reversal. */
export function directionOf(indicator: string | undefined, place: number): 'in' | 'out' {
  if (indicator === 'CRDT') return 'in'
  if (indicator === 'DBIT') return 'out'
  return unreadable('direction-unreadable', { entry: place, found: indicator })
}

function amountOf(text: string | undefined, place: number): Amount {
  if (text === undefined) return unreadable('amount-missing', { entry: place })
  const amount = readDecimal(text)
  return amount && amount.units >= 0n
    ? amount
    : unreadable('amount-unreadable', { entry: place, found: text })
}

function dayOf(text: string | undefined, place: number): BankDay {
  if (text === undefined) return unreadable('date-missing', { entry: place })
  return readIsoDay(text) ?? unreadable('date-unreadable', { entry: place, found: text })
}

function payeeOf(payment: Fields, paidOut: boolean): string {
  const name = paidOut
    ? (payment['creditor'] ?? payment['ultimateCreditor'])
    : (payment['debtor'] ?? payment['ultimateDebtor'])
  return tidy(name ?? '')
}

function referenceOf(payment: Fields): string | undefined {
  const endToEnd = payment['endToEnd']
  // The standard's word for none.
  const given = endToEnd !== undefined && /^not ?provided$/i.test(endToEnd) ? undefined : endToEnd
  return given ?? payment['creditorReference'] ?? payment['cheque']
}

function kindOf({ kind, kindFamily, kindPart, ownKind }: Fields): string | undefined {
  if (kind === undefined) return ownKind
  return kindFamily === undefined
    ? kind
    : `${kind}/${kindFamily}${kindPart === undefined ? '' : `/${kindPart}`}`
}

function originalOf(fields: Fields, currency: string | undefined): StatementLine['original'] {
  return (
    exchanged(fields['instructedAmount'], fields['instructedAmountCurrency'], currency) ??
    exchanged(fields['transactionAmount'], fields['transactionAmountCurrency'], currency)
  )
}

function exchanged(
  text: string | undefined,
  other: string | undefined,
  currency: string | undefined,
): StatementLine['original'] {
  if (text === undefined || other === undefined || other === currency) return undefined
  const amount = readDecimal(text)
  return amount && { amount, currency: other }
}
