import { z } from 'zod'
import type { Day } from '../../../platform/day.ts'
import { query } from '../../../platform/query.ts'
import { visible } from '../../../platform/visibility.ts'
import { PersonId, filesOfPerson } from '../../people/index.ts'
import { TaskId } from '../task.ts'
import type { TaskKind } from '../task.ts'

/** One task, open or closed, with who opened and who closed it. */
export type TaskModel = {
  id: TaskId
  personId: PersonId
  kind: TaskKind
  aboutId: string | undefined
  organisation: string
  words: string
  openedBy: string
  openedAt: Date
  dueOn: Day
  closed: { at: Date; by: string; how: string } | undefined
}

export const taskOfPerson = query({
  name: 'tasks.task',
  input: z.object({ personId: PersonId, taskId: TaskId }),
  allow: 'answer a task',
  async read({ database, viewer }, { personId, taskId }): Promise<TaskModel | undefined> {
    const files = await filesOfPerson(database, viewer, personId)
    if (files.length === 0) return undefined
    const row = await database
      .selectFrom('tasks.task as task')
      .innerJoin('organisations.organisation as organisation', 'organisation.id', 'task.organisation_id')
      .leftJoin('accounts.user as opener', 'opener.id', 'task.opened_by')
      .leftJoin('accounts.user as closer', 'closer.id', 'task.closed_by')
      .select([
        'task.id',
        'task.person_id as personId',
        'task.kind',
        'task.about_id',
        'organisation.name as organisation',
        'task.words',
        'opener.name as openedBy',
        'task.opened_at as openedAt',
        'task.due_on as dueOn',
        'task.closed_at',
        'closer.name as closedBy',
        'task.closed_with',
      ])
      .where('task.person_id', 'in', files)
      .where('task.id', '=', taskId)
      .where(visible(viewer, 'task.person_id'))
      .executeTakeFirst()
    if (!row) return undefined
    const { about_id, openedBy, closed_at, closedBy, closed_with, ...task } = row
    return {
      ...task,
      aboutId: about_id ?? undefined,
      openedBy: openedBy ?? 'Commonpurse',
      closed: closed_at
        ? { at: closed_at, by: closedBy ?? 'Commonpurse', how: closed_with ?? '' }
        : undefined,
    }
  },
})
