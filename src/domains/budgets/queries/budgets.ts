import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import type { Day } from '../../../platform/day.ts'
import { visible } from '../../../platform/visibility.ts'
import type { PersonId } from '../../people/index.ts'
import type { Account } from '../account.ts'
import type { Budget } from '../budget.ts'

type Handle = Pick<Database, 'selectFrom'>

/** The budgets of these files, the newest first. */
export async function budgetsOf(
  database: Handle,
  viewer: Viewer,
  files: readonly PersonId[],
): Promise<Budget[]> {
  const rows = await database
    .selectFrom('budgets.budget as budget')
    .select([
      'budget.id',
      'budget.person_id as personId',
      'budget.starts_on',
      'budget.until_on',
      'budget.basis',
      'budget.payer_id as payerId',
      'budget.paid_every as paidEvery',
      'budget.cost_code as costCode',
      'budget.ended_on',
      'budget.ended_because',
    ])
    .where('budget.person_id', 'in', files)
    .where(visible(viewer, 'budget.person_id'))
    .orderBy('budget.starts_on', 'desc')
    .orderBy('budget.id', 'desc')
    .execute()
  return rows.map(({ starts_on, until_on, ended_on, ended_because, costCode, ...budget }) => ({
    ...budget,
    days: { from: starts_on, until: until_on },
    costCode: costCode ?? undefined,
    ended: ended_on && ended_because ? { on: ended_on, because: ended_because } : undefined,
  }))
}

export const isRunning = (budget: Budget, on: Day): boolean =>
  budget.days.from <= on && on < (budget.ended?.on ?? budget.days.until)

/** The accounts that hold this person's money, closed ones too, in the order that they were opened. */
export async function accountsOfPerson(
  database: Handle,
  viewer: Viewer,
  files: readonly PersonId[],
): Promise<Account[]> {
  const rows = await database
    .selectFrom('budgets.account as account')
    .select([
      'account.id',
      'account.person_id as personId',
      'account.kind',
      'account.name',
      'account.holder_id',
      'account.sort_code',
      'account.account_number',
      'account.opened_on as openedOn',
      'account.closed_on',
    ])
    .where('account.person_id', 'in', files)
    .where(visible(viewer, 'account.person_id'))
    .orderBy('account.opened_on')
    .orderBy('account.id')
    .execute()
  return rows.map(({ holder_id, sort_code, account_number, closed_on, ...account }) => ({
    ...account,
    holderId: holder_id ?? undefined,
    sortCode: sort_code ?? undefined,
    accountNumber: account_number ?? undefined,
    closedOn: closed_on ?? undefined,
  }))
}
