import { explain } from '../../formats/index.ts'

/**
 * What is wrong with a statement, where, and what to do: in words that can be sent to the bank. Reading problems have
 * their words with the readers; these are the import's own.
 */
export function explainProblem(problem: { name: string; facts: Readonly<Record<string, string>> }): string {
  const own = ownWords[problem.name]
  return own ? own(problem.facts) : explain(problem.name, problem.facts)
}

type Facts = Readonly<Record<string, string>>
const where = ({ place }: Facts) => (place === undefined ? '' : ` (entry ${place})`)

const ownWords: Readonly<Record<string, (facts: Facts) => string>> = {
  'not-in-pounds': (facts) =>
    `This statement is in ${facts['currency'] ?? 'another currency'}${where(facts)}, and a budget is in pounds. Hand in the statement of the account that is in pounds.`,
  'part-of-a-penny': (facts) =>
    `An amount${where(facts)} has parts of a penny, so it cannot be a payment in pounds. Ask your bank for the statement again.`,
  'too-much-money': (facts) =>
    `An amount${where(facts)} is far larger than any payment can be. Ask your bank for the statement again.`,
}
