import { idSchema } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'
import type { Day } from '../../platform/day.ts'
import { addWorkingDays } from '../rules/index.ts'

export type TaskId = Id<'task'>
export const TaskId = idSchema<'task'>()

/** Everything that can need somebody, most harm first: what would hurt most if nobody acted. */
export const taskKinds = [
  'nobody-came',
  'need-help',
  'payment-failed',
  'in-hospital',
  'line-overspent',
  'contribution-missing',
  'wants-to-hold-differently',
  'question-handed-over',
  'statement-missing',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** What may happen if nobody acts, the worst first. */
export const harms = [
  'no-care',
  'no-pay',
  'wrong-support',
  'money-short',
  'choice-waits',
  'not-known',
] as const
export type Harm = (typeof harms)[number]

export const harmWords: Record<Harm, string> = {
  'no-care': 'Somebody may be without support now',
  'no-pay': 'Somebody may not be paid',
  'wrong-support': 'Their support may have to change',
  'money-short': 'Money may run short',
  'choice-waits': 'A choice of theirs waits for us',
  'not-known': 'We do not know what happened to some money',
}

export type KindOfTask = {
  name: string
  harm: Harm
  /** Whose work it is: the person's named coordinator, or the finance team of an organisation. */
  acts: 'coordinator' | 'finance'
  /** What to do, to whoever acts. */
  toDo: string
  /** Where that is done, under the person's pages; `:about` is what the task is about. */
  where: string
  /** `when-it-comes-right`: only what caused it can close it. `by-hand`: somebody says how it ended, where it does not come right by itself. */
  closes: 'by-hand' | 'when-it-comes-right'
  /** Said again while it is open: every word counts, or only the newest facts. */
  saidAgain: 'adds' | 'replaces'
}

export const kindsOfTask: Record<TaskKind, KindOfTask> = {
  'nobody-came': {
    name: 'Nobody came',
    harm: 'no-care',
    acts: 'coordinator',
    toDo: 'Ring them now. Find out who is with them, and who can come.',
    where: '/glance',
    closes: 'by-hand',
    saidAgain: 'adds',
  },
  'need-help': {
    name: 'Asked for help',
    harm: 'no-care',
    acts: 'coordinator',
    toDo: 'Ring them now. Ask what they need.',
    where: '/glance',
    closes: 'by-hand',
    saidAgain: 'adds',
  },
  'payment-failed': {
    name: 'A payment failed',
    harm: 'no-pay',
    acts: 'finance',
    toDo: 'Check where it was sent, and pay it again.',
    where: '/payments',
    closes: 'by-hand',
    saidAgain: 'replaces',
  },
  'in-hospital': {
    name: 'In hospital',
    harm: 'wrong-support',
    acts: 'coordinator',
    toDo: 'Ask how they are. Agree what goes on while they are away, and what they need to come home.',
    where: '/away',
    closes: 'by-hand',
    saidAgain: 'replaces',
  },
  'line-overspent': {
    name: 'More was spent than planned',
    harm: 'money-short',
    acts: 'coordinator',
    toDo: 'Ask what happened. Is the budget still enough?',
    where: '/lines/:about',
    closes: 'by-hand',
    saidAgain: 'replaces',
  },
  'contribution-missing': {
    name: 'A contribution has not come',
    harm: 'money-short',
    acts: 'coordinator',
    toDo: 'Ask kindly. Their support goes on, and so does the NHS’s part.',
    where: '/payments',
    closes: 'by-hand',
    saidAgain: 'replaces',
  },
  'wants-to-hold-differently': {
    name: 'Wants the money held another way',
    harm: 'choice-waits',
    acts: 'coordinator',
    toDo: 'Talk it through: what it takes, and from when.',
    where: '/lines/:about',
    closes: 'by-hand',
    saidAgain: 'adds',
  },
  'question-handed-over': {
    name: 'Not sure about a payment',
    harm: 'not-known',
    acts: 'coordinator',
    toDo: 'Look at the payment with them, and answer the question.',
    where: '/questions/:about',
    closes: 'when-it-comes-right',
    saidAgain: 'replaces',
  },
  'statement-missing': {
    name: 'A statement does not agree with our books',
    harm: 'not-known',
    acts: 'coordinator',
    toDo: 'Ask for the statement of the days before.',
    where: '/statements/new',
    closes: 'by-hand',
    saidAgain: 'replaces',
  },
}

/** How a visit can go wrong, in the words that people say it in. */
export const visitsGoneWrong = ['nobody-came', 'late', 'left-early', 'not-expected', 'sent-away'] as const
export type VisitGoneWrong = (typeof visitsGoneWrong)[number]

export const visitWords: Record<VisitGoneWrong, string> = {
  'nobody-came': 'Nobody came',
  late: 'They came late',
  'left-early': 'They left early',
  'not-expected': 'It was not who I expected',
  'sent-away': 'I sent them away',
}

/**
 * How many working days there are to act; 0 is today, whatever day it is. Ours, not the law's: an ICB's own times come
 * with its own policy.
 */
export const timesToAct = {
  name: 'times to act',
  version: '2026-11-21',
  workingDays: {
    'nobody-came': 0,
    'need-help': 0,
    'payment-failed': 1,
    'in-hospital': 1,
    'line-overspent': 5,
    'contribution-missing': 5,
    'wants-to-hold-differently': 10,
    'question-handed-over': 5,
    'statement-missing': 10,
  } satisfies Record<TaskKind, number>,
} as const

export function dueOn(kind: TaskKind, openedOn: Day): Day {
  const days = timesToAct.workingDays[kind]
  return days === 0 ? openedOn : addWorkingDays(openedOn, days)
}

/** How urgent it is to do it today. */
export type Urgency = 'overdue' | 'today' | 'later'

export function urgencyOf(due: Day, today: Day): Urgency {
  if (due < today) return 'overdue'
  return due === today ? 'today' : 'later'
}

/** The page on which it is done, under the person's pages. */
export function whereToAct({ kind, aboutId }: { kind: TaskKind; aboutId: string | undefined }): string {
  const { where } = kindsOfTask[kind]
  return where.includes(':about') && aboutId === undefined
    ? '/glance'
    : where.replace(':about', aboutId ?? '')
}

/** Negative where the first does more harm if nobody acts; of equal harm, what is due first. */
export function mostHarmFirst(
  one: { kind: TaskKind; dueOn: Day },
  other: { kind: TaskKind; dueOn: Day },
): number {
  const byKind = taskKinds.indexOf(one.kind) - taskKinds.indexOf(other.kind)
  if (byKind !== 0) return byKind
  return one.dueOn === other.dueOn ? 0 : one.dueOn < other.dueOn ? -1 : 1
}
