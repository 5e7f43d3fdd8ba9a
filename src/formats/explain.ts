import type { ProblemName } from './problem.ts'
import type { Proof, ProofCheck } from './proof.ts'

type Facts = Readonly<Record<string, string>>

/**
 * Says why a file was not read: what is wrong, where, and what to do. Written so that a person can read it and send it
 * to the bank as it stands. The name may come from a database, where one that is no longer used may still be.
 */
export function explain(name: string, facts: Facts): string {
  return isProblem(name) ? words[name](facts) : `This file could not be read. ${otherKinds}`
}

const isProblem = (name: string): name is ProblemName => Object.hasOwn(words, name)

const sendAgain = 'Download the file from your bank again. If it is the same, send this message to your bank.'
const otherKinds =
  'Ask your bank for a statement as CSV, OFX or camt.053. You can also type in the lines by hand.'

const words: Record<ProblemName, (facts: Facts) => string> = {
  'empty-file': () => `There is nothing in this file. ${sendAgain}`,
  'not-a-statement': ({ found }) =>
    `We cannot find a bank statement in this file${found === undefined ? '' : ` (it begins with ${found})`}. ${otherKinds}`,
  'interim-report': () =>
    'This is an interim report (camt.052). It shows an account part way through a day, so lines in it can still change. Ask your bank for the statement of the same days, called camt.053.',
  'payment-notice': () =>
    'This is a notice of single payments (camt.054), not a statement. It does not show everything that went in or out. Ask your bank for the statement of the same days, called camt.053.',
  'payment-instruction': () =>
    'This file asks a bank to make payments (pain). It does not show what happened on an account. Ask your bank for a statement, called camt.053.',
  'other-bank-message': ({ found }) =>
    `This is a message between banks${found === undefined ? '' : ` (${found})`}, not a statement. Ask your bank for a statement, called camt.053.`,
  'investment-statement': () =>
    'This is a statement of investments, such as shares, funds or a pension. Only statements of bank accounts and payment cards can be read. Choose the bank account when you download the file.',
  'no-statement-inside': () =>
    'This file is in the right format, but there is no statement in it: no account, no balance and no lines. When you download it, choose the account and the days that you need.',
  'bank-error': ({ found }) =>
    `The bank put an error into this file instead of a statement${found === undefined ? '' : `: ${found}`}. Try to download it again later, or send this message to your bank.`,
  'mt940-file': () => `This is a statement in the MT940 format, which we cannot read yet. ${otherKinds}`,
  'qif-file': () => `This is a QIF file, which we cannot read yet. ${otherKinds}`,
  'pdf-file': () => `This is a PDF, which we cannot read yet. ${otherKinds}`,
  spreadsheet: () =>
    'This is a spreadsheet. Open it and save it as “CSV (comma separated)”, or download the statement from your bank as CSV.',
  'word-document': () => `This is a text document, which we cannot read as a statement. ${otherKinds}`,
  'zip-file': () =>
    'This is a packed (zip) file. Unpack it first: choose “Extract all”, then upload the files inside one by one.',
  picture: () => `This is a picture, which we cannot read as a statement. ${otherKinds}`,
  'web-page': () =>
    `This is a web page, even if its name ends in .xls or .csv. Some banks send that when you are no longer signed in. ${otherKinds}`,
  'encoding-unknown': ({ found }) =>
    `The letters in this file are written in a way that we do not know (${found ?? 'no name given'}). Ask your bank for the file in UTF-8.`,
  'cut-short': (facts) =>
    `This file stops before its end${where(facts, ', ')}: the last part is missing. ${sendAgain}`,
  'broken-file': (facts) =>
    `This file is damaged${where(facts, ' ')}: ${damage(facts)} Nothing was read from it. ${sendAgain}`,
  'unsafe-file': (facts) =>
    `This file carries instructions of its own (a DTD)${where(facts, ' ')}. A statement never needs that and it can be used to attack a computer, so we did not read it. Ask your bank for the file without it.`,
  'amount-unreadable': (facts) =>
    `${placeOf(facts)} ${facts['part'] === undefined ? 'the amount' : `the amount (${facts['part']})`} is “${facts['found'] ?? ''}”, which is not an amount of money. ${sendAgain}`,
  'amount-missing': (facts) => `${placeOf(facts)} there is no amount. ${sendAgain}`,
  'date-unreadable': (facts) =>
    `${placeOf(facts)} the date is “${facts['found'] ?? ''}”. There is no such day, or it is written in a way that we do not know. ${sendAgain}`,
  'date-missing': (facts) => `${placeOf(facts)} there is no date. ${sendAgain}`,
  'direction-unreadable': (facts) =>
    `${placeOf(facts)} the file does not say whether the money came in or went out${facts['found'] === undefined ? '' : ` (it says “${facts['found']}”)`}. ${sendAgain}`,
  'status-unreadable': (facts) =>
    `${placeOf(facts)} the payment is called “${facts['found'] ?? ''}”. We do not know whether that means that it happened. Send this message to your bank and ask what it means.`,
  'headings-unknown': ({ found }) =>
    `We do not know the headings of this file: ${found ?? 'there are none'}. We did not guess what they mean. ${otherKinds}`,
  'columns-unclear': (facts) =>
    `${placeOf(facts)} we cannot tell which column is which${facts['part'] === undefined ? '' : ` (${facts['part']})`}, and we did not guess. Download the file with its headings, or ask your bank for OFX or camt.053.`,
  'dates-unclear': ({ found, part }) =>
    part === 'contradictory'
      ? 'Some dates in this file have the day first and some have the month first, so none of them can be trusted. If the file was opened and saved in a spreadsheet, download it from your bank again.'
      : `We cannot tell the day from the month in this file${found === undefined ? '' : ` (${found})`}, and we did not guess. Download a longer time, with a date after the 12th of a month, or ask your bank for OFX or camt.053.`,
  'decimals-unclear': (facts) =>
    `${placeOf(facts)} we cannot tell whether a comma or a point comes before the pence${facts['found'] === undefined ? '' : ` (“${facts['found']}”)`}, and we did not guess. ${otherKinds}`,
  'direction-unclear': (facts) =>
    `${placeOf(facts)} we cannot tell whether an amount came in or went out, because the amounts have no signs that say so. We did not guess. Ask your bank for OFX or camt.053, or for a file with a column for the balance.`,
  'does-not-add-up': (facts) =>
    `${facts['proof'] ?? 'The amounts in this statement do not make its balance.'} Something may be missing from the file. ${sendAgain}`,
}

