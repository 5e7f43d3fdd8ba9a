import { z } from 'zod'
import { addDays, startOfFinancialYear, addMonths } from '../../../platform/day.ts'
import type { Days } from '../../../platform/day.ts'
import { query } from '../../../platform/query.ts'
import { organisationsById } from '../../organisations/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { PersonId, findPerson } from '../../people/index.ts'
import { findPlan } from '../../plans/index.ts'
import type { Plan } from '../../plans/index.ts'
import { holdingOptions } from '../holding.ts'
import type { HoldingOption } from '../holding.ts'
import { accountsOfPerson, budgetsOf } from './budgets.ts'

/** What can be chosen when a budget is awarded. */
export type AwardChoices = {
  plan: Plan
  icb: Organisation
  council: Organisation | undefined
  held: readonly HoldingOption[]
  /** From the end of the last budget (else today) to the end of that financial year. */
  proposed: Days
}

/** Undefined where there is no plan yet, and so nothing to award money for. */
export const awardChoices = query({
  name: 'budgets.award-choices',
  input: z.object({ personId: PersonId }),
  allow: 'award budgets',
  async read({ database, viewer, today }, { personId }): Promise<AwardChoices | undefined> {
    const person = await findPerson(database, viewer, personId)
    const plan = person && (await findPlan(database, viewer, person.files))
    if (!person || !plan) return undefined
    const ids = [person.icbId, ...(person.councilId ? [person.councilId] : [])]
    const organisations = await organisationsById(database, ids)
    const icb = organisations.get(person.icbId)
    if (!icb) throw new Error(`There is no ICB ${person.icbId}`)
    const accounts = await accountsOfPerson(database, viewer, person.files)
    const budgets = await budgetsOf(database, viewer, person.files)
    const last = budgets
      .map((budget) => budget.ended?.on ?? budget.days.until)
      .toSorted()
      .at(-1)
    const from = last && last >= addDays(today, -92) ? last : today
    return {
      plan,
      icb,
      council: person.councilId && organisations.get(person.councilId),
      held: holdingOptions(accounts.filter((account) => account.closedOn === undefined)),
      proposed: { from, until: addMonths(startOfFinancialYear(from), 12) },
    }
  },
})
