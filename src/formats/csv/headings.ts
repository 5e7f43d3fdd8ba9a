/** What a column is to a statement. */
export type Role =
  | 'date'
  | 'madeDate'
  | 'valueDate'
  | 'time'
  | 'amount'
  | 'in'
  | 'out'
  | 'balance'
  /** Says in a word whether the amount came in or went out. */
  | 'direction'
  | 'fee'
  | 'payee'
  | 'text'
  | 'reference'
  | 'bankReference'
  | 'kind'
  | 'status'
  | 'currency'
  | 'sortCode'
  | 'account'
  | 'accountName'
  /** Money kept apart under one account number. */
  | 'subAccount'
  | 'originalAmount'
  | 'originalCurrency'

/** The columns of each role by their index: for texts and payees all of them, the better first; else the best one. */
export type Columns = Partial<Record<Role, readonly number[]>>

export type Heading = { readonly name: string; readonly currency?: string | undefined }

/** The headings under which banks put each role, the better ones first. Written as `headingOf` writes them. */
const names: Readonly<Record<Role, string>> = {
  date: `booking date, date booked, booked date, booked on, posting date, date posted, posted date, posted on,
    date processed, processed date, posted transactions date, posted transaction date, date entered, entry date, completed date, date completed, settlement date, date,
    transaction date, transaction date time, date time, date of transaction, trans date, txn date, created,
    created on, value date, date of payment`,
  madeDate: `transaction date, purchase date, started date, date started, date of transaction, date`,
  valueDate: `value date, valuta, interest date`,
  time: `time, transaction time`,
  amount: `total amount, amount, value, transaction amount, billing amount, amount in gbp, gbp amount, net amount,
    debit/credit, amount debit/credit, debit/credit amount, credit/debit amount, transaction value`,
  in: `paid in, money in, credit, credit amount, credits, in, deposits, deposit, received, payments in, amount in,
    receipts, receipt, money received, incoming, inflow, credit value, amount credited, paid in credits`,
  out: `paid out, money out, debit, debit amount, debits, out, withdrawals, withdrawal, withdrawn, payments out,
    amount out, spent, payments, payment, money spent, outgoing, outflow, debit value, amount debited,
    paid out debits`,
  balance: `balance, running balance, account balance, balance after, balance after transaction, closing balance,
    ledger balance, current balance`,
  direction: `debit/credit flag, debit or credit, debit/credit indicator, credit/debit indicator, dr/cr, cr/dr, d/c,
    credit/debit, debit credit, credit debit, direction, in/out, debit/credit`,
  fee: ``,
  payee: `payee, name, counter party, counterparty name, merchant name, merchant, payer/payee, payee name, to/from,
    recipient, recipient name, beneficiary name, beneficiary, counterparty, paid to/from`,
  text: `description, transaction description, details, transaction details, memo, narrative, narration, particulars,
    transaction, transactions, merchant/description, text, transaction text, description 1, description 2,
    description 3, description1, description2, description3, narrative 1, narrative 2, narrative 3, narrative 4, narrative 5, details 1, details 2, location`,
  reference: `reference, payment reference, your reference, customer reference, user reference, payer reference`,
  bankReference: `transaction id, id, fitid, transferwise id, transaction reference, reference number,
    transaction number, bank reference, unique id`,
  kind: `type, transaction type, subcategory, payment type, payment method, method, transaction code, type code, code`,
  status: `status, state, transaction status`,
  currency: `currency, account currency, payment currency, ccy`,
  sortCode: `sort code, sortcode`,
  account: `account number, account no, account, posted account, account id, iban`,
  accountName: `account name, account holder`,
  subAccount: ``,
  originalAmount: `local amount, orig amount, original amount, foreign amount`,
  originalCurrency: `local currency, orig currency, original currency, foreign currency`,
}

const roles = Object.keys(names) as Role[]
const namesByRole = new Map(
  roles.map((role) => [role, names[role].split(',').map((name) => name.replaceAll(/\s+/g, ' ').trim())]),
)
const gathering = new Set<Role>(['text', 'payee'])

/** A heading in small letters without its currency and its marks: `Paid out (£)` is `paid out`. */
export function headingOf(written: string): Heading {
  const text = written.slice(0, longestHeading)
  const code = /[([]([A-Z]{3})[)\]]/.exec(text)?.[1]
  const name = text
    .toLowerCase()
    .replaceAll(/\(.*?\)|\[.*?\]/g, ' ')
    .replaceAll(/\s*\/\s*/g, '/')
    .replaceAll(/[^\p{L}\d/]+/gu, ' ')
    .trim()
  if (code !== undefined && !noCurrency.has(code)) return { name, currency: code }
  return { name, currency: text.includes('£') ? 'GBP' : text.includes('€') ? 'EUR' : undefined }
}

const longestHeading = 100
const noCurrency = new Set(['UTC', 'GMT', 'BST', 'VAT'])

/** Gives every column its role. A layout that we know says some of them itself, and which to take for none. */
export function columnsOf(
  headings: readonly Heading[],
  own: Partial<Record<Role, readonly string[]>> = {},
): Columns {
  const columns: Partial<Record<Role, number[]>> = {}
  const taken = new Set<number>()
  const take = (role: Role, wanted: readonly string[]): void => {
    for (const name of wanted) {
      const index = headings.findIndex((heading, at) => heading.name === name && !taken.has(at))
      if (name === '' || index < 0) continue
      taken.add(index)
      const before = columns[role]
      if (before) before.push(index)
      else columns[role] = [index]
      if (!gathering.has(role)) return
    }
  }
  for (const role of roles) {
    const wanted = own[role]
    if (wanted) take(role, wanted)
  }
  for (const role of roles) if (!own[role]) take(role, namesByRole.get(role) ?? [])
  return columns
}

/** Lands where the day is written first say these; where the month is, they say others. */
const dayFirstWords = new Set(['paid in', 'paid out', 'money in', 'money out', 'sort code', 'counter party'])
export const saysDayFirst = (headings: readonly Heading[]): boolean =>
  headings.some(({ name, currency }) => dayFirstWords.has(name) || currency === 'GBP')

/** A row of headings has a date and an amount among them, and no numbers. */
export function isHeadingRow(cells: readonly string[]): boolean {
  const columns = columnsOf(cells.map(headingOf))
  return (
    columns.date !== undefined && Boolean(columns.amount ?? columns.in ?? columns.out ?? columns.direction)
  )
}
