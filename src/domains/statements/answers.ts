import { z } from 'zod'
import type { CommandContext } from '../../platform/command.ts'
import { penceAboveNothing, words } from '../../platform/input.ts'
import { absolute, nothing, sum } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import { done, refuse } from '../../platform/outcome.ts'
import type { Outcome } from '../../platform/outcome.ts'
import { CommitmentId } from '../budgets/index.ts'
import type { PersonId } from '../people/index.ts'
import { PlanLineId } from '../plans/index.ts'
import type { PayeeId } from '../plans/index.ts'
import { payeeOf } from './answering.ts'
import type { Answerable, WaitingLine } from './answering.ts'
import { movedWords } from './matching.ts'
import type { Match } from './matching.ts'

const spent = z.object({
  was: z.literal('spent'),
  planLineId: PlanLineId,
  /** Do not ask about this payee again. */
  always: z.boolean(),
  payee: words(100).optional(),
})
const split = z.object({
  was: z.literal('split'),
  parts: z
    .array(z.object({ planLineId: PlanLineId, amount: penceAboveNothing }))
    .min(2)
    .max(10),
  payee: words(100).optional(),
})
const setAside = z.object({ was: z.literal('set-aside'), commitmentId: CommitmentId })
const refund = z.object({
  was: z.literal('refund'),
  planLineId: PlanLineId,
  payee: words(100).optional(),
})
const plainAnswers = [
  'mine',
  'moved',
  'given-back',
  'paid-back',
  'own-money',
  'contribution',
  'interest',
] as const
const plain = z.object({ was: z.enum(plainAnswers) })

/** What somebody can say that a payment was. */
export const answer = z.discriminatedUnion('was', [spent, split, setAside, refund, plain])
export type Answer = z.output<typeof answer>

export type AnswerRefusal =
  | 'no-such-question'
  | 'no-such-line'
  | 'does-not-add-up'
  | 'money-in-is-not-spent'
  | 'money-out-is-not-received'
  | 'nothing-like-it'
  | 'nobody-to-give-it-to'

type Asked = { context: CommandContext; personId: PersonId; line: WaitingLine; known: Answerable }

/** The match that an answer makes of a line, or why it cannot be that. */
export async function matchOf(asked: Asked, said: Answer): Promise<Outcome<Match, AnswerRefusal>> {
  const direction = asked.line.amount > 0n ? 'in' : 'out'
  if (said.was !== 'moved' && directionOf[said.was] !== direction) {
    return refuse(direction === 'in' ? 'money-in-is-not-spent' : 'money-out-is-not-received')
  }
  switch (said.was) {
    case 'spent':
      return spentOn(asked, said)
    case 'split':
      return splitOver(asked, said)
    case 'refund':
      return refunded(asked, said)
    case 'set-aside':
      return settled(asked, said)
    case 'given-back':
      return asked.known.somebodyPays ? plainly(asked, said.was) : refuse('nobody-to-give-it-to')
    case 'mine':
    case 'moved':
    case 'paid-back':
    case 'own-money':
    case 'contribution':
    case 'interest':
      return plainly(asked, said.was)
  }
}

async function spentOn(
  { context, personId, line, known }: Asked,
  said: z.output<typeof spent>,
): Promise<Outcome<Match, AnswerRefusal>> {
  const on = known.linesOn(line.bookedOn).find((each) => each.planLineId === said.planLineId)
  if (!on) return refuse('no-such-line')
  const payee = await payeeOf(context, personId, line, said.payee)
  return done({
    kind: 'spent',
    what: on.name,
    reason: said.always ? `You said: always for ${on.name}` : `You said: for ${on.name}`,
    parts: [{ lineId: on.lineId, amount: absolute(line.amount) }],
    payeeId: payee.id,
  })
}

