import type { Day } from '../platform/day.ts'
import type { Amount } from './amount.ts'
import type { Proof } from './proof.ts'

export type StatementFormat = 'camt.053' | 'OFX' | 'CSV' | 'Santander text'

/** Whose account a statement is of, as far as the file says. Many files do not say at all, and that is normal. */
export type StatementAccount = {
  readonly kind?: 'bank' | 'card' | undefined
  /** The number as the file writes it, masked or not: `XXXX XXXX XXXX 9876`, `20-00-00 12345678`. */
  readonly written?: string | undefined
  readonly iban?: string | undefined
  /** Six digits. */
  readonly sortCode?: string | undefined
  /** A whole account number; absent where the file masks it. */
  readonly number?: string | undefined
  /** The digits at its end that can be seen, at least three, also of a whole number. */
  readonly lastDigits?: string | undefined
  readonly name?: string | undefined
  readonly currency?: string | undefined
}

export type StatementStart = {
  /** Counts the statements in one file, from 0. */
  readonly statement: number
  readonly format: StatementFormat
  /** The bank, where the layout of the file gives it away. */
  readonly bank?: string | undefined
  /** The bank's own name for this statement. */
  readonly id?: string | undefined
  readonly account: StatementAccount
}

export type StatementLine = {
  readonly statement: number
  /** Where to find it: the line of a text file, the number of the entry in others. Counted from 1. */
  readonly place: number
  /** The day the bank booked it, as the bank wrote it: never moved by a time zone. */
  readonly bookedOn: Day
  readonly valueOn?: Day | undefined
  /** When the payment itself was made, where the bank tells that apart from booking it (cards). */
  readonly madeOn?: Day | undefined
  /** `08:12:44`, as the bank wrote it. */
  readonly time?: string | undefined
  /** In is above nothing, out is below. */
  readonly amount: Amount
  readonly currency?: string | undefined
  /** Who paid or was paid, where the file has a place of its own for that; else empty. */
  readonly payee: string
  /** What else the bank prints, with its white space collapsed. */
  readonly text: string
  /** The payer's own reference, or the end-to-end one. */
  readonly reference?: string | undefined
  /** What the bank calls this line. Banks do repeat them. */
  readonly bankReference?: string | undefined
  /** The bank's word or code for the kind of payment. */
  readonly kind?: string | undefined
  readonly balanceAfter?: Amount | undefined
  /** What it was before it was exchanged. */
  readonly original?: { readonly amount: Amount; readonly currency: string } | undefined
  /** True where the bank says that this line undoes an earlier one; its amount has its own sign already. */
  readonly reversal?: boolean | undefined
  /** The payments inside one line booked as a batch. */
  readonly parts?: readonly LinePart[] | undefined
}

export type LinePart = {
  readonly amount?: Amount | undefined
  readonly currency?: string | undefined
  readonly payee: string
  readonly text: string
  readonly reference?: string | undefined
  readonly bankReference?: string | undefined
}

export type Balance = {
  readonly amount: Amount
  readonly currency?: string | undefined
  readonly on?: Day | undefined
  /** Worked out is from the balances beside the lines. */
  readonly source: 'stated' | 'worked-out'
}

/** First and last day, both in it, as banks write periods. */
export type StatementPeriod = { readonly from?: Day | undefined; readonly to?: Day | undefined }

/** All that is known when a statement has been read to its end. */
export type Statement = StatementStart & {
  readonly opening?: Balance | undefined
  readonly closing?: Balance | undefined
  readonly period: StatementPeriod
  /** The days of its first and last lines in time. */
  readonly firstLineOn?: Day | undefined
  readonly lastLineOn?: Day | undefined
  /** How its lines follow each other in the file. */
  readonly order: 'oldest-first' | 'newest-first' | 'unknown'
  readonly lines: number
  /** Lines that the bank has not booked yet: counted, never handed on. */
  readonly pending: number
  /** Lines that never came to anything (declined, undone) or are information only. */
  readonly leftOut: number
  /** One statement may come in pages, and statements of one account are numbered. */
  readonly page?: { readonly number: number; readonly last: boolean } | undefined
  readonly sequence?: string | undefined
  readonly proof: Proof
}

/** Receives a file's contents as they are read. Lines of several statements may be mixed in one file. */
export type StatementSink = {
  start(start: StatementStart): void
  line(line: StatementLine): void
  end(statement: Statement): void
  /** Awaited between chunks, so that whoever receives can hold back a file that comes too fast. */
  settled?(): Promise<void>
}

/** What the reader says of the whole file. */
export type FileSummary = {
  readonly format: StatementFormat
  readonly bank?: string | undefined
  readonly statements: number
  readonly lines: number
  readonly pending: number
  readonly leftOut: number
}

/** What whoever uploads a file may know about it. */
export type Hints = {
  readonly fileName?: string | undefined
  /** Which way round 03/04/2026 is. */
  readonly dates?: 'day-first' | 'month-first' | undefined
  /** What an amount without a sign means: paid in to an account, or spent on a card. */
  readonly plainAmountIs?: 'in' | 'out' | undefined
}

/** A reader that is handed bytes in chunks, cut anywhere. Throws `UnreadableStatement`. */
export type ByteReader = {
  write(chunk: Uint8Array): void
  end(): void
}

/** What a person sees on the line: who, and what else the bank prints, without saying anything twice. */
export function shownText(line: Pick<StatementLine, 'payee' | 'text'>): string {
  if (line.payee === '' || line.text.toLowerCase().startsWith(line.payee.toLowerCase())) return line.text
  return line.text === '' ? line.payee : `${line.payee} ${line.text}`
}
