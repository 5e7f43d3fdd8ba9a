import { z } from 'zod'
import type { RefusalOf } from '../../../platform/command.ts'
import { showDay, showInstant } from '../../../platform/day.ts'
import { Form, Problems, WordsField } from '../../../ui/fields.tsx'
import { emptyForm, readForm, refused, textField } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { ActionLink, Button, SummaryList } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { closeTask } from '../commands/close-task.ts'
import { taskOfPerson } from '../queries/task.ts'
import type { TaskModel } from '../queries/task.ts'
import { TaskId, harmWords, kindsOfTask, whereToAct } from '../task.ts'

/** Why it is here, what to do, where, and how it ended. */
export async function showTask(visit: PersonVisit, form: FormState = emptyForm): Promise<Reply> {
  const task = await askForTask(visit)
  if (!task) return notFound
  const content = {
    title: kindsOfTask[task.kind].name,
    back: { href: '/today', text: 'Today' },
    body: <TaskPage visit={visit} form={form} task={task} />,
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function submitTask(visit: PersonVisit): Promise<Reply> {
  const task = await askForTask(visit)
  if (!task) return notFound
  const read = readForm(closing, visit.typed)
  if (!read.ok) return showTask(visit, read.form)
  const { personId, id: taskId } = task
  const outcome = await visit.perform(closeTask, { ...read.value, personId, taskId })
  if (!outcome.ok) return showTask(visit, refused(visit.typed, refusalWords[outcome.refusal]))
  return seeOther(pathOf(visit.person, `/tasks/${taskId}`))
}

async function askForTask(visit: PersonVisit): Promise<TaskModel | undefined> {
  const taskId = TaskId.safeParse(visit.params['taskId'])
  if (!taskId.success) return undefined
  return visit.ask(taskOfPerson, { personId: visit.person.id, taskId: taskId.data })
}

const closing = z.object({ how: textField('Say what was done and how it ended', 1_000) })

const refusalWords: Record<RefusalOf<typeof closeTask>, string> = {
  'no-such-task': 'There is no such task any more',
  'closed-already': 'Somebody closed this already',
  'not-your-organisation': 'Another organisation acts on this one. Ring them if it cannot wait',
  'closes-when-it-comes-right': 'This closes by itself when it comes right',
}

function TaskPage({ visit, form, task }: { visit: PersonVisit; form: FormState; task: TaskModel }) {
  const kind = kindsOfTask[task.kind]
  return (
    <>
      <Problems form={form} />
      <h1>{kind.name}</h1>
      <p class="cp-words">{task.words}</p>
      <SummaryList
        rows={[
          { key: 'What may happen', value: harmWords[kind.harm] },
          { key: 'What to do', value: kind.toDo },
          { key: 'By', value: showDay(task.dueOn) },
          { key: 'Whose work it is', value: task.organisation },
          { key: 'Opened', value: `${showInstant(task.openedAt)}, by ${task.openedBy}` },
          task.closed && { key: 'Closed', value: `${showInstant(task.closed.at)}, by ${task.closed.by}` },
          task.closed && { key: 'How it ended', value: task.closed.how },
        ]}
      />
      {!task.closed && (
        <>
          <ActionLink href={pathOf(visit.person, whereToAct(task))}>Go to where it is done</ActionLink>
          {kind.closes === 'by-hand' ? (
            <Form visit={visit}>
              <WordsField form={form} name="how" label="What was done, and how did it end?" rows={3} />
              <Button>Close this task</Button>
            </Form>
          ) : (
            <p>It closes by itself when it comes right.</p>
          )}
        </>
      )}
    </>
  )
}
