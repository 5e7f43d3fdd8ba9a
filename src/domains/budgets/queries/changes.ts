import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import type { Day } from '../../../platform/day.ts'
import type { Pence } from '../../../platform/money.ts'
import { visible } from '../../../platform/visibility.ts'
import type { PersonId } from '../../people/index.ts'
import type { BudgetId } from '../budget.ts'
import type { ChangeKind } from '../change.ts'

/** What was changed of a budget after it was awarded, and why. */
export type Change = {
  id: string
  kind: ChangeKind
  amount: Pence
  reason: string
  toldOn: Day
  effectiveOn: Day
  /** Whoever decided it, by name. */
  decidedBy: string
}

/** In the order in which they take effect. */
export async function changesOf(
  database: Database,
  viewer: Viewer,
  files: readonly PersonId[],
  budgetId: BudgetId,
): Promise<Change[]> {
  return database
    .selectFrom('budgets.change as change')
    .innerJoin('accounts.user as decider', 'decider.id', 'change.decided_by')
    .select([
      'change.id',
      'change.kind',
      'change.amount',
      'change.reason',
      'change.told_on as toldOn',
      'change.effective_on as effectiveOn',
      'decider.name as decidedBy',
    ])
    .where('change.person_id', 'in', files)
    .where('change.budget_id', '=', budgetId)
    .where(visible(viewer, 'change.person_id'))
    .orderBy('change.effective_on')
    .orderBy('change.id')
    .limit(500)
    .execute()
}
