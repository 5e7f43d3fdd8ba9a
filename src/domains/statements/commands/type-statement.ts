import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { newId } from '../../../platform/id.ts'
import { daySchema, penceSchema, words } from '../../../platform/input.ts'
import { minus, plus, showMoney, sum } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { AccountId } from '../../budgets/index.ts'
import { PersonId } from '../../people/index.ts'
import { lockImport, takeIn } from '../importing.ts'
import type { WholeReading } from '../reading.ts'
import { stageTyped } from '../staging.ts'
import { ImportId } from '../statement-line.ts'

/** Payments typed in from paper or a phone's screen. With both balances they must add up before anything is kept. */
export const typeStatement = command({
  name: 'statements.type-statement',
  input: z.object({
    personId: PersonId,
    newImportId: ImportId.optional(),
    accountId: AccountId,
    opening: penceSchema.optional(),
    closing: penceSchema.optional(),
    lines: z
      .array(
        z.object({
          on: daySchema,
          words: words(120),
          /** In is above nothing, out is below. */
          amount: penceSchema.refine((amount) => amount !== 0n, 'must not be nothing'),
        }),
      )
      .min(1)
      .max(200),
  }),
  allow: 'answer for a budget',
  async run(context, input) {
    const { tx, now, today, actor } = context
    const { personId, accountId, opening, closing } = input
    const late = input.lines.find((line) => line.on > today)
    if (late) return refuse('not-yet', { on: late.on })
    const total = sum(input.lines.map((line) => line.amount))
    const bothGiven = opening !== undefined && closing !== undefined
    if (bothGiven && plus(opening, total) !== closing) {
      return refuse('does-not-add-up', { off: showMoney(minus(closing, plus(opening, total))) })
    }
    const importId = input.newImportId ?? newId<'import'>()
    await tx
      .insertInto('statements.import')
      .values({
        person_id: personId,
        id: importId,
        account_id: accountId,
        started_by: actor.userId,
        started_at: now,
        state: 'reading',
      })
      .execute()
    const lines = input.lines.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
    await stageTyped(
      tx,
      { personId, importId },
      lines.map((line) => ({ bookedOn: line.on, amount: line.amount, text: line.words })),
    )
    const started = await lockImport(context, personId, importId)
    if (!started) throw new Error('The statement that was just begun is gone')
    const statement = {
      statement: 0,
      account: {},
      opening,
      closing,
      from: lines[0]?.on,
      to: lines.at(-1)?.on,
      lines: lines.length,
      proof: bothGiven ? ('holds' as const) : ('not-given' as const),
      newestFirst: false,
    }
    const reading: WholeReading = { ok: true, format: 'typed in', statements: [statement], notBooked: 0 }
    const state = await takeIn(context, started, reading)
    return done({ importId, state })
  },
  says: (_value, { lines }) => `Typed in ${lines.length} payments`,
})
