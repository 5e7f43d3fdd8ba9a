import { z } from 'zod'
import { query } from '../../../platform/query.ts'
import { PersonId, filesOfPerson } from '../../people/index.ts'
import type { Commitment } from '../commitment.ts'
import { openCommitments } from '../commitment-store.ts'
import type { MoneyOn } from './money-on.ts'
import { moneyOn } from './money-on.ts'

/** Everything that is set aside: what is to be paid, and what is kept for something. */
export type Kept = { money: MoneyOn; toPay: readonly Commitment[] }

export const kept = query({
  name: 'budgets.kept',
  input: z.object({ personId: PersonId }),
  allow: 'see a budget',
  async read({ database, viewer, today }, { personId }): Promise<Kept> {
    const files = await filesOfPerson(database, viewer, personId)
    return {
      money: await moneyOn(database, viewer, files, today),
      toPay: await openCommitments(database, viewer, files),
    }
  },
})
