import { sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '../../../platform/day.ts'
import { query } from '../../../platform/query.ts'
import { visible } from '../../../platform/visibility.ts'
import { isWanted } from '../../people/index.ts'
import type { PersonId } from '../../people/index.ts'
import { taskKinds } from '../../tasks/index.ts'
import type { TaskKind } from '../../tasks/index.ts'

export const peoplePerPage = 50

/** Somebody in a list of people: who they are, and what needs somebody. */
export type CaseloadRow = {
  personId: PersonId
  givenName: string
  familyName: string
  knownAs: string
  bornOn: Day
  nhsNumber: string | undefined
  coordinator: string | undefined
  /** Open tasks; the first does most harm. */
  tasks: readonly { kind: TaskKind; dueOn: Day }[]
  /** Payments that they were asked about and did not answer yet. */
  questions: number
  /** The last day of the budget that runs; undefined where none does. */
  budgetUntil: Day | undefined
}

export type Caseload = { people: readonly CaseloadRow[]; total: number }

/** People whom this viewer may know of: found by words, mine alone, or those alone who need somebody. By name. */
export const caseload = query({
  name: 'workspaces.caseload',
  input: z.object({
    whose: z.enum(['mine', 'everybody']),
    needing: z.boolean(),
    find: z.string().max(200),
    pageNo: z.int().min(1).max(10_000),
  }),
  allow: 'see the caseload',
  async read({ database, viewer, today }, { whose, needing, find, pageNo }): Promise<Caseload> {
    const answer = await sql<Row>`
      select person.id as "personId", person.given_name as "givenName", person.family_name as "familyName",
             person.known_as as "knownAs", person.born_on as "bornOn", person.nhs_number as "nhsNumber",
             coordinator.name as coordinator, waiting.tasks, asked.questions, running.until as "budgetUntil",
             count(*) over () as total
      from people.person person
      left join lateral (
        select u.id, u.name from accounts.coordinator appointed
        join accounts."user" u on u.id = appointed.user_id
        where appointed.person_id = person.id and appointed.ends_on is null limit 1
      ) coordinator on true
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('kind', task.kind, 'dueOn', task.due_on)
                        order by array_position(${[...taskKinds]}::text[], task.kind), task.due_on), '[]') as tasks
        from tasks.task task where task.person_id = person.id and task.closed_at is null
          and task.organisation_id = any (${[...viewer.grantees]}::uuid[])
      ) waiting
      cross join lateral (
        select count(*)::int as questions from statements.question question
        where question.person_id = person.id and question.state = 'open'
      ) asked
      left join lateral (
        select max(coalesce(budget.ended_on, budget.until_on)) as until from budgets.budget budget
        where budget.person_id = person.id and budget.starts_on <= ${today}
          and coalesce(budget.ended_on, budget.until_on) > ${today}
      ) running on true
      where ${visible(viewer, 'person.id')} and ${isWanted(find)}
        and (${whose === 'everybody'} or coordinator.id = ${viewer.userId})
        and (${!needing} or waiting.tasks <> '[]')
      order by person.family_name, person.given_name, person.born_on, person.id
      limit ${peoplePerPage} offset ${(pageNo - 1) * peoplePerPage}`.execute(database)
    return {
      people: answer.rows.map(({ total: _total, nhsNumber, coordinator, budgetUntil, ...row }) => ({
        ...row,
        nhsNumber: nhsNumber ?? undefined,
        coordinator: coordinator ?? undefined,
        budgetUntil: budgetUntil ?? undefined,
      })),
      total: Number(answer.rows[0]?.total ?? 0n),
    }
  },
})

type Row = Omit<CaseloadRow, 'nhsNumber' | 'coordinator' | 'budgetUntil'> & {
  nhsNumber: string | null
  coordinator: string | null
  budgetUntil: Day | null
  total: bigint
}
