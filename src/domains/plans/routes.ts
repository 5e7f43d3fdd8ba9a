import type { Route } from '../../ui/visit.ts'
import { personRoute } from '../people/index.ts'
import {
  showAddLine,
  showChangeLine,
  submitAddLine,
  submitChangeLine,
  submitEndLine,
} from './pages/plan-line.tsx'
import {
  showSetReview,
  showStartPlan,
  showUnpaidSupport,
  submitEndUnpaidSupport,
  submitSetReview,
  submitStartPlan,
  submitUnpaidSupport,
} from './pages/plan-parts.tsx'

const lookAfter = 'look after people'
const plan = '/people/:personId/plan'

/** How a plan is written. It is read on a page of workspaces, with how each line is held. */
export const routes: readonly Route[] = [
  personRoute({
    path: `${plan}/start`,
    enter: lookAfter,
    visit: 'Start the plan',
    show: showStartPlan,
    submit: submitStartPlan,
  }),
  personRoute({
    path: `${plan}/review`,
    enter: lookAfter,
    visit: 'Set the review',
    show: showSetReview,
    submit: submitSetReview,
  }),
  personRoute({
    path: `${plan}/lines/new`,
    enter: lookAfter,
    visit: 'Add a line to the plan',
    show: showAddLine,
    submit: submitAddLine,
  }),
  personRoute({
    path: `${plan}/lines/:planLineId`,
    enter: lookAfter,
    visit: 'Change a line of the plan',
    show: showChangeLine,
    submit: submitChangeLine,
  }),
  personRoute({
    path: `${plan}/lines/:planLineId/end`,
    enter: lookAfter,
    visit: 'End a line of the plan',
    submit: submitEndLine,
  }),
  personRoute({
    path: `${plan}/unpaid-support`,
    enter: lookAfter,
    visit: 'Who helps unpaid',
    show: showUnpaidSupport,
    submit: submitUnpaidSupport,
  }),
  personRoute({
    path: `${plan}/unpaid-support/:supportId/end`,
    enter: lookAfter,
    visit: 'End unpaid support',
    submit: submitEndUnpaidSupport,
  }),
]
