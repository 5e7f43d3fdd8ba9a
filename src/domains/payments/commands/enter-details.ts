import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { newId } from '../../../platform/id.ts'
import { words } from '../../../platform/input.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { AccountId } from '../../budgets/index.ts'
import { PersonId } from '../../people/index.ts'
import { PayeeId } from '../../plans/index.ts'
import { DetailsId } from '../payment.ts'

/** Where payments go: to an account that holds their money, or to somebody that the NHS pays for them. */
export const enterDetails = command({
  name: 'payments.enter-details',
  input: z.object({
    personId: PersonId,
    newDetailsId: DetailsId.optional(),
    accountId: AccountId.optional(),
    payeeId: PayeeId.optional(),
    accountName: words(80),
    sortCode: z.string().regex(/^\d{6}$/, 'must be six digits'),
    accountNumber: z.string().regex(/^\d{8}$/, 'must be eight digits'),
  }),
  allow: 'pay people',
  async run({ tx, actor, now, today }, input) {
    const { personId, accountId, payeeId } = input
    if ((accountId === undefined) === (payeeId === undefined)) return refuse('one-of-both')
    const whose = accountId
      ? await tx
          .selectFrom('budgets.account')
          .select('name')
          .where('person_id', '=', personId)
          .where('id', '=', accountId)
          .where('closed_on', 'is', null)
          .executeTakeFirst()
      : await tx
          .selectFrom('plans.payee')
          .select('name')
          .where('person_id', '=', personId)
          .where('id', '=', payeeId ?? ('' as PayeeId))
          .executeTakeFirst()
    if (!whose) return refuse('nobody-to-pay')
    const ended = tx
      .updateTable('payments.details')
      .set({ ended_on: today })
      .where('person_id', '=', personId)
      .where('ended_on', 'is', null)
    await (
      accountId
        ? ended.where('account_id', '=', accountId)
        : ended.where('payee_id', '=', payeeId ?? ('' as PayeeId))
    ).execute()
    const detailsId = input.newDetailsId ?? newId<'details'>()
    await tx
      .insertInto('payments.details')
      .values({
        person_id: personId,
        id: detailsId,
        account_id: accountId ?? null,
        payee_id: payeeId ?? null,
        account_name: input.accountName,
        sort_code: input.sortCode,
        account_number: input.accountNumber,
        entered_by: actor.userId,
        entered_at: now,
      })
      .execute()
    return done({ detailsId, name: whose.name })
  },
  says: ({ name }) => `Entered where to pay “${name}”`,
})
