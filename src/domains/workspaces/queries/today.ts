import { z } from 'zod'
import { query } from '../../../platform/query.ts'
import { kindsFor, openTasks } from '../../tasks/index.ts'
import type { OpenTask } from '../../tasks/index.ts'

export const tasksPerPage = 25

export type Today = { tasks: readonly OpenTask[]; total: number }

/** What needs somebody: mine, or everybody's of my organisations. */
export const today = query({
  name: 'workspaces.today',
  input: z.object({ whose: z.enum(['mine', 'everybody']), pageNo: z.int().min(1).max(10_000) }),
  allow: 'answer a task',
  read: ({ database, viewer }, { whose, pageNo }): Promise<Today> =>
    openTasks(database, viewer, {
      whose,
      kinds: kindsFor(viewer),
      limit: tasksPerPage,
      skip: (pageNo - 1) * tasksPerPage,
    }),
})