const damaged: Readonly<Record<string, string>> = {
  nesting: 'its parts are not closed in the order in which they were opened.',
  tag: 'there is a < that begins nothing.',
  outside: 'there is something outside the statement, before it begins or after it ends.',
  entity: 'there is an & that means nothing; in this format it has to be written &amp;.',
  quote: 'a quotation mark is opened and never closed.',
  'too-long': 'one part of it is longer than anything in a statement can be.',
  'too-deep': 'its parts lie inside each other too deeply for a statement.',
  'too-many-names': 'it has more kinds of parts than any statement.',
  'too-many-cells': 'a row has more cells than any statement.',
}

function damage({ part = '', found }: Facts): string {
  const what = damaged[part] ?? 'it does not follow the rules of its format.'
  return found === undefined ? what : `${what} The part is called “${found}”.`
}

/** `on line 12`, `in entry 3`. */
function where({ line, entry }: Facts, before: string): string {
  if (line !== undefined) return `${before}on line ${line}`
  return entry === undefined ? '' : `${before}in entry ${entry}`
}

function placeOf(facts: Facts): string {
  const place = where(facts, '')
  return place === '' ? 'In this file' : `${place[0]?.toUpperCase()}${place.slice(1)}`
}

const checks: Record<ProofCheck, (stated: string, workedOut: string) => string> = {
  'closing-balance': (stated, workedOut) =>
    `The bank says that the balance at the end is ${stated}, but the balance at the beginning and the lines make ${workedOut}.`,
  'running-balance': (stated, workedOut) =>
    `The balance beside it is ${stated}, but the lines make ${workedOut}.`,
  'number-of-lines': (stated, workedOut) =>
    `The bank says that there are ${stated} lines, but the file has ${workedOut}.`,
  'total-in': (stated, workedOut) =>
    `The bank says that ${stated} came in altogether, but the lines make ${workedOut}.`,
  'total-out': (stated, workedOut) =>
    `The bank says that ${stated} went out altogether, but the lines make ${workedOut}.`,
}

/** What a statement's own proof says, in words; the place is the line of the file where it first goes wrong. */
export function explainProof(proof: Proof): string {
  switch (proof.state) {
    case 'holds':
      return 'The lines add up to the balances that the bank gives.'
    case 'fails': {
      const told = checks[proof.check](proof.stated, proof.workedOut)
      return proof.place === undefined ? told : `Line ${proof.place} of the file does not fit. ${told}`
    }
    case 'not-given':
      return unproven[proof.why]
    default:
      return proof satisfies never
  }
}

const unproven = {
  'no-opening':
    'The file does not give the balance at the beginning, so we cannot check that nothing is missing.',
  'no-closing': 'The file does not give the balance at the end, so we cannot check that nothing is missing.',
  'several-currencies': 'The amounts are in several currencies, so they cannot be added up.',
} satisfies Record<Extract<Proof, { state: 'not-given' }>['why'], string>
