import type { Route } from '../../ui/visit.ts'
import { personRoute } from '../people/index.ts'
import { showDetailsToDo } from './pages/details-to-do.tsx'
import { showNewRun, submitNewRun } from './pages/new-run.tsx'
import { showRecharges, showRechargesAsCsv, submitApproveRecharge, submitClaim } from './pages/recharges.tsx'
import { showReturned, submitReturned } from './pages/returned.tsx'
import { showRun, showRunAsCsv, submitApproveRun, submitCancelRun } from './pages/run.tsx'
import { showRuns } from './pages/runs.tsx'
import { showEnterDetails, showWhereToPay, submitConfirm, submitEnterDetails } from './pages/where-to-pay.tsx'

const pay = 'pay people'
const approve = 'approve payments'
const run = '/finance/runs/:runId'
const places = '/people/:personId/where-to-pay'

export const routes: readonly Route[] = [
  { path: '/finance/details', enter: pay, visit: 'Payment details to do', show: showDetailsToDo },
  personRoute({ path: places, enter: pay, visit: 'Where to pay', show: showWhereToPay }),
  personRoute({
    path: `${places}/enter/:placeId`,
    enter: pay,
    visit: 'Enter where to pay',
    show: showEnterDetails,
    submit: submitEnterDetails,
  }),
  personRoute({
    path: `${places}/:detailsId/confirm`,
    enter: pay,
    visit: 'Confirm where to pay',
    submit: submitConfirm,
  }),
  { path: '/finance/runs', enter: pay, visit: 'Payment runs', show: showRuns },
  { path: '/finance/runs/new', enter: pay, visit: 'Prepare a run', show: showNewRun, submit: submitNewRun },
  { path: run, enter: pay, visit: 'A payment run', show: showRun },
  { path: `${run}/payments.csv`, enter: pay, visit: 'Payments of a run as a file', show: showRunAsCsv },
  { path: `${run}/approve`, enter: approve, visit: 'Approve a run', submit: submitApproveRun },
  { path: `${run}/throw-away`, enter: pay, visit: 'Throw a run away', submit: submitCancelRun },
  {
    path: `${run}/returned`,
    enter: pay,
    visit: 'Add a returned list',
    show: showReturned,
    submit: submitReturned,
  },
  { path: '/finance/recharges', enter: pay, visit: 'Recharges', show: showRecharges },
  { path: '/finance/recharges.csv', enter: pay, visit: 'Recharges as a file', show: showRechargesAsCsv },
  {
    path: '/finance/recharges/:personId/:rechargeId/claim',
    enter: pay,
    visit: 'Note a claim',
    submit: submitClaim,
  },
  {
    path: '/finance/recharges/:personId/:rechargeId/approve',
    enter: approve,
    visit: 'Approve a recharge',
    submit: submitApproveRecharge,
  },
]
