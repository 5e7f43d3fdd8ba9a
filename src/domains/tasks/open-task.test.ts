import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { command, perform } from '../../platform/command.ts'
import { reading } from '../../platform/database.ts'
import { day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'
import { done } from '../../platform/outcome.ts'
import { as, council, icb, staff } from '../../../world/organisations.ts'
import { worldOn } from '../../../world/world.ts'
import type { World } from '../../../world/world.ts'
import { aTown } from '../../../test/support/app.ts'
import { appointCoordinator } from '../accounts/index.ts'
import { PersonId, addPerson } from '../people/index.ts'
import { closeTask, closeTasksAbout, openTask, taskKinds } from './index.ts'
import type { TaskKind } from './index.ts'

const subject = z.object({
  personId: PersonId,
  kind: z.enum(taskKinds),
  aboutId: z.custom<Id<string>>().optional(),
  words: z.string().default('Because'),
  organisationId: z.custom<Id<'organisation'>>().optional(),
})
const open = command({
  name: 'test.open',
  input: subject,
  allow: 'look after people',
  run: async (context, input) => done({ taskId: (await openTask(context, input)).taskId }),
  says: () => 'Opened a task',
})
const comesRight = command({
  name: 'test.comes-right',
  input: subject,
  allow: 'look after people',
  run: async (context, input) => done({ closed: await closeTasksAbout(context, input, 'It came right') }),
  says: () => 'It came right',
})

let world: World
let personId: Id<'person'>
const grace = as('coordinator')

beforeEach(async () => {
  const town = await aTown(day('2026-07-01'))
  world = worldOn(town.platform)
  const added = await world.act(grace, addPerson, {
    icbId: icb,
    givenName: 'Ada',
    familyName: 'Reed',
    bornOn: '1950-01-01',
  })
  personId = added.personId
})

const tasks = () =>
  reading(world.platform.databases, grace, (database) =>
    database.selectFrom('tasks.task').selectAll().where('person_id', '=', personId).orderBy('id').execute(),
  )
const opened = (kind: TaskKind, more: Partial<z.input<typeof subject>> = {}) =>
  world.act(grace, open, { personId, kind, ...more })

describe('who acts', () => {
  test('the named coordinator, for the organisation that they do it for', async () => {
    await world.act(grace, appointCoordinator, { personId, userId: staff.otherCoordinator.id })
    await opened('nobody-came')
    expect(await tasks()).toMatchObject([{ organisation_id: icb, user_id: staff.otherCoordinator.id }])
  })

  test('anybody of the ICB where nobody is named', async () => {
    await opened('nobody-came')
    expect(await tasks()).toMatchObject([{ organisation_id: icb, user_id: null, due_on: '2026-07-01' }])
  })

  test('the finance team of who pays, for what finance does', async () => {
    await world.act(grace, appointCoordinator, { personId, userId: staff.coordinator.id })
    await opened('payment-failed', { aboutId: newId(), organisationId: council })
    expect(await tasks()).toMatchObject([{ organisation_id: council, user_id: null, due_on: '2026-07-02' }])
  })
})

describe('one task for one thing while it is open', () => {
  test('said again it is the same task, with the newest facts', async () => {
    const aboutId = newId()
    const first = await opened('statement-missing', { aboutId, words: 'The bank has £5.00 more' })
    const again = await opened('statement-missing', { aboutId, words: 'The bank has £7.00 more' })
    expect(again).toEqual(first)
    expect(await tasks()).toMatchObject([{ words: 'The bank has £7.00 more' }])
  })

  test('what a person says again is not lost', async () => {
    await opened('nobody-came', { words: 'Nobody came' })
    await opened('nobody-came', { words: 'Came late' })
    expect(await tasks()).toMatchObject([{ words: 'Nobody came\nCame late' }])
  })

  test('another subject is another task, and so is the same once it was closed', async () => {
    const aboutId = newId()
    await opened('line-overspent', { aboutId })
    await opened('line-overspent', { aboutId: newId() })
    await world.act(grace, comesRight, { personId, kind: 'line-overspent', aboutId })
    await opened('line-overspent', { aboutId })
    expect(await tasks()).toHaveLength(3)
  })
})

describe('closing', () => {
  const close = (taskId: string, actor = grace) =>
    perform(world.platform.databases, closeTask, actor, { personId, taskId, how: 'Rang her. All is well' })

  test('somebody who should act says how it ended, once', async () => {
    const { taskId } = await opened('need-help')
    expect(await close(taskId)).toMatchObject({ ok: true })
    expect(await close(taskId)).toMatchObject({ ok: false, refusal: 'closed-already' })
    expect(await tasks()).toMatchObject([{ closed_by: grace.userId, closed_with: 'Rang her. All is well' }])
  })

  test('another organisation cannot close it, and who may not see the person does not find it', async () => {
    const { taskId } = await opened('payment-failed', { aboutId: newId(), organisationId: council })
    expect(await close(taskId)).toMatchObject({ ok: false, refusal: 'not-your-organisation' })
    expect(await close(taskId, as('councilFinance'))).toMatchObject({ ok: false, refusal: 'no-such-task' })
  })

  test('a question is closed by its answer alone', async () => {
    const { taskId } = await opened('question-handed-over', { aboutId: newId() })
    expect(await close(taskId)).toMatchObject({ ok: false, refusal: 'closes-when-it-comes-right' })
  })

  test('what comes right closes by itself, and only that', async () => {
    const aboutId = newId()
    await opened('statement-missing', { aboutId })
    await opened('line-overspent', { aboutId })
    expect(await world.act(grace, comesRight, { personId, kind: 'statement-missing', aboutId })).toEqual({
      closed: 1,
    })
    expect(await tasks()).toMatchObject([{ closed_with: 'It came right' }, { closed_with: null }])
  })
})
