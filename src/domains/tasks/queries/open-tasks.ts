import { sql } from 'kysely'
import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import type { Day } from '../../../platform/day.ts'
import { visible } from '../../../platform/visibility.ts'
import type { PersonId } from '../../people/index.ts'
import { kindsOfTask, taskKinds } from '../task.ts'
import type { TaskId, TaskKind } from '../task.ts'

/** A task as a list shows it. */
export type OpenTask = {
  id: TaskId
  personId: PersonId
  personName: string
  kind: TaskKind
  aboutId: string | undefined
  words: string
  openedAt: Date
  dueOn: Day
  /** The person's present coordinator, who acts where a coordinator should. */
  coordinator: string | undefined
}

export type TaskFilter = {
  /** `mine`: of people whom this viewer coordinates, and of those whom nobody does. */
  whose: 'mine' | 'everybody'
  kinds: readonly TaskKind[]
  /** Only about these. */
  files?: readonly PersonId[]
  limit: number
  skip: number
}

/** The kinds that somebody with these permissions acts on. */
export function kindsFor(viewer: Viewer): TaskKind[] {
  const finance = viewer.permissions.has('pay people')
  return taskKinds.filter((kind) => (kindsOfTask[kind].acts === 'finance') === finance)
}

/** What is open for the organisations of this viewer, most harm first and then what is due first; and how much in all. */
export async function openTasks(
  database: Database,
  viewer: Viewer,
  { whose, kinds, files, limit, skip }: TaskFilter,
): Promise<{ tasks: OpenTask[]; total: number }> {
  const order = [...taskKinds]
  const answer = await sql<
    OpenTask & { total: bigint; about: string | null; coordinatorName: string | null }
  >`
    select task.id, task.person_id as "personId", person.given_name || ' ' || person.family_name as "personName",
           task.kind, task.about_id as about, task.words, task.opened_at as "openedAt", task.due_on as "dueOn",
           coordinator.name as "coordinatorName", count(*) over () as total
    from tasks.task task
    join people.person person on person.id = task.person_id
    left join lateral (
      select u.id, u.name from accounts.coordinator appointed
      join accounts."user" u on u.id = appointed.user_id
      where appointed.person_id = task.person_id and appointed.ends_on is null limit 1
    ) coordinator on true
    where task.closed_at is null and task.kind = any (${[...kinds]})
      and task.organisation_id = any (${[...viewer.grantees]}::uuid[])
      and ${visible(viewer, 'task.person_id')}
      and (${files === undefined} or task.person_id = any (${[...(files ?? [])]}::uuid[]))
      and (${whose === 'everybody'} or coordinator.id is null or coordinator.id = ${viewer.userId})
    order by array_position(${order}::text[], task.kind), task.due_on, task.opened_at, task.id
    limit ${limit} offset ${skip}`.execute(database)
  return {
    tasks: answer.rows.map(({ total: _total, about, coordinatorName, ...task }) => ({
      ...task,
      aboutId: about ?? undefined,
      coordinator: coordinatorName ?? undefined,
    })),
    total: Number(answer.rows[0]?.total ?? 0n),
  }
}
