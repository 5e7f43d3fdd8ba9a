import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { absolute } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { lockQuestion, startExplaining } from '../answering.ts'
import type { Explaining, WaitingLine } from '../answering.ts'
import { answer, matchOf } from '../answers.ts'
import type { Answer } from '../answers.ts'
import type { Match } from '../matching.ts'
import { QuestionId } from '../statement-line.ts'

/**
 * Answers "what was this for?". A plain answer serves every payment that waits with it, and what it teaches is tried
 * on the rest (a refund finds its payment); a split, or "it was mine", is about the first payment alone.
 */
export const answerQuestion = command({
  name: 'statements.answer-question',
  input: z.object({ personId: PersonId, questionId: QuestionId, answer }),
  allow: 'answer for a budget',
  async run(context, { personId, questionId, answer: said }) {
    const question = await lockQuestion(context, personId, questionId)
    const [first, ...rest] = question?.waiting ?? []
    if (!question || !first) return refuse('no-such-question')
    const explaining = await startExplaining(context, personId, question)
    const matched = await matchOf({ context, personId, line: first, known: explaining }, said)
    if (!matched.ok) return matched
    learnFrom(explaining, first, said, matched.value)
    await explaining.explainLine(first, matched.value, 'answer')
    for (const line of rest) await tryOn(explaining, line, said, matched.value)
    await explaining.finish()
    return done({ questionId, what: matched.value.what })
  },
  says: ({ what }) => `Said what a payment was for: ${what}`,
})

/** A payee that is paid for one line is known by it from now on. */
function learnFrom(explaining: Explaining, line: WaitingLine, said: Answer, match: Match) {
  const [part, ...others] = match.parts
  if (!match.payeeId || !part || others.length > 0 || match.kind === 'refund') return
  const on = explaining.linesOn(line.bookedOn).find((each) => each.lineId === part.lineId)
  if (on) explaining.learn(line, match.payeeId, on.planLineId, said.was === 'spent' && said.always)
}

/** The others that wait: the same answer for payments of the same payee, else what is certain now. */
async function tryOn(explaining: Explaining, line: WaitingLine, said: Answer, first: Match) {
  if (said.was === 'spent' && line.amount < 0n) {
    const parts = first.parts.map(({ lineId }) => ({ lineId, amount: absolute(line.amount) }))
    await explaining.explainLine(line, { ...first, parts }, 'answer')
    return
  }
  const decision = explaining.matcher.decide(line)
  if (decision.certain) await explaining.explainLine(line, decision.match, 'certain')
}
