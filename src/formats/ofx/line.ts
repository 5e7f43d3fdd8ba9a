import type { Amount } from '../amount.ts'
import { readOfxDay } from '../bank-day.ts'
import type { BankDay } from '../bank-day.ts'
import { joinTexts, tidy } from '../bank-text.ts'
import { readOfxAmount } from './amount.ts'
import type { OfxFields } from './fields.ts'
import { unreadable } from '../problem.ts'
import type { ProblemFacts } from '../problem.ts'
import type { StatementLine } from '../statement.ts'

export function lineOf(
  fields: OfxFields,
  currency: string | undefined,
  where: { statement: number; place: number },
): StatementLine {
  const { statement, place } = where
  const posted = dayOf(fields['DTPOSTED'], place)
  const amount = fields['TRNAMT'] ?? unreadable('amount-missing', { entry: place })
  return {
    statement,
    place,
    bookedOn: posted.day,
    valueOn: fields['DTAVAIL'] === undefined ? undefined : readOfxDay(fields['DTAVAIL'])?.day,
    madeOn: fields['DTUSER'] === undefined ? undefined : readOfxDay(fields['DTUSER'])?.day,
    time: posted.time,
    amount: ofxAmountOf(amount, { entry: place }),
    currency: fields['CURRENCY.CURSYM'] ?? currency,
    payee: tidy(fields['NAME'] ?? fields['PAYEE.NAME'] ?? fields['EXTDNAME'] ?? ''),
    text: joinTexts([fields['MEMO'], fields['MEMO2']]),
    reference: chequeOf(fields['CHECKNUM']) ?? fields['REFNUM'],
    bankReference: fields['FITID'],
    kind: fields['TRNTYPE'],
  }
}

export function ofxAmountOf(text: string, facts: ProblemFacts): Amount {
  const amount = readOfxAmount(text)
  if (amount === 'unclear') return unreadable('decimals-unclear', { ...facts, found: text })
  return amount ?? unreadable('amount-unreadable', { ...facts, found: text })
}

function dayOf(text: string | undefined, place: number): BankDay {
  if (text === undefined) return unreadable('date-missing', { entry: place })
  return readOfxDay(text) ?? unreadable('date-unreadable', { entry: place, found: text })
}

/** Software without a cheque number writes noughts. */
const chequeOf = (number: string | undefined): string | undefined =>
  number !== undefined && /^0*$/.test(number) ? undefined : number
