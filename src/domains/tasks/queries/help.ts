import { z } from 'zod'
import { query } from '../../../platform/query.ts'
import { visible } from '../../../platform/visibility.ts'
import { coordinatorOf } from '../../accounts/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { PersonId, findPerson } from '../../people/index.ts'
import type { TaskId, TaskKind } from '../task.ts'

/** Who answers when something is wrong, and what this person told us before. */
export type HelpModel = {
  coordinator: string | undefined
  icb: Organisation | undefined
  told: readonly Told[]
}

export type Told = {
  id: TaskId
  kind: TaskKind
  words: string
  at: Date
  ended: { at: Date; how: string } | undefined
}

const most = 50

export const helpOfPerson = query({
  name: 'tasks.help',
  input: z.object({ personId: PersonId }),
  allow: 'see a budget',
  async read({ database, viewer }, { personId }): Promise<HelpModel | undefined> {
    const person = await findPerson(database, viewer, personId)
    if (!person) return undefined
    const rows = await database
      .selectFrom('tasks.task as task')
      .select([
        'task.id',
        'task.kind',
        'task.words',
        'task.opened_at as at',
        'task.closed_at',
        'task.closed_with',
      ])
      .where('task.person_id', 'in', person.files)
      .where('task.kind', 'in', ['nobody-came', 'need-help'])
      .where(visible(viewer, 'task.person_id'))
      .orderBy('task.opened_at', 'desc')
      .limit(most)
      .execute()
    return {
      coordinator: (await coordinatorOf(database, viewer, person.files))?.name,
      icb: await findOrganisation(database, person.icbId),
      told: rows.map(({ closed_at, closed_with, ...told }) => ({
        ...told,
        ended: closed_at ? { at: closed_at, how: closed_with ?? '' } : undefined,
      })),
    }
  },
})
