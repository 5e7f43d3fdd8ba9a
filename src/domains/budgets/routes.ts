import type { Route } from '../../ui/visit.ts'
import { personRoute } from '../people/index.ts'
import { showAccounts, submitCloseAccount } from './pages/accounts.tsx'
import { showAward, submitAward } from './pages/award.tsx'
import { showBudget } from './pages/budget.tsx'
import { showBudgets } from './pages/budgets.tsx'
import { showCarryOver, submitCarryOver } from './pages/carry-over.tsx'
import { showEndBudget, submitEndBudget } from './pages/end-budget.tsx'
import { showGiveLess, showGiveMore, submitGiveLess, submitGiveMore } from './pages/give.tsx'
import { showHoldDifferently, submitHoldDifferently } from './pages/hold-differently.tsx'
import { showLine } from './pages/line.tsx'
import { showMovements } from './pages/movements.tsx'
import { showNewSetAside, submitNewSetAside } from './pages/new-set-aside.tsx'
import { showOpenAccount, submitOpenAccount } from './pages/open-account.tsx'
import { showSetAside } from './pages/set-aside.tsx'
import { showStatementOfAccount } from './pages/statement-of-account.tsx'
import { showToPay, submitNotNeeded, submitPaid } from './pages/to-pay.tsx'

const see = 'see a budget'
const answer = 'answer for a budget'
const award = 'award budgets'
const lookAfter = 'look after people'
const person = '/people/:personId'
const budget = `${person}/budgets/:budgetId`

/** Of the person's money as it is. */
const money: readonly Route[] = [
  personRoute({ path: `${person}/set-aside`, enter: see, visit: 'Set aside', show: showSetAside }),
  personRoute({
    path: `${person}/set-aside/new`,
    enter: answer,
    visit: 'Set money aside',
    show: showNewSetAside,
    submit: submitNewSetAside,
  }),
  personRoute({ path: `${person}/to-pay`, enter: see, visit: 'What is to be paid', show: showToPay }),
  personRoute({
    path: `${person}/to-pay/:commitmentId/paid`,
    enter: answer,
    visit: 'Say that it is paid',
    submit: submitPaid,
  }),
  personRoute({
    path: `${person}/to-pay/:commitmentId/not-needed`,
    enter: answer,
    visit: 'Release what was set aside',
    submit: submitNotNeeded,
  }),
  personRoute({ path: `${person}/lines/:lineId`, enter: see, visit: 'A line of the budget', show: showLine }),
  personRoute({
    path: `${person}/lines/:lineId/hold-differently`,
    enter: answer,
    visit: 'Hold a line another way',
    show: showHoldDifferently,
    submit: submitHoldDifferently,
  }),
  personRoute({
    path: `${person}/statement-of-account`,
    enter: see,
    visit: 'Statement of account',
    show: showStatementOfAccount,
  }),
  personRoute({ path: `${person}/movements`, enter: see, visit: 'Every movement', show: showMovements }),
]

/** Of what was awarded, and of the accounts that hold it. */
const budgets: readonly Route[] = [
  personRoute({ path: `${person}/budgets`, enter: see, visit: 'Budgets', show: showBudgets }),
  personRoute({
    path: `${person}/budgets/new`,
    enter: award,
    visit: 'Award a budget',
    show: showAward,
    submit: submitAward,
  }),
  personRoute({ path: budget, enter: see, visit: 'A budget', show: showBudget }),
  personRoute({
    path: `${budget}/more`,
    enter: award,
    visit: 'Give more money',
    show: showGiveMore,
    submit: submitGiveMore,
  }),
  personRoute({
    path: `${budget}/less`,
    enter: award,
    visit: 'Give less money',
    show: showGiveLess,
    submit: submitGiveLess,
  }),
  personRoute({
    path: `${budget}/end`,
    enter: award,
    visit: 'End a budget',
    show: showEndBudget,
    submit: submitEndBudget,
  }),
  personRoute({
    path: `${budget}/carry-over`,
    enter: award,
    visit: 'Carry over what is left',
    show: showCarryOver,
    submit: submitCarryOver,
  }),
  personRoute({ path: `${person}/accounts`, enter: see, visit: 'Accounts', show: showAccounts }),
  personRoute({
    path: `${person}/accounts/new`,
    enter: lookAfter,
    visit: 'Note an account',
    show: showOpenAccount,
    submit: submitOpenAccount,
  }),
  personRoute({
    path: `${person}/accounts/:accountId/close`,
    enter: lookAfter,
    visit: 'Close an account',
    submit: submitCloseAccount,
  }),
]

export const routes: readonly Route[] = [...money, ...budgets]
