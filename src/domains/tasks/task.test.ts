import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, daysBetween } from '../../platform/day.ts'
import { isWorkingDay } from '../rules/index.ts'
import { dueOn, harms, kindsOfTask, mostHarmFirst, taskKinds, urgencyOf, whereToAct } from './task.ts'
import type { TaskKind } from './task.ts'

describe('the day a task is due', () => {
  test.each<[kind: TaskKind, opened: string, due: string]>([
    ['nobody-came', '2026-12-25', '2026-12-25'],
    ['need-help', '2026-06-06', '2026-06-06'],
    ['in-hospital', '2026-06-01', '2026-06-02'],
    ['payment-failed', '2026-04-02', '2026-04-07'],
    ['question-handed-over', '2026-07-01', '2026-07-08'],
    ['statement-missing', '2026-07-01', '2026-07-15'],
    ['contribution-missing', '2026-05-21', '2026-05-29'],
  ])('%s opened on %s is due on %s', (kind, opened, due) => {
    expect(dueOn(kind, day(opened))).toBe(due)
  })

  test('is today where somebody may be without support, else a working day soon', () => {
    const someDay = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(day('2026-01-01'), days))
    fc.assert(
      fc.property(fc.constantFrom(...taskKinds), someDay, (kind, on) => {
        const due = dueOn(kind, on)
        const isToday = due === on
        const isSoon = due > on && isWorkingDay(due) && daysBetween(on, due) <= 24
        expect(kindsOfTask[kind].harm === 'no-care' ? isToday : isSoon).toBe(true)
      }),
    )
  })
})

test('kinds stand in the order of the harm that comes if nobody acts', () => {
  const order = taskKinds.map((kind) => harms.indexOf(kindsOfTask[kind].harm))
  expect(order).toEqual(order.toSorted((one, other) => one - other))
})

test('most harm comes first, and of equal harm what is due first', () => {
  const tasks = [
    { kind: 'statement-missing', dueOn: day('2026-06-01') },
    { kind: 'need-help', dueOn: day('2026-07-01') },
    { kind: 'line-overspent', dueOn: day('2026-07-03') },
    { kind: 'line-overspent', dueOn: day('2026-07-02') },
  ] as const
  expect(tasks.toSorted(mostHarmFirst).map((task) => `${task.kind} ${task.dueOn}`)).toEqual([
    'need-help 2026-07-01',
    'line-overspent 2026-07-02',
    'line-overspent 2026-07-03',
    'statement-missing 2026-06-01',
  ])
})

test.each([
  ['2026-07-01', '2026-06-30', 'overdue'],
  ['2026-07-01', '2026-07-01', 'today'],
  ['2026-07-01', '2026-07-02', 'later'],
] as const)('on %s what is due on %s is %s', (today, due, urgency) => {
  expect(urgencyOf(day(due), day(today))).toBe(urgency)
})

test('a task leads to where it is done, and to the person where that is not known', () => {
  expect(whereToAct({ kind: 'question-handed-over', aboutId: '7' })).toBe('/questions/7')
  expect(whereToAct({ kind: 'line-overspent', aboutId: undefined })).toBe('/glance')
  expect(whereToAct({ kind: 'nobody-came', aboutId: undefined })).toBe('/glance')
})

test('the README tells of every kind', () => {
  const readme = readFileSync('src/domains/tasks/README.md', 'utf8')
  expect(taskKinds.filter((kind) => !readme.includes(`| \`${kind}\` |`))).toEqual([])
})
