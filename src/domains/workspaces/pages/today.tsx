import { z } from 'zod'
import { showDay, showLongDay } from '../../../platform/day.ts'
import type { Day } from '../../../platform/day.ts'
import { Pagination, Tag } from '../../../ui/nhsuk/index.ts'
import type { TagColour } from '../../../ui/nhsuk/index.ts'
import { pagination } from '../../../ui/paging.ts'
import { page } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import { harmWords, kindsOfTask, urgencyOf } from '../../tasks/index.ts'
import type { OpenTask } from '../../tasks/index.ts'
import { tasksPerPage, today } from '../queries/today.ts'
import { Either } from '../../../ui/either.tsx'

const asked = z.object({
  whose: z.enum(['mine', 'everybody']).catch('mine'),
  pageNo: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** What needs me, most harm first; each row says why it is here and what to do. */
export async function showToday(visit: Visit): Promise<Reply> {
  const wanted = asked.parse({ whose: visit.query.get('whose'), pageNo: visit.query.get('page') ?? 1 })
  const { tasks, total } = await visit.ask(today, wanted)
  const isMine = wanted.whose === 'mine'
  return page({
    title: 'Today',
    wide: true,
    body: (
      <>
        <h1>Today, {showLongDay(visit.today)}</h1>
        <Either
          label="Whose"
          choices={[
            { href: '/today', text: 'Mine', current: isMine },
            { href: '/today?whose=everybody', text: 'Everybody’s', current: !isMine },
          ]}
        />
        {total === 0 ? (
          <p>Nothing needs {isMine ? 'you' : 'anybody'} now. What does appears here, most harm first.</p>
        ) : (
          <>
            <p>
              {total === 1
                ? 'One thing needs somebody.'
                : `${String(total)} things need somebody, most harm first.`}
            </p>
            <ol class="cp-tasks">
              {tasks.map((task) => (
                <TaskRow task={task} on={visit.today} isMine={isMine} />
              ))}
            </ol>
          </>
        )}
        <Pagination {...pagination(visit.address, wanted.pageNo, Math.ceil(total / tasksPerPage))} />
      </>
    ),
  })
}

export function TaskRow({ task, on, isMine }: { task: OpenTask; on: Day; isMine: boolean }) {
  const { name, harm, toDo } = kindsOfTask[task.kind]
  const due = dueTag(task.dueOn, on)
  return (
    <li class="cp-tasks__row">
      <h2 class="cp-tasks__name">
        <a href={`/people/${task.personId}/tasks/${task.id}`}>
          {name}: {task.personName}
        </a>
      </h2>
      <p class="cp-tasks__due">
        <Tag colour={due.colour}>{due.words}</Tag>
      </p>
      <p class="cp-words">{task.words}</p>
      <p class="cp-quiet">
        {harmWords[harm]}. {toDo}
        {!isMine && ` For ${task.coordinator ?? 'whoever can'}.`}
      </p>
    </li>
  )
}

function dueTag(due: Day, on: Day): { words: string; colour: TagColour } {
  const urgency = urgencyOf(due, on)
  if (urgency === 'overdue') return { words: `Was due on ${showDay(due)}`, colour: 'red' }
  if (urgency === 'today') return { words: 'Today', colour: 'orange' }
  return { words: `By ${showDay(due)}`, colour: 'grey' }
}
