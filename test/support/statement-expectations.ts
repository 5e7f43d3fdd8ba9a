import { existsSync, readFileSync } from 'node:fs'
import { readDecimal, sizeOfAmount, toPence } from '../../src/formats/amount.ts'
import type { Amount } from '../../src/formats/amount.ts'
import { tidy } from '../../src/formats/bank-text.ts'
import type { WholeStatement } from '../../src/formats/read-statement.ts'
import { plainPounds } from '../../src/platform/money.ts'

/** What others read in a file, and what we found in it, in the same form. */
export type Expectation = { readonly expected: unknown; readonly found: unknown }

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/** Amounts are the same whatever the number of their decimals: `8.850` and `8.85`. */
function plain(amount: Amount | undefined): string {
  if (!amount) return ''
  const digits = sizeOfAmount(amount)
    .units.toString()
    .padStart(amount.decimals + 1, '0')
  const point = digits.length - amount.decimals
  const part = digits.slice(point).replace(/0+$/, '')
  return `${amount.units < 0n ? '-' : ''}${digits.slice(0, point)}${part === '' ? '' : `.${part}`}`
}
const plainText = (text: string): string => plain(readDecimal(text))

type CamtSummary = {
  statements: {
    id: string
    account: string
    balances: [string, string, string, string, string][]
    entries: {
      amount: string
      ccy: string
      cd: string
      booked: string
      value: string
      tx_details: number
      end_to_end: string[]
    }[]
  }[]
}

export function camtExpectation(file: string, statements: readonly WholeStatement[]): Expectation {
  const { statements: expected } = json(`${file}.expected.json`) as CamtSummary
  return {
    expected: expected.map(({ id, account, balances, entries }) => ({
      id,
      account,
      opening: balanceIn(balances, ['OPBD', 'PRCD']),
      closing: balanceIn(balances, ['CLBD']),
      entries: entries.map((entry) => ({
        amount: `${entry.cd === 'DBIT' ? '-' : ''}${plainText(entry.amount)} ${entry.ccy}`,
        booked: entry.booked.slice(0, 10),
        value: entry.value.slice(0, 10),
        references: entry.end_to_end.filter((reference) => reference !== 'NOTPROVIDED'),
      })),
    })),
    found: statements.map(({ id, account, opening, closing, all }) => ({
      id,
      account: account.written,
      opening: opening && `${plain(opening.amount)} ${opening.currency} ${opening.on}`,
      closing: closing && `${plain(closing.amount)} ${closing.currency} ${closing.on}`,
      entries: all.map((line, index) => ({
        amount: `${plain(line.amount)} ${line.currency}`,
        booked: line.bookedOn,
        value: line.valueOn ?? '',
        references: referencesOf(line, expected[0]?.entries[index]?.end_to_end ?? []),
      })),
    })),
  }
}

/** Where there is no end-to-end reference a line has another, which the summary does not tell. */
function referencesOf(line: WholeStatement['all'][number], expected: readonly string[]): string[] {
  if (expected.length === 0) return []
  const found = (line.parts ?? [line]).map(({ reference }) => reference)
  return found.filter((reference) => reference !== undefined)
}

function balanceIn(
  balances: CamtSummary['statements'][number]['balances'],
  types: string[],
): string | undefined {
  const found = types.map((wanted) => balances.find(([type]) => type === wanted)).find(Boolean)
  if (!found) return undefined
  const [, amount, currency, direction, on] = found
  return `${direction === 'DBIT' ? '-' : ''}${plainText(amount)} ${currency} ${on.slice(0, 10)}`
}

type GenkgoEntry = {
  getAmount: { getAmount: string; getCurrency: { getCode: string } }
  getCreditDebitIndicator: string
  getBookingDate: { '0': string } | null
  getValueDate: { '0': string } | null
}

/** The parse of another implementation, where there is one. Its amounts are in the smallest coin. */
export function genkgoExpectation(file: string, statements: readonly WholeStatement[]): Expectation {
  if (!existsSync(`${file}.genkgo.json`)) return { expected: undefined, found: undefined }
  const { getEntries } = json(`${file}.genkgo.json`) as { getEntries: GenkgoEntry[] }
  return {
    expected: getEntries.map(({ getAmount, getCreditDebitIndicator, getBookingDate, getValueDate }) => [
      getAmount.getAmount,
      getAmount.getCurrency.getCode,
      getCreditDebitIndicator,
      getBookingDate?.[0].slice(0, 10),
      getValueDate?.[0].slice(0, 10),
    ]),
    found: statements.flatMap(({ all }) =>
      all.map(({ amount, currency, bookedOn, valueOn }) => [
        String(toPence(amount)),
        currency,
        amount.units < 0n ? 'DBIT' : 'CRDT',
        bookedOn,
        valueOn,
      ]),
    ),
  }
}

type OfxSummary = {
  error?: string
  libofx_transactions: number
  accounts?: {
    account_id: string
    currency: string
    start: string
    end: string
    balance?: string
    transactions: { date: string; amount: string; id: string; payee: string; memo: string; type: string }[]
  }[]
}

export function ofxExpectation(file: string, statements: readonly WholeStatement[]): Expectation {
  const { accounts, libofx_transactions: count } = json(`${file}.expected.json`) as OfxSummary
  // Where one parser gave up, the other still counted the transactions.
  if (!accounts) return { expected: count, found: statements.reduce((sum, { lines }) => sum + lines, 0) }
  return {
    expected: accounts.map(({ transactions, balance, ...account }) => ({
      account: account.account_id,
      currency: account.currency.toUpperCase(),
      from: account.start,
      to: account.end,
      balance: balance === undefined ? '' : plainText(balance),
      lines: transactions.map((each) => ({
        ...each,
        amount: plainText(each.amount),
        payee: tidy(each.payee),
        memo: tidy(each.memo),
      })),
    })),
    found: statements.map(({ account, period, closing, all }) => ({
      account: account.written,
      currency: account.currency,
      from: period.from ?? '',
      to: period.to ?? '',
      balance: plain(closing?.amount),
      lines: all.map((line) => ({
        date: line.bookedOn,
        amount: plain(line.amount),
        id: line.bankReference,
        payee: line.payee,
        memo: line.text,
        type: line.kind?.toLowerCase(),
      })),
    })),
  }
}

/** The journal of the same name: days and amounts, in no certain order. */
export function ledgerExpectation(file: string, statements: readonly WholeStatement[]): Expectation {
  const journal = readFileSync(file.replace(/\.csv$/i, '.ledger'), 'utf8')
  const expected = journal.split(/\n(?=\d{4}-)/).map((entry) => {
    const amount = /(?:Assets:Bank:Checking|Test::Account)\s+(-?)[$€]?([\d,.]+)/.exec(entry)
    return `${entry.slice(0, 10)} ${amount?.[1] ?? ''}${(amount?.[2] ?? '').replaceAll(',', '')}`
  })
  const found = statements.flatMap(({ all }) =>
    all.map(({ bookedOn, amount }) => `${bookedOn} ${plainPounds(toPence(amount) ?? 0n)}`),
  )
  return { expected: expected.sort(), found: found.sort() }
}
