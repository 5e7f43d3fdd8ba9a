import type { Refused } from '../platform/outcome.ts'
import { refuse } from '../platform/outcome.ts'

/** Every reason for not reading a file. `explain` has the words for each. */
export type ProblemName =
  // It is something else.
  | 'empty-file'
  | 'not-a-statement'
  | 'interim-report'
  | 'payment-notice'
  | 'payment-instruction'
  | 'other-bank-message'
  | 'investment-statement'
  | 'no-statement-inside'
  | 'bank-error'
  | 'mt940-file'
  | 'qif-file'
  | 'pdf-file'
  | 'spreadsheet'
  | 'word-document'
  | 'zip-file'
  | 'picture'
  | 'web-page'
  // It is damaged or dangerous.
  | 'encoding-unknown'
  | 'cut-short'
  | 'broken-file'
  | 'unsafe-file'
  // Something in it cannot be read.
  | 'amount-unreadable'
  | 'amount-missing'
  | 'date-unreadable'
  | 'date-missing'
  | 'direction-unreadable'
  | 'status-unreadable'
  // It could mean more than one thing.
  | 'headings-unknown'
  | 'columns-unclear'
  | 'dates-unclear'
  | 'decimals-unclear'
  | 'direction-unclear'
  // It was read, and its own sums are wrong: for the import to refuse with.
  | 'does-not-add-up'

/** Where in the file, and what was found there: only in places for a date, an amount, a mark or a heading. */
export type ProblemFacts = {
  readonly line?: number | undefined
  readonly entry?: number | undefined
  /** What is there, as it stands in the file. */
  readonly found?: string | undefined
  /** Which part of the file or which column. */
  readonly part?: string | undefined
}

/** The one error that readers throw; whoever calls them turns it into a refusal. */
export class UnreadableStatement extends Error {
  readonly problem: ProblemName
  readonly facts: ProblemFacts

  constructor(problem: ProblemName, facts: ProblemFacts = {}) {
    super(`Statement refused: ${problem}`)
    this.name = 'UnreadableStatement'
    this.problem = problem
    this.facts = facts
  }
}

const longestFound = 80

/** Stops the reading. */
export function unreadable(problem: ProblemName, facts: ProblemFacts = {}): never {
  throw new UnreadableStatement(problem, facts)
}

export function refusalOf({ problem, facts }: UnreadableStatement): Refused<ProblemName> {
  const shown: Record<string, string> = {}
  for (const [name, value] of Object.entries(facts)) {
    if (value !== undefined) shown[name] = shorten(String(value))
  }
  return refuse(problem, shown)
}

function shorten(text: string): string {
  const clean = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return clean.length > longestFound ? `${clean.slice(0, longestFound)}…` : clean
}
