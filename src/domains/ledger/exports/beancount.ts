import { addDays } from '../../../platform/day.ts'
import { negative, plainPounds } from '../../../platform/money.ts'
import type { Pence } from '../../../platform/money.ts'
import type { NamedJournal, PurseBooks } from './books.ts'

/** What stands once at the top. */
export const beancountHeading = 'option "title" "Commonpurse"\noption "operating_currency" "GBP"\n'

/** One purse for beancount, both books, with the balances that must be there. `bean-check` accepts it. */
export function beancountOf(books: PurseBooks): string {
  const blocks = [
    books.accounts.map((account) => `${books.firstDay} open ${account} GBP`),
    books.opening.length === 0
      ? []
      : [
          `${books.firstDay} * "Brought forward"`,
          ...books.opening.map(({ account, balance }) => posting(account, balance)),
        ],
    ...books.journals.map(transaction),
    // A balance is of the moment when its day begins, to the penny.
    ...books.monthEnds.map(({ on, balances }) =>
      balances.map(
        ({ account, balance }) => `${addDays(on, 1)} balance ${account} ${plainPounds(balance)} ~ 0.00 GBP`,
      ),
    ),
  ]
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => `\n${block.join('\n')}\n`)
    .join('')
}

function transaction({ no, event, occurredOn, why, transfers }: NamedJournal): string[] {
  return [
    `${occurredOn} * "${oneLine(why)}"`,
    `  journal: "${no}"`,
    `  event: "${event}"`,
    ...transfers.flatMap(({ from, to, amount }) => [posting(from, negative(amount)), posting(to, amount)]),
  ]
}

const posting = (account: string, amount: Pence) => `  ${account}  ${plainPounds(amount)} GBP`

const oneLine = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/["\\]/g, (sign) => `\\${sign}`)
    .trim()
