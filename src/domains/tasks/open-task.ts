import { sql } from 'kysely'
import type { CommandContext } from '../../platform/command.ts'
import { newId } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'
import { sendLater } from '../../platform/messages.ts'
import { coordinatorOf } from '../accounts/index.ts'
import type { UserId } from '../accounts/index.ts'
import type { OrganisationId } from '../organisations/index.ts'
import { filesOfPerson } from '../people/index.ts'
import type { PersonId } from '../people/index.ts'
import { dueOn, kindsOfTask, timesToAct } from './task.ts'
import type { TaskId, TaskKind } from './task.ts'

export type NewTask = {
  personId: PersonId
  kind: TaskKind
  /** The line, question, payment, account … that it is about; left out where the person is. */
  aboutId?: Id<string> | undefined
  /** Why it is here, in one sentence. */
  words: string
  /** Whose finance team acts, for what finance does; their ICB's where nobody else pays. */
  organisationId?: OrganisationId | undefined
}

export type OpenedTask = { taskId: TaskId; toldUserId: UserId | undefined }

const longestWords = 2_000

/**
 * Asks somebody to act: the person's coordinator, else anybody of their ICB (or the finance team). One task for one
 * person, kind and subject while it is open: said again, it stays one, and `saidAgain` tells what becomes of its words.
 * Whoever is named is written to where somebody may be without support, so that it does not wait for their next visit.
 */
export async function openTask(context: CommandContext, task: NewTask): Promise<OpenedTask> {
  const { tx, actor, now, today, cite } = context
  const { personId, kind } = task
  const told = await whoActs(context, task)
  cite(timesToAct.name, timesToAct.version)
  const row = await tx
    .insertInto('tasks.task')
    .values({
      person_id: personId,
      id: newId<'task'>(),
      kind,
      organisation_id: told.organisationId,
      user_id: told.userId ?? null,
      about_id: (task.aboutId as Id<'about'> | undefined) ?? null,
      words: task.words,
      opened_by: actor.userId,
      opened_at: now,
      due_on: dueOn(kind, today),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'kind', 'about_id'])
        .where('closed_at', 'is', null)
        .doUpdateSet({
          words: kindsOfTask[kind].saidAgain === 'adds' ? wordsAdded : sql`excluded.words`,
        }),
    )
    .returning(['id', 'user_id', sql<boolean>`xmax = 0`.as('is_new')])
    .executeTakeFirstOrThrow()
  const isUrgent = kindsOfTask[kind].harm === 'no-care'
  if (row.is_new && isUrgent && row.user_id !== null && row.user_id !== actor.userId) {
    await sendLater(tx, { toUserId: row.user_id, says: 'new-task' })
  }
  return { taskId: row.id, toldUserId: row.user_id ?? undefined }
}

/** The newest words are never the ones that are cut off. */
const wordsAdded = sql<string>`right(task.words || E'\n' || excluded.words, ${sql.lit(longestWords)})`

/** Closes what is open of this kind about this, if anything is: it came right. Answers how many were open. */
export async function closeTasksAbout(
  { tx, actor, now }: CommandContext,
  { personId, kind, aboutId }: Pick<NewTask, 'personId' | 'kind' | 'aboutId'>,
  how: string,
): Promise<number> {
  const closed = await tx
    .updateTable('tasks.task')
    .set({ closed_at: now, closed_by: actor.userId, closed_with: how })
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('about_id', 'is not distinct from', (aboutId as Id<'about'> | undefined) ?? null)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return Number(closed.numUpdatedRows)
}

type WhoActs = { organisationId: OrganisationId; userId: UserId | undefined }

async function whoActs({ tx, actor }: CommandContext, task: NewTask): Promise<WhoActs> {
  const { personId, organisationId } = task
  const person = await tx
    .selectFrom('people.person')
    .select('icb_id')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  if (kindsOfTask[task.kind].acts === 'finance') {
    return { organisationId: organisationId ?? person.icb_id, userId: undefined }
  }
  const files = await filesOfPerson(tx, actor, personId)
  const coordinator = await coordinatorOf(tx, actor, files)
  return { organisationId: coordinator?.organisationId ?? person.icb_id, userId: coordinator?.userId }
}
