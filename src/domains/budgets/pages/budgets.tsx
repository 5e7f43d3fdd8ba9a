import { z } from 'zod'
import type { Pence } from '../../../platform/money.ts'
import { showMoney, sum } from '../../../platform/money.ts'
import { query } from '../../../platform/query.ts'
import { Button, Table, Tag } from '../../../ui/nhsuk/index.ts'
import { capital } from '../../../ui/capital.ts'
import { page } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { PersonId, filesOfPerson, pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { nameOfPeriod } from '../budget.ts'
import type { Budget } from '../budget.ts'
import { basisWords } from '../funding.ts'
import { budgetsOf } from '../queries/budgets.ts'
import { linesOfBudgets } from '../queries/lines.ts'
import { stateOfBudget } from '../state-of-budget.ts'

type Listed = { budget: Budget; awarded: Pence }

export const budgetsOfPerson = query({
  name: 'budgets.all',
  input: z.object({ personId: PersonId }),
  allow: 'see a budget',
  async read({ database, viewer, today }, { personId }): Promise<Listed[]> {
    const files = await filesOfPerson(database, viewer, personId)
    const budgets = await budgetsOf(database, viewer, files)
    const lines = await linesOfBudgets(database, viewer, files, today)
    return budgets.map((budget) => ({
      budget,
      awarded: sum(lines.filter((line) => line.budgetId === budget.id).map((line) => line.awarded)),
    }))
  },
})

/** Every budget there was and is, the newest first. */
export async function showBudgets(visit: PersonVisit): Promise<Reply> {
  const budgets = await visit.ask(budgetsOfPerson, { personId: visit.person.id })
  const path = pathOf(visit.person)
  return page({
    title: 'Budgets',
    back: { href: visit.own ? path : `${path}/glance` },
    body: (
      <>
        <h1>{visit.own ? 'Your budgets' : `${visit.person.knownAs}’s budgets`}</h1>
        {budgets.length === 0 ? (
          <p>There is no budget yet. It appears here when it is awarded.</p>
        ) : (
          <Table
            responsive
            head={['For', 'On what ground', { text: 'Awarded', format: 'numeric' }, 'How it stands']}
            rows={budgets.map(({ budget, awarded }) => {
              const { words, colour } = stateOfBudget(budget, visit.today)
              return [
                { text: <a href={`${path}/budgets/${budget.id}`}>{nameOfPeriod(budget.days)}</a> },
                capital(basisWords[budget.basis]),
                { text: showMoney(awarded), format: 'numeric' as const },
                { text: <Tag colour={colour}>{words}</Tag> },
              ]
            })}
          />
        )}
        {visit.actor.permissions.has('award budgets') && (
          <Button href={`${path}/budgets/new`}>Award a budget</Button>
        )}
        <p>
          <a href={`${path}/accounts`}>The accounts that hold the money</a>
        </p>
      </>
    ),
  })
}
