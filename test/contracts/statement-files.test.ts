import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readDecimal, toPence } from '../../src/formats/amount.ts'
import { explain } from '../../src/formats/explain.ts'
import { readWholeStatements } from '../../src/formats/read-statement.ts'
import type { WholeStatement } from '../../src/formats/read-statement.ts'
import { plainPounds } from '../../src/platform/money.ts'
import { realFile } from '../support/real-files.ts'
import {
  camtExpectation,
  genkgoExpectation,
  ledgerExpectation,
  ofxExpectation,
} from '../support/statement-expectations.ts'
import type { Expectation } from '../support/statement-expectations.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const isThere = existsSync(realFile('bank-uk'))

const filesIn = (folder: string, pattern: RegExp): string[] =>
  isThere
    ? readdirSync(realFile(folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => pattern.test(name))
        .map((name) => join(folder, name))
        .sort()
    : []

type Tried = { format: string; file: string; result: 'read right' | 'refused' | 'wrong'; words: string }
const tried: Tried[] = []

/** The statements in a file, or the name of the refusal; noted for the table at the end. */
async function read(format: string, file: string): Promise<readonly WholeStatement[] | string> {
  const outcome = await readWholeStatements([readFileSync(realFile(file))], { fileName: file })
  const words = outcome.ok ? '' : explain(outcome.refusal, outcome.facts)
  tried.push({ format, file, result: outcome.ok ? 'wrong' : 'refused', words })
  return outcome.ok ? outcome.value : outcome.refusal
}

/** Called when all that was expected of a file was found in it. */
function isRight(file: string): void {
  const last = tried.findLast((each) => each.file === file)
  if (last?.result === 'wrong') last.result = 'read right'
}

const amountsOf = (statement: WholeStatement | undefined): string[] =>
  (statement?.all ?? []).map(({ amount }) => {
    const inPence = toPence(amount)
    return inPence === undefined ? '?' : plainPounds(inPence)
  })

const daysOf = (statement: WholeStatement | undefined): string[] =>
  (statement?.all ?? []).map(({ bookedOn }) => bookedOn)

const balanceOf = (balance: WholeStatement['opening']): string | undefined => {
  const inPence = balance && toPence(balance.amount)
  return inPence === undefined ? undefined : plainPounds(inPence)
}

const xml = (folder: string) => filesIn(folder, /\.xml$/)
const statementFiles = xml('bank-camt').filter((file) => /camt\.053|namespace/.test(file))
const refusedCamt: Record<string, string> = {
  'bankstatementparser__camt053_garbled_amount.xml': 'amount-unreadable',
  'camt__camt053.v2.wrong.xml': 'no-statement-inside',
}

async function compareCamt(file: string): Promise<Expectation> {
  const statements = await read('camt.053', file)
  const refusal = refusedCamt[basename(file)]
  if (refusal !== undefined || typeof statements === 'string') return { expected: refusal, found: statements }
  const [summary, parse] = [camtExpectation, genkgoExpectation].map((of) => of(realFile(file), statements))
  return { expected: [summary?.expected, parse?.expected], found: [summary?.found, parse?.found] }
}

describe.skipIf(!isThere)('camt.053', () => {
  test.for(statementFiles)('%s', async (file) => {
    const { expected, found } = await compareCamt(file)
    expect(found).toEqual(expected)
    isRight(file)
  })

  test.for(xml('bank-camt').filter((file) => !statementFiles.includes(file)))(
    '%s is no statement',
    async (file) => {
      expect(await read('camt.052 and camt.054', file)).toBe(
        file.includes('camt.052') ? 'interim-report' : 'payment-notice',
      )
    },
  )
})

const refusedOfx: Record<string, string> = { 'ofxparse__date_missing.ofx': 'date-missing' }

async function compareOfx(file: string): Promise<Expectation> {
  const isBank = file.includes('-bank/')
  const statements = await read(isBank ? 'OFX' : 'OFX without a bank statement', file)
  const byFolder = file.includes('investment') ? 'investment-statement' : 'no-statement-inside'
  const refusal = refusedOfx[basename(file)] ?? (isBank ? undefined : byFolder)
  if (refusal !== undefined || typeof statements === 'string') return { expected: refusal, found: statements }
  return ofxExpectation(realFile(file), statements)
}

describe.skipIf(!isThere)('OFX', () => {
  test.for(filesIn('bank-ofx', /\.(ofx|qfx)$/))('%s', async (file) => {
    const { expected, found } = await compareOfx(file)
    expect(found).toEqual(expected)
    isRight(file)
  })
})

/** Facts about the files of British banks, oldest line first, as those who collected them wrote them down. */
const british: Record<string, Record<string, unknown>> = {
  'barclays__countinghouse.csv': {
    days: ['2026-09-02', '2026-09-03', '2026-09-05'],
    amounts: ['-12.34', '2000.00', '-60.00'],
    lastDigits: '5678',
    kind: 'PAYMENT',
  },
  'johnlewis-card__jlp.csv': {
    amounts: ['-99.99', '-0.99', '-59.59', '-85.58', '-6.25', '1234.56', '-17.17', '-88.99'],
    kind: undefined,
  },
  'lloyds__metasaura.csv': {
    lines: 12,
    first: '2023-12-01',
    last: '2024-01-15',
    opening: '5926.70',
    closing: '2040.59',
    lastAmount: '-8.99',
  },
  'monzo__countinghouse.csv': {
    lines: 9,
    time: '08:12:44',
    id: 'tx_0000A1',
    firstAmount: '-4.50',
    total: '1988.94',
  },
  'nationwide__countinghouse_cp1252.csv': {
    amounts: ['-12.34', '2000.00', '-60.00'],
    closing: '2940.00',
    account: 'FlexDirect ****12345',
    proof: 'holds',
  },
  'natwest__countinghouse.csv': { amounts: ['-12.34', '2000.00'], lastDigits: '5678', proof: 'holds' },
  'santander-uk__countinghouse.ofx': {
    amounts: ['-12.34', '2000.00'],
    id: 'F1',
    closing: '2940.00',
    lastText: 'SALARY & BONUS',
  },
  'santander__countinghouse.txt': {
    lastDigits: '9876',
    amounts: ['-12.34', '2000.00', '-60.00'],
    opening: '1012.34',
    closing: '2940.00',
    from: '2026-09-01',
    proof: 'holds',
  },
  'starling__countinghouse.csv': {
    amounts: ['-12.34', '2000.00', '-60.00'],
    opening: '1000.00',
    closing: '2927.66',
    last: '2026-09-05',
    proof: 'holds',
  },
}

function factsOf(statement: WholeStatement): Record<string, unknown> {
  const isNewestFirst = statement.order === 'newest-first'
  const oldestFirst = { ...statement, all: isNewestFirst ? statement.all.toReversed() : statement.all }
  const [first, last] = [oldestFirst.all[0], oldestFirst.all.at(-1)]
  const amounts = amountsOf(oldestFirst)
  const total = statement.all.reduce((sum, { amount }) => sum + (toPence(amount) ?? 0n), 0n)
  return {
    days: daysOf(oldestFirst),
    amounts,
    lines: statement.lines,
    first: statement.firstLineOn,
    last: statement.lastLineOn,
    firstAmount: amounts[0],
    lastAmount: amounts.at(-1),
    total: plainPounds(total),
    opening: balanceOf(statement.opening),
    closing: balanceOf(statement.closing),
    from: statement.period.from,
    account: statement.account.written,
    lastDigits: statement.account.lastDigits,
    kind: first?.kind,
    time: first?.time,
    id: first?.bankReference,
    lastText: last?.text,
    proof: statement.proof.state,
    pending: statement.pending,
  }
}

/** Compares what somebody knows of a file with the same facts as we read them. */
function compareFacts(
  file: string,
  statements: readonly WholeStatement[] | string,
  all: typeof british,
): Expectation {
  const expected = all[basename(file)] ?? 'facts'
  const [statement] = statements
  if (typeof statement !== 'object') return { expected, found: statements }
  const facts = factsOf(statement)
  return { expected, found: Object.fromEntries(Object.keys(expected).map((name) => [name, facts[name]])) }
}

describe.skipIf(!isThere)('British banks', () => {
  test.for(filesIn('bank-uk', /\.(csv|txt|ofx)$/))('%s', async (file) => {
    const { expected, found } = compareFacts(file, await read('British CSV and text', file), british)
    expect(found).toEqual(expected)
    isRight(file)
  })

  test.runIf(isThere)('a payment abroad keeps what it was', async () => {
    const outcome = await readWholeStatements([readFileSync(realFile('bank-uk/monzo__countinghouse.csv'))])
    const lines = outcome.ok ? (outcome.value[0]?.all ?? []) : []
    expect(lines.find(({ original }) => original !== undefined)?.original).toEqual({
      amount: readDecimal('-14.00'),
      currency: 'EUR',
    })
  })
})

/** Of the files that have no journal beside them: what their column maps in bank2ynab.conf make of them. */
const mapped: Record<string, Record<string, unknown>> = {
  'bank2ynab__2019-03-02_11-50-46_bunq-statement.csv': { lines: 7, first: '2018-12-06', total: '-23.82' },
  'bank2ynab__MS_JANE_SMITH_01-12-2019_14-12-2019.csv': {
    lines: 10,
    pending: 3,
    first: '2019-12-02',
    total: '-285.80',
  },
  'bank2ynab__TransactionHistory_20180418043121.csv': { lines: 8, first: '2018-04-13', total: '-173.28' },
}

/** The files that can be read only by guessing. */
const unclear: Record<string, string> = {
  'bank2ynab__20171001-20171106.csv': 'headings-unknown',
  'bank2ynab__20180226-1000594757-umsatz.CSV': 'headings-unknown',
  'bank2ynab__Movements_1234512345_201805271848.csv': 'headings-unknown',
  'bank2ynab__TH_20180101-20180523_strana_1.csv': 'headings-unknown',
  'bank2ynab__W80844_EBH_201945.202122.csv': 'headings-unknown',
  'bank2ynab__export_BE11123456789012_20180304_1422.csv': 'headings-unknown',
  'bank2ynab__statement_1.csv': 'direction-unclear',
  'broker_canada_example.csv': 'columns-unclear',
  'danish_kroner_nordea_example.csv': 'columns-unclear',
  'extratofake.csv': 'headings-unknown',
  'invalid_header_example.csv': 'headings-unknown',
  'ledger_date_format.csv': 'dates-unclear',
  'tab_delimited_file.csv': 'columns-unclear',
}

async function compareCsv(file: string): Promise<Expectation> {
  const statements = await read('other CSV', file)
  if (typeof statements === 'string') return { expected: unclear[basename(file)], found: statements }
  if (mapped[basename(file)]) return compareFacts(file, statements, mapped)
  return ledgerExpectation(realFile(file), statements)
}

describe.skipIf(!isThere)('other CSV is read right, or refused because a guess would be needed', () => {
  test.for(filesIn('bank-csv-generic', /\.csv$/i))('%s', async (file) => {
    const { expected, found } = await compareCsv(file)
    expect(found).toEqual(expected)
    isRight(file)
  })
})

describe.skipIf(!isThere)('what comes later is refused by its name', () => {
  test.for([
    ...filesIn('bank-mt940', /\.(sta|txt|mt940)$/),
    ...filesIn('bank-uk', /qif$/),
    ...filesIn('bank-qif', /./),
  ])('%s', async (file) => {
    const refusal = file.includes('not_a_QIF')
      ? 'not-a-statement'
      : file.endsWith('qif')
        ? 'qif-file'
        : 'mt940-file'
    expect(await read('MT940 and QIF', file)).toBe(refusal)
  })
})

describe.skipIf(!isThere)('a file cut into chunks anywhere reads the same', () => {
  const all = [
    ...xml('bank-camt'),
    ...filesIn('bank-ofx', /fx$/),
    ...filesIn('bank-uk', /./),
    ...filesIn('bank-csv-generic', /csv$/i),
  ]
  test.for(all)('%s', async (file) => {
    const bytes = readFileSync(realFile(file))
    const whole = await readWholeStatements([bytes])
    for (const size of [1, 7, 64, 1021]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        Uint8Array.from(bytes.subarray(index * size, (index + 1) * size)),
      )
      expect(await readWholeStatements(chunks)).toEqual(whole)
    }
  })
})

afterAll(() => {
  if (!isThere) return
  const formats = [...new Set(tried.map(({ format }) => format))]
  const count = (format: string, result: string) =>
    tried.filter((each) => each.format === format && (result === '' || each.result === result)).length
  say('\n| format | files | read right | refused | wrong |\n|---|---|---|---|---|')
  for (const format of formats) {
    const counts = ['', 'read right', 'refused', 'wrong'].map((result) => count(format, result))
    say(`| ${format} | ${counts.join(' | ')} |`)
  }
  say('\nRefused, and why:')
  for (const words of new Set(tried.filter(({ result }) => result === 'refused').map((each) => each.words))) {
    const files = tried.filter((each) => each.words === words).map(({ file }) => basename(file))
    say(`- ${words} (${files.length === 1 ? 'one file' : `${files.length} files`}: ${files.join(', ')})`)
  }
})
