import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { newId } from '../../../platform/id.ts'
import { daySchema, penceAboveNothing, words } from '../../../platform/input.ts'
import { showMoney } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import * as ledger from '../../ledger/index.ts'
import { PersonId } from '../../people/index.ts'
import { payeeCalled } from '../../plans/index.ts'
import { CommitmentId, LineId } from '../budget.ts'
import { setAside as setAsideParts, totalOf } from '../commitment.ts'
import { saveCommitment } from '../commitment-store.ts'

/** Sets money aside for something to pay: a booking, wages that the payroll bureau announced, HMRC. */
export const setAside = command({
  name: 'budgets.set-aside',
  input: z.object({
    personId: PersonId,
    newCommitmentId: CommitmentId.optional(),
    words: words(120),
    /** Who will be paid, by the name that the person uses. */
    payee: words(100).optional(),
    on: daySchema.optional(),
    dueOn: daySchema.optional(),
    parts: z
      .array(z.object({ lineId: LineId, amount: penceAboveNothing }))
      .min(1)
      .max(20),
  }),
  allow: 'answer for a budget',
  async run({ tx, now, today }, input) {
    const { personId, parts } = input
    const on = input.on ?? today
    if (on > today) return refuse('not-yet')
    if (new Set(parts.map((part) => part.lineId)).size < parts.length) return refuse('line-twice')
    const decided = setAsideParts(parts, await ledger.lockPurse(tx, personId))
    if (!decided.ok) return decided
    const commitmentId = input.newCommitmentId ?? newId<'commitment'>()
    const payeeId = input.payee === undefined ? undefined : await payeeCalled(tx, personId, input.payee)
    await saveCommitment(tx, {
      personId,
      id: commitmentId,
      words: input.words,
      payeeId,
      setAsideOn: on,
      dueOn: input.dueOn,
      parts,
    })
    await ledger.post({ tx, now }, [
      {
        personId,
        event: 'set-aside',
        subjectId: commitmentId,
        occurredOn: on,
        why: `Set aside: ${input.words}`,
        transfers: decided.value,
      },
    ])
    return done({ commitmentId })
  },
  says: (_value, { words: what, parts }) => `Set ${showMoney(totalOf(parts))} aside: ${what}`,
})
