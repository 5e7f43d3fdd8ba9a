import type { Route } from '../../ui/visit.ts'
import { personRoute } from '../people/index.ts'
import { showAddStatement, submitAddStatement } from './pages/add-statement.tsx'
import { showImport, submitImport } from './pages/import.tsx'
import { showPayments, submitUndo } from './pages/payments.tsx'
import { showQuestion, submitQuestion } from './pages/question.tsx'
import { showHandedOver, showQuestions } from './pages/questions.tsx'
import { showInQueue, showQueue, submitInQueue, submitUndoInQueue } from './pages/queue.tsx'
import { showSomethingElse, submitSomethingElse } from './pages/something-else.tsx'
import { showSplit, submitSplit } from './pages/split.tsx'
import { showTypeStatement, submitTypeStatement } from './pages/type-statement.tsx'

const see = 'see a budget'
const answer = 'answer for a budget'

export const routes: readonly Route[] = [
  personRoute({ path: '/people/:personId/payments', enter: see, visit: 'Payments', show: showPayments }),
  personRoute({
    path: '/people/:personId/payments/undo/:matchId',
    enter: answer,
    visit: 'Undo a match',
    submit: submitUndo,
  }),
  personRoute({
    path: '/people/:personId/questions',
    enter: see,
    visit: 'Questions about payments',
    show: showQuestions,
  }),
  personRoute({
    path: '/people/:personId/questions/handed-over',
    enter: see,
    visit: 'A question handed over',
    show: showHandedOver,
  }),
  personRoute({
    path: '/people/:personId/questions/:questionId',
    enter: answer,
    visit: 'A question about a payment',
    show: showQuestion,
    submit: submitQuestion,
  }),
  personRoute({
    path: '/people/:personId/questions/:questionId/else',
    enter: answer,
    visit: 'A question about a payment',
    show: showSomethingElse,
    submit: submitSomethingElse,
  }),
  personRoute({
    path: '/people/:personId/questions/:questionId/split',
    enter: answer,
    visit: 'A question about a payment',
    show: showSplit,
    submit: submitSplit,
  }),
  personRoute({
    path: '/people/:personId/statements/new',
    enter: answer,
    visit: 'Add a statement',
    show: showAddStatement,
    submit: submitAddStatement,
  }),
  personRoute({
    path: '/people/:personId/statements/type',
    enter: answer,
    visit: 'Type payments in',
    show: showTypeStatement,
    submit: submitTypeStatement,
  }),
  personRoute({
    path: '/people/:personId/statements/:importId',
    enter: answer,
    visit: 'A bank statement',
    show: showImport,
    submit: submitImport,
  }),
  { path: '/finance/questions', enter: 'see the caseload', visit: 'Questions of everybody', show: showQueue },
  personRoute({
    path: '/finance/questions/:personId/:questionId',
    enter: answer,
    visit: 'A question about a payment',
    show: showInQueue,
    submit: submitInQueue,
  }),
  personRoute({
    path: '/finance/questions/:personId/:questionId/undo',
    enter: answer,
    visit: 'Undo an answer',
    submit: submitUndoInQueue,
  }),
]
