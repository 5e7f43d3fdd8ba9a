import type { Answerables } from '../queries/answerable.ts'
import type { Question } from '../queries/questions.ts'

/** What a payment can have been, as the choices of a form, and the answer that a choice stands for. */

const plainOut = { mine: 'It was mine: the wrong card', moved: 'Moved to another of my accounts' }
const plainIn = {
  contribution: 'My contribution',
  'own-money': 'My own money, that I put in',
  'paid-back': 'I paid back what I owed',
  moved: 'From another of my accounts',
  interest: 'Interest from the bank',
}

/** The lines that the account holds money for, then everything that is for no line. */
export function choicesOf({ question, lines }: Answerables) {
  const isOut = question.direction === 'out'
  return [
    ...lines.map((line) => ({
      value: line.planLineId as string,
      text: isOut ? line.name : `Money back for ${line.name}`,
    })),
    lines.length > 0 && { divider: 'or' },
    ...Object.entries(isOut ? plainOut : plainIn).map(([value, text]) => ({ value, text })),
  ]
}

type Said = { was: string | undefined; payee?: string | undefined; always: boolean }

/** The answer for what was chosen; undefined where it is none of the choices. */
export function answerSaid({ was, payee, always }: Said, { question, lines }: Answerables): unknown {
  const line = lines.find((each) => each.planLineId === was)
  if (line && question.direction === 'out')
    return { was: 'spent', planLineId: line.planLineId, always, payee }
  if (line) return { was: 'refund', planLineId: line.planLineId, payee }
  const plain = question.direction === 'out' ? plainOut : plainIn
  return was !== undefined && was in plain ? { was } : undefined
}

/** "Yes" is whatever was guessed. */
export function answerGuessed(guess: NonNullable<Question['guess']>, always: boolean): unknown {
  if (guess.kind === 'spent') return { was: 'spent', planLineId: guess.planLineId, always }
  if (guess.kind === 'set-aside') return { was: 'set-aside', commitmentId: guess.commitmentId }
  return { was: guess.kind }
}
