import { Buffer } from 'node:buffer'
import { toPence } from '../../src/formats/amount.ts'
import { readWholeStatements } from '../../src/formats/read-statement.ts'
import type { WholeStatement } from '../../src/formats/read-statement.ts'
import { shownText } from '../../src/formats/statement.ts'
import type { Hints } from '../../src/formats/statement.ts'
import { plainPounds } from '../../src/platform/money.ts'

/** Reads a statement written out in a test. */
export const readText = (text: string | Uint8Array, hints: Hints = {}) =>
  readWholeStatements([typeof text === 'string' ? Buffer.from(text) : text], hints)

/** The statements in a file that must be readable. */
export async function statementsIn(text: string | Uint8Array, hints: Hints = {}) {
  const outcome = await readText(text, hints)
  if (!outcome.ok) throw new Error(`Refused: ${outcome.refusal} ${JSON.stringify(outcome.facts)}`)
  return outcome.value
}

/** The only statement in a file. */
export async function statementIn(text: string | Uint8Array, hints: Hints = {}): Promise<WholeStatement> {
  const [statement, ...others] = await statementsIn(text, hints)
  if (!statement || others.length > 0) throw new Error(`${others.length + 1} statements`)
  return statement
}

/** Its lines as people would say them: `2026-09-01 -12.34 TESCO STORES`. */
export function linesOf(statement: WholeStatement): string[] {
  return statement.all.map((line) => {
    const amount = toPence(line.amount)
    return `${line.bookedOn} ${amount === undefined ? '?' : plainPounds(amount)} ${shownText(line)}`
  })
}

/** What a file is refused for, with the facts. */
export async function refusalOf(text: string | Uint8Array, hints: Hints = {}) {
  const outcome = await readText(text, hints)
  if (outcome.ok) throw new Error(`Read: ${outcome.value.flatMap(linesOf).join('; ')}`)
  return [outcome.refusal, outcome.facts] as const
}
