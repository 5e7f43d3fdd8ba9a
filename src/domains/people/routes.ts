import type { Route } from '../../ui/visit.ts'
import { showCorrectPerson, submitCorrectPerson } from './pages/correct-person.tsx'
import { showNeeds, submitEndNeed, submitNeeds } from './pages/needs.tsx'
import { personRoute } from './person-route.tsx'

const lookAfter = 'look after people'

export const routes: readonly Route[] = [
  personRoute({
    path: '/people/:personId/correct',
    enter: lookAfter,
    visit: 'Correct personal details',
    show: showCorrectPerson,
    submit: submitCorrectPerson,
  }),
  personRoute({
    path: '/people/:personId/needs',
    enter: lookAfter,
    visit: 'How to communicate',
    show: showNeeds,
    submit: submitNeeds,
  }),
  personRoute({
    path: '/people/:personId/needs/:needId/end',
    enter: lookAfter,
    visit: 'End a note of how to communicate',
    submit: submitEndNeed,
  }),
]
