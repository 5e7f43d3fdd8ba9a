import { beancountHeading, beancountOf } from './beancount.ts'
import type { PurseBooks } from './books.ts'
import { csvHeading, csvOf } from './csv.ts'
import { hledgerHeading, hledgerOf } from './hledger.ts'

export { booksOf } from './books.ts'
export type { PurseBooks, PurseToExport } from './books.ts'

export const exportFormats = ['hledger', 'beancount', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** How each format begins, how it writes a purse, and what its file is called. */
export const exportWriters: Record<
  ExportFormat,
  { heading: string; purse: (books: PurseBooks) => string; ending: string; type: string }
> = {
  hledger: {
    heading: hledgerHeading,
    purse: hledgerOf,
    ending: 'journal',
    type: 'text/plain; charset=utf-8',
  },
  beancount: {
    heading: beancountHeading,
    purse: beancountOf,
    ending: 'beancount',
    type: 'text/plain; charset=utf-8',
  },
  csv: { heading: csvHeading, purse: csvOf, ending: 'csv', type: 'text/csv; charset=utf-8' },
}
