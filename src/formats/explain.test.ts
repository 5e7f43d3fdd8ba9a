import { expect, test } from 'vitest'
import { explain } from './explain.ts'
import type { ProblemFacts, ProblemName } from './problem.ts'
import { refusalOf, UnreadableStatement } from './problem.ts'

/** How each refusal begins, as a person reads it. */
const beginnings = {
  'empty-file': [{}, 'There is nothing in this file.'],
  'not-a-statement': [
    { found: 'JSON' },
    'We cannot find a bank statement in this file (it begins with JSON).',
  ],
  'interim-report': [{}, 'This is an interim report (camt.052).'],
  'payment-notice': [{}, 'This is a notice of single payments (camt.054), not a statement.'],
  'payment-instruction': [{}, 'This file asks a bank to make payments (pain).'],
  'other-bank-message': [{ found: 'CstmrPmtStsRpt' }, 'This is a message between banks (CstmrPmtStsRpt)'],
  'investment-statement': [{}, 'This is a statement of investments'],
  'no-statement-inside': [{}, 'This file is in the right format, but there is no statement in it'],
  'bank-error': [
    { found: '15500 Signon invalid' },
    'The bank put an error into this file instead of a statement: 15500 Signon invalid.',
  ],
  'mt940-file': [{}, 'This is a statement in the MT940 format, which we cannot read yet.'],
  'qif-file': [{}, 'This is a QIF file'],
  'pdf-file': [{}, 'This is a PDF'],
  spreadsheet: [{}, 'This is a spreadsheet. Open it and save it as “CSV (comma separated)”'],
  'word-document': [{}, 'This is a text document'],
  'zip-file': [{}, 'This is a packed (zip) file. Unpack it first'],
  picture: [{}, 'This is a picture'],
  'web-page': [{}, 'This is a web page, even if its name ends in .xls or .csv.'],
  'encoding-unknown': [
    { found: 'klingon' },
    'The letters in this file are written in a way that we do not know (klingon).',
  ],
  'cut-short': [{ line: 12 }, 'This file stops before its end, on line 12: the last part is missing.'],
  'broken-file': [
    { line: 12, part: 'nesting', found: 'Ntry' },
    'This file is damaged on line 12: its parts are not closed in the order in which they were opened. The part is called “Ntry”.',
  ],
  'unsafe-file': [{ line: 2 }, 'This file carries instructions of its own (a DTD) on line 2.'],
  'amount-unreadable': [
    { entry: 3, found: '12..34' },
    'In entry 3 the amount is “12..34”, which is not an amount of money.',
  ],
  'amount-missing': [{ entry: 3 }, 'In entry 3 there is no amount.'],
  'date-unreadable': [
    { line: 7, found: '31/02/2026' },
    'On line 7 the date is “31/02/2026”. There is no such day',
  ],
  'date-missing': [{ line: 7 }, 'On line 7 there is no date.'],
  'direction-unreadable': [
    { entry: 3, found: 'CR' },
    'In entry 3 the file does not say whether the money came in or went out (it says “CR”).',
  ],
  'status-unreadable': [{ line: 7, found: 'HELD' }, 'On line 7 the payment is called “HELD”.'],
  'headings-unknown': [
    { found: 'Datum, Betrag' },
    'We do not know the headings of this file: Datum, Betrag.',
  ],
  'columns-unclear': [{}, 'In this file we cannot tell which column is which, and we did not guess.'],
  'dates-unclear': [
    { found: '03/04/2026' },
    'We cannot tell the day from the month in this file (03/04/2026)',
  ],
  'decimals-unclear': [{}, 'In this file we cannot tell whether a comma or a point comes before the pence'],
  'direction-unclear': [{}, 'In this file we cannot tell whether an amount came in or went out'],
  'does-not-add-up': [{}, 'The amounts in this statement do not make its balance.'],
} satisfies Record<ProblemName, readonly [ProblemFacts, string]>

test.each(Object.entries(beginnings))('%s has words', (name, [facts, beginning]) => {
  const refused = refusalOf(new UnreadableStatement(name as ProblemName, facts))
  const words = explain(refused.refusal, refused.facts)
  expect(words.slice(0, beginning.length)).toBe(beginning)
  expect(words).toMatch(/[.]$/)
  expect(words).not.toContain('undefined')
})

test('what is quoted from a file is short and has nothing in it that could deceive', () => {
  const found = `1\u202e2\n\n${'x'.repeat(500)}`
  const { facts } = refusalOf(new UnreadableStatement('amount-unreadable', { line: 1, found }))
  expect(facts['found']).toBe(`1 2 ${'x'.repeat(76)}…`)
})

test('a name that is no longer used has words too', () => {
  expect(explain('toString', {})).toMatch(/^This file could not be read\. Ask your bank/)
})
