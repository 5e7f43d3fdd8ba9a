import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { story } from '../../../platform/input.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { TaskId, kindsOfTask } from '../task.ts'

/** Somebody of the organisation that should act says how it ended. */
export const closeTask = command({
  name: 'tasks.close',
  input: z.object({ personId: PersonId, taskId: TaskId, how: story(1_000) }),
  allow: 'answer a task',
  async run({ tx, actor, now }, { personId, taskId, how }) {
    const task = await tx
      .selectFrom('tasks.task')
      .select(['kind', 'organisation_id', 'closed_at'])
      .where('person_id', '=', personId)
      .where('id', '=', taskId)
      .forUpdate()
      .executeTakeFirst()
    if (!task) return refuse('no-such-task')
    if (task.closed_at) return refuse('closed-already')
    if (!(actor.grantees as readonly string[]).includes(task.organisation_id))
      return refuse('not-your-organisation')
    const { name, closes } = kindsOfTask[task.kind]
    if (closes === 'when-it-comes-right') return refuse('closes-when-it-comes-right')
    await tx
      .updateTable('tasks.task')
      .set({ closed_at: now, closed_by: actor.userId, closed_with: how })
      .where('person_id', '=', personId)
      .where('id', '=', taskId)
      .execute()
    return done({ name })
  },
  says: ({ name }, { how }) => `Closed “${name}”: ${how}`,
})
