import type { Heading, Role } from './headings.ts'

/**
 * A bank's CSV layout, known by its headings. A bank of this list writes the day first. What is not said here is
 * found by the headings as for any other file.
 */
export type BankLayout = {
  /** None where several banks write the same. */
  readonly bank?: string
  readonly kind?: 'bank' | 'card'
  /** All of them must be there, in small letters and without currency, as `headingOf` writes them. */
  readonly headings: readonly string[]
  /** Others that must not be there. */
  readonly without?: readonly string[]
  /** The whole row as it is written, where only that tells it from other banks' rows. */
  readonly written?: string
  /** Columns whose role the heading alone does not give; none for a role that this file must not have. */
  readonly columns?: Partial<Record<Role, readonly string[]>>
  /** What an amount without a sign is; on cards mostly money spent. */
  readonly plainAmountIs?: 'in' | 'out'
  /** A card comes in the layout of an account, with stars in its number, and a plain amount on it is spent. */
  readonly maskedIsCard?: boolean
}

const list = (text: string): readonly string[] => text.split(',').map((name) => name.trim())

/** The first that fits is taken, so the narrower ones come first. */
export const ukBanks: readonly BankLayout[] = [
  {
    bank: 'Monzo',
    headings: list('transaction id, date, time, type, name, amount, currency, local amount'),
    // Amount says it all; money out and money in repeat it, with and without signs.
    columns: { in: [], out: [], text: ['description'] },
    plainAmountIs: 'in',
  },
  {
    bank: 'Monzo',
    headings: list('id, created, amount, currency, local amount, local currency'),
    columns: { in: [], out: [], text: ['description'] },
    plainAmountIs: 'in',
  },
  {
    bank: 'Starling',
    headings: list('date, counter party, reference, type, amount, balance'),
    plainAmountIs: 'in',
  },
  {
    bank: 'Revolut',
    headings: list('type, product, started date, completed date, description, amount, fee, currency, state'),
    // The amount is without the fee, and the balance is after both.
    columns: { fee: ['fee'], subAccount: ['product'] },
    plainAmountIs: 'in',
  },
  {
    bank: 'Revolut',
    headings: list(
      'date started, date completed, id, type, state, description, amount, total amount, balance',
    ),
    // The account named here is a pocket of the company's, and the total is with the fee.
    columns: { account: [], subAccount: ['account'], currency: ['payment currency'] },
    plainAmountIs: 'in',
  },
  {
    bank: 'Revolut',
    headings: list('date started, date completed, id, type, state, description, amount, fee, balance'),
    columns: {
      fee: ['fee'],
      account: [],
      subAccount: ['account'],
      currency: ['payment currency', 'currency'],
    },
    plainAmountIs: 'in',
  },
  {
    bank: 'Barclays',
    headings: list('number, date, account, amount, subcategory, memo'),
    columns: { kind: ['subcategory'], text: ['memo'] },
    plainAmountIs: 'in',
  },
  {
    bank: 'Lloyds, Halifax, Bank of Scotland or TSB',
    headings: list(
      'transaction date, transaction type, sort code, account number, transaction description, debit amount, credit amount',
    ),
  },
  {
    bank: 'Lloyds, Halifax or Bank of Scotland card',
    kind: 'card',
    headings: list('date, date entered, reference, description, amount'),
    columns: { bankReference: ['reference'], reference: [] },
    plainAmountIs: 'out',
  },
  {
    bank: 'NatWest, Royal Bank of Scotland or Ulster Bank',
    headings: list('date, type, description, value, balance, account name, account number'),
    maskedIsCard: true,
  },
  {
    bank: 'Nationwide',
    headings: list('date, transaction type, description, paid out, paid in, balance'),
  },
  {
    bank: 'Nationwide card',
    kind: 'card',
    headings: list('date, transactions, location, paid out, paid in'),
  },
  { bank: 'HSBC', headings: list('date, type, description, paid out, paid in, balance') },
  {
    bank: 'The Co-operative Bank or smile',
    headings: list('date, description, type, money in, money out, balance'),
  },
  { bank: 'Metro Bank', headings: list('date, details, transaction type, in, out, balance') },
  {
    bank: 'Tide',
    headings: list('date, transaction id, transaction description, reference, paid in, paid out'),
    columns: { account: [] },
  },
  {
    bank: 'Chase',
    headings: list('date, time, transaction type, transaction description, amount, currency, balance'),
    plainAmountIs: 'in',
  },
  {
    bank: 'Mettle',
    headings: list('date, amount in gbp, balance, reference, description, transaction type'),
    plainAmountIs: 'in',
  },
  {
    bank: 'Wise',
    headings: list(
      'transferwise id, date, amount, currency, description, payment reference, running balance',
    ),
    columns: { payee: ['merchant', 'payee name', 'payer name'] },
    plainAmountIs: 'in',
  },
  {
    // midata, on which UK banks agreed for comparing accounts: first direct, HSBC, Santander, cahoot and others.
    headings: list('date, type, merchant/description, debit/credit, balance'),
    columns: { amount: ['debit/credit'], direction: [] },
    plainAmountIs: 'in',
  },
  {
    bank: 'Virgin Money or Tesco Bank card',
    kind: 'card',
    headings: list('transaction date, posting date, billing amount, merchant, reference number'),
    columns: { kind: [], text: ['merchant city'], bankReference: ['reference number'] },
    plainAmountIs: 'out',
  },
  {
    bank: 'American Express',
    kind: 'card',
    headings: list('date, description, amount, appears on your statement as, postcode'),
    columns: { text: ['description'], bankReference: ['reference'], reference: [], account: [] },
    plainAmountIs: 'out',
  },
  {
    bank: 'American Express',
    kind: 'card',
    headings: list('date, description, card member, account, amount, town/city'),
    columns: { text: ['description'], bankReference: ['reference'], reference: [], account: [] },
    plainAmountIs: 'out',
  },
  {
    bank: 'Barclaycard',
    kind: 'card',
    headings: list(
      'cardholder name, account number, transaction date, merchant name, amount, transaction type',
    ),
    columns: { text: [], payee: ['merchant name'], bankReference: ['transaction id'] },
    plainAmountIs: 'out',
  },
  {
    bank: 'John Lewis card',
    kind: 'card',
    headings: list('date processed, description, amount'),
    without: ['balance', 'type', 'transaction type'],
    plainAmountIs: 'out',
  },
  {
    bank: 'NewDay card',
    kind: 'card',
    headings: list('date, description, amount'),
    written: 'Date,Description,Amount(GBP)',
    plainAmountIs: 'out',
  },
]

export function knownBank(written: readonly string[], headings: readonly Heading[]): BankLayout | undefined {
  const names = new Set(headings.map(({ name }) => name))
  const row = written.join(',').replace(/,+$/, '')
  return ukBanks.find(
    (layout) =>
      layout.headings.every((name) => names.has(name)) &&
      !layout.without?.some((name) => names.has(name)) &&
      (layout.written === undefined || layout.written === row),
  )
}
