import { showMonth, yearOf } from '../../../platform/day.ts'
import { negative, nothing, plainPounds } from '../../../platform/money.ts'
import type { Pence } from '../../../platform/money.ts'
import type { NamedJournal, PurseBooks } from './books.ts'

/** What stands once at the top. */
export const hledgerHeading = 'commodity 1000.00 GBP\ndecimal-mark .\n'

/**
 * One purse as an hledger journal of both books: accounts declared, each event a transaction, and assertions of
 * what must be there at the end of each month. `hledger check --strict` accepts it.
 */
export function hledgerOf(books: PurseBooks): string {
  const blocks = [
    books.accounts.map((account) => `account ${account}`),
    books.opening.length === 0
      ? []
      : [
          `${books.firstDay} Brought forward`,
          ...books.opening.map(({ account, balance }) => posting(account, balance)),
        ],
    ...inOrder(books),
  ]
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => `\n${block.join('\n')}\n`)
    .join('')
}

/** An assertion holds after what was written before it on the same day, so each month's follow its events. */
function inOrder({ journals, monthEnds }: PurseBooks): string[][] {
  const blocks: string[][] = []
  let next = 0
  for (const { on, balances } of monthEnds) {
    for (let journal = journals[next]; journal && journal.occurredOn <= on; journal = journals[(next += 1)]) {
      blocks.push(transaction(journal))
    }
    blocks.push([
      `${on} At the end of ${showMonth(on)} ${yearOf(on)}`,
      ...balances.map(({ account, balance }) => `${posting(account, nothing)} = ${amountOf(balance)}`),
    ])
  }
  return blocks
}

function transaction({ no, event, occurredOn, why, transfers }: NamedJournal): string[] {
  return [
    `${occurredOn} (${no}) ${oneLine(why)}  ; event:${event}`,
    ...transfers.flatMap(({ from, to, amount }) => [posting(from, negative(amount)), posting(to, amount)]),
  ]
}

const posting = (account: string, amount: Pence) => `    ${account}  ${amountOf(amount)}`
const amountOf = (amount: Pence) => `${plainPounds(amount)} GBP`

/** A semicolon would begin a comment, a bar part a payee from a note. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll(/[;|]/g, ',').trim()