async function splitOver(
  { context, personId, line, known }: Asked,
  said: z.output<typeof split>,
): Promise<Outcome<Match, AnswerRefusal>> {
  const lines = known.linesOn(line.bookedOn)
  const names: string[] = []
  const parts: Match['parts'][number][] = []
  for (const { planLineId, amount } of said.parts) {
    const on = lines.find((each) => each.planLineId === planLineId)
    if (!on) return refuse('no-such-line')
    names.push(on.name)
    parts.push({ lineId: on.lineId, amount })
  }
  const onTwice = new Set(parts.map((part) => part.lineId)).size < parts.length
  if (onTwice || !addsUp(parts, line.amount)) return refuse('does-not-add-up')
  const payee = await payeeOf(context, personId, line, said.payee)
  const reason = 'You said how it splits'
  return done({ kind: 'spent', what: names.join(' and '), reason, parts, payeeId: payee.id })
}

async function refunded(
  { context, personId, line, known }: Asked,
  said: z.output<typeof refund>,
): Promise<Outcome<Match, AnswerRefusal>> {
  const on = known.linesOn(line.bookedOn).find((each) => each.planLineId === said.planLineId)
  if (!on) return refuse('no-such-line')
  const payee = await payeeOf(context, personId, line, said.payee)
  return done({
    kind: 'refund',
    what: `Money back, ${on.name}`,
    reason: `You said: money back for ${on.name}`,
    parts: [{ lineId: on.lineId, amount: line.amount }],
    payeeId: payee.id,
  })
}

async function settled(
  { context, personId, line, known }: Asked,
  said: z.output<typeof setAside>,
): Promise<Outcome<Match, AnswerRefusal>> {
  const promised = known.commitmentLike(said.commitmentId, absolute(line.amount))
  if (!promised) return refuse('nothing-like-it')
  const payeeId: PayeeId = promised.payeeId ?? (await payeeOf(context, personId, line, undefined)).id
  return done({
    kind: 'set-aside',
    what: promised.words,
    reason: `You said: what was set aside for ${promised.words}`,
    parts: promised.parts,
    payeeId,
    commitmentId: promised.id,
  })
}

function plainly({ line, known }: Asked, was: (typeof plainAnswers)[number]): Outcome<Match, AnswerRefusal> {
  const contributionDueId = was === 'contribution' ? known.contributionLike(line.amount) : undefined
  const said = was === 'moved' ? movedAsSaid(line.amount > 0n ? 'in' : 'out') : plainWords[was]
  return done({ kind: was, ...said, parts: [], contributionDueId })
}

const addsUp = (parts: readonly { amount: Pence }[], amount: Pence): boolean =>
  sum(parts.map((part) => part.amount)) === absolute(amount) && parts.every((part) => part.amount > nothing)

/** Money moves between their accounts both ways: that is asked of neither. */
const directionOf: Record<Exclude<Answer['was'], 'moved'>, 'in' | 'out'> = {
  spent: 'out',
  split: 'out',
  'set-aside': 'out',
  mine: 'out',
  'given-back': 'out',
  refund: 'in',
  'paid-back': 'in',
  'own-money': 'in',
  contribution: 'in',
  interest: 'in',
}

const movedAsSaid = (way: 'in' | 'out') => ({
  what: movedWords[way],
  reason: `You said: ${movedWords[way].toLowerCase()}`,
})

const plainWords: Record<
  Exclude<(typeof plainAnswers)[number], 'moved'>,
  { what: string; reason: string }
> = {
  mine: { what: 'Not for the budget: owed back', reason: 'You said: mine, the wrong card' },
  'given-back': { what: 'Given back to who pays', reason: 'You said: given back' },
  'paid-back': { what: 'Paid back', reason: 'You said: paid back what was owed' },
  'own-money': { what: 'Own money put in', reason: 'You said: my own money' },
  contribution: { what: 'Contribution', reason: 'You said: my contribution' },
  interest: { what: 'Interest', reason: 'You said: interest from the bank' },
}
