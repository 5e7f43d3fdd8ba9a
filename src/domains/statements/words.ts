import { absolute, showMoney } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import type { BankLine } from './queries/bank-lines.ts'

/** What a bank line is called on a page: who, or what the bank printed. */
export const nameOfLine = (line: { payee: string; text: string }): string =>
  line.payee || line.text || 'Nothing was printed'

/** `£32.00 out`, `£18.40 in`. */
export const showMoved = (amount: Pence): string =>
  `${showMoney(absolute(amount))} ${amount < 0n ? 'out' : 'in'}`

/** What we know of a line, for lists. */
export function stateOfLine(line: BankLine): { text: string; colour: 'green' | 'yellow' | 'grey' } {
  if (line.match) return { text: line.match.what, colour: 'green' }
  if (line.questionId) return { text: 'We do not know what this was for yet', colour: 'yellow' }
  return { text: 'Nothing to explain', colour: 'grey' }
}
