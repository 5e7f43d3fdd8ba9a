import { accountOf } from '../account.ts'
import { cellText } from './scanner.ts'
import type { CsvRecord } from './scanner.ts'
import type { Role } from './headings.ts'
import type { CsvLayout } from './sample.ts'
import { unreadable } from '../problem.ts'
import type { Balance, StatementAccount, StatementSink } from '../statement.ts'
import { createTally } from '../tally.ts'
import type { Tally } from '../tally.ts'

/** One account's statement in a file that may hold several, row by row mixed. */
export type Book = {
  readonly tally: Tally
  readonly currency: string | undefined
  opening: Balance | undefined
  closing: Balance | undefined
}

export type Books = ReturnType<typeof createBooks>

/** More accounts than anyone has: then the column is not of the account but of whoever was paid. */
const mostAccounts = 100

const tellingApart = ['account', 'sortCode', 'currency', 'subAccount'] as const

/** Keeps the rows of each account together, told apart by the columns that name it. */
export function createBooks(layout: CsvLayout, sink: StatementSink) {
  const { columns } = layout
  const own = tellingApart.flatMap((role) => columns[role] ?? [])
  const books = new Map<string, Book>()
  let [lastKey, last]: [string, Book | undefined] = ['', undefined]

  function open(record: CsvRecord | undefined): Book {
    if (books.size >= mostAccounts) unreadable('columns-unclear', { part: 'account' })
    const account = accountIn(layout, record)
    const start = { statement: books.size, format: 'CSV', bank: layout.bank, account } as const
    return {
      tally: createTally(start, sink),
      currency: account.currency,
      opening: undefined,
      closing: undefined,
    }
  }

  return {
    of(record: CsvRecord): Book {
      let key = ''
      for (const index of own) key += `${cellText(record, index)}\n`
      if (last && key === lastKey) return last
      last = books.get(key)
      if (!last) books.set(key, (last = open(record)))
      lastKey = key
      return last
    },
    end(): void {
      // Headings with nothing under them are a statement of a time in which nothing happened.
      if (books.size === 0) books.set('', open(undefined))
      for (const { tally, opening, closing } of books.values()) tally.end({ opening, closing })
    },
  }
}

function accountIn(layout: CsvLayout, record: CsvRecord | undefined): StatementAccount {
  const { columns, account, currency } = layout
  const text = (role: Role): string | undefined => {
    const index = columns[role]?.[0]
    return index === undefined || !record ? undefined : cellText(record, index) || undefined
  }
  return accountOf({
    kind: layout.kind,
    written: text('account') ?? account.written,
    sortCode: text('sortCode') ?? account.sortCode,
    name: text('accountName') ?? text('subAccount') ?? account.name,
    currency: text('currency')?.toUpperCase() ?? currency,
  })
}
