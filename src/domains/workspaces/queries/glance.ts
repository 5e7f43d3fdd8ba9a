import { z } from 'zod'
import { query } from '../../../platform/query.ts'
import { coordinatorOf } from '../../accounts/index.ts'
import { budgetsOf, isRunning, moneyOn } from '../../budgets/index.ts'
import type { Budget, MoneyOn } from '../../budgets/index.ts'
import { organisationsById } from '../../organisations/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { PersonId, findPerson } from '../../people/index.ts'
import type { Person } from '../../people/index.ts'
import { bankLines, openQuestions } from '../../statements/index.ts'
import type { BankLine, Question } from '../../statements/index.ts'
import { openTasks, taskKinds } from '../../tasks/index.ts'
import type { OpenTask } from '../../tasks/index.ts'

/** A person at a glance, for staff who know them or stand in. */
export type Glance = {
  person: Person
  coordinator: string | undefined
  icb: Organisation | undefined
  council: Organisation | undefined
  tasks: readonly OpenTask[]
  questions: readonly Question[]
  money: MoneyOn
  running: readonly Budget[]
  lastPayments: readonly BankLine[]
}

const paymentsShown = 8

export const glance = query({
  name: 'workspaces.glance',
  input: z.object({ personId: PersonId }),
  allow: 'see the caseload',
  async read({ database, viewer, today }, { personId }): Promise<Glance | undefined> {
    const person = await findPerson(database, viewer, personId)
    if (!person) return undefined
    const { files } = person
    const organisations = await organisationsById(
      database,
      [person.icbId, person.councilId].filter((id) => id !== undefined),
    )
    const budgets = await budgetsOf(database, viewer, files)
    const { tasks } = await openTasks(database, viewer, {
      whose: 'everybody',
      kinds: taskKinds,
      files,
      limit: 20,
      skip: 0,
    })
    const { lines } = await bankLines(database, viewer, files, {}, 1)
    return {
      person,
      coordinator: (await coordinatorOf(database, viewer, files))?.name,
      icb: organisations.get(person.icbId),
      council: person.councilId && organisations.get(person.councilId),
      tasks,
      questions: await openQuestions(database, viewer, files),
      money: await moneyOn(database, viewer, files, today),
      running: budgets.filter((budget) => isRunning(budget, today)),
      lastPayments: lines.slice(0, paymentsShown),
    }
  },
})
