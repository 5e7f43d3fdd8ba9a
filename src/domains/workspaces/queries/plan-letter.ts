import { z } from 'zod'
import { query } from '../../../platform/query.ts'
import { budgetsOf, isRunning, linesOfBudgets } from '../../budgets/index.ts'
import type { LineOfBudget } from '../../budgets/index.ts'
import { PersonId, filesOfPerson } from '../../people/index.ts'
import { findPlan } from '../../plans/index.ts'
import type { Plan, PlanLine } from '../../plans/index.ts'

/** The plan as it is read: each line with how its money is held in the budget that runs, if one does. */
export type PlanLetter = Omit<Plan, 'lines'> & {
  lines: readonly (PlanLine & {
    held: LineOfBudget['held'] | undefined
    lineId: LineOfBudget['id'] | undefined
  })[]
}

export const planLetter = query({
  name: 'workspaces.plan',
  input: z.object({ personId: PersonId }),
  allow: 'see a budget',
  async read({ database, viewer, today }, { personId }): Promise<PlanLetter | undefined> {
    const files = await filesOfPerson(database, viewer, personId)
    const plan = await findPlan(database, viewer, files)
    if (!plan) return undefined
    const running = new Set(
      (await budgetsOf(database, viewer, files))
        .filter((each) => isRunning(each, today))
        .map((each) => each.id),
    )
    const budgeted = (await linesOfBudgets(database, viewer, files, today)).filter((line) =>
      running.has(line.budgetId),
    )
    return {
      ...plan,
      lines: plan.lines.map((line) => {
        const funded = budgeted.find((each) => each.planLineId === line.id)
        return { ...line, held: funded?.held, lineId: funded?.id }
      }),
    }
  },
})
