import type { VNode } from 'preact'
import { showDay } from '../../platform/day.ts'
import { query } from '../../platform/query.ts'
import { z } from 'zod'
import { notFound } from '../../ui/visit.ts'
import type { Reply, Route, Visit } from '../../ui/visit.ts'
import { showNhsNumber } from './nhs-number.ts'
import { PersonId, needGroupWords } from './person.ts'
import type { Person } from './person.ts'
import { findPerson } from './queries/person.ts'
import { noteLook } from './seen.ts'

/** A visit to one person's record: they are known to exist, and that somebody looked is written down. */
export type PersonVisit = Visit & {
  readonly person: Person
  /** It is their own record. */ readonly own: boolean
}

/** The person of an address, for whoever may know of them. */
export const personOf = query({
  name: 'people.person',
  input: z.object({ personId: PersonId }),
  allow: 'see a budget',
  read: ({ database, viewer }, { personId }) => findPerson(database, viewer, personId),
})

/**
 * A page about one person, under `/people/:personId`. Whoever may not know of them gets "not found". The look is
 * durable before the page is sent; staff see on every page who the person is and how to communicate with them.
 */
export function personRoute(route: Route<PersonVisit>): Route {
  const { show, submit, ...rest } = route
  return {
    ...rest,
    ...(show && { show: (visit: Visit) => open(visit, route.visit, show) }),
    ...(submit && { submit: (visit: Visit) => open(visit, route.visit, submit) }),
  }
}

async function open(
  visit: Visit,
  what: string,
  answer: (visit: PersonVisit) => Promise<Reply>,
): Promise<Reply> {
  const asked = PersonId.safeParse(visit.params['personId'])
  const person = asked.success ? await visit.ask(personOf, { personId: asked.data }) : undefined
  if (!person) return notFound
  const own = visit.personId !== undefined && person.files.includes(visit.personId)
  const looked = own
    ? Promise.resolve()
    : noteLook(visit.platform.databases, { personId: person.id, userId: visit.actor.userId, visit: what })
  const [reply] = await Promise.all([answer({ ...visit, person, own }), looked])
  if (reply.kind !== 'page' || own) return reply
  return { ...reply, page: { ...reply.page, banner: <PersonBanner person={person} /> } }
}

/** Whom a staff page is about: never scrolls away, and how to communicate stands out. */
export function PersonBanner({ person }: { person: Person }): VNode {
  const facts = [
    ['Born', showDay(person.bornOn)],
    ['NHS number', person.nhsNumber ? showNhsNumber(person.nhsNumber) : 'not known'],
    person.phone ? ['Phone', person.phone] : undefined,
    person.diedOn ? ['Died', showDay(person.diedOn)] : undefined,
  ].filter((fact) => fact !== undefined)
  return (
    <aside class="cp-banner" aria-label="Whom this page is about">
      <div class="nhsuk-width-container">
        <a class="cp-banner__name" href={`/people/${person.id}/glance`}>
          {person.familyName}, {person.givenName}
        </a>
        {person.knownAs !== person.givenName && <span> wants to be called {person.knownAs}</span>}
        {person.saidAs && <span> (said {person.saidAs})</span>}
        <dl class="cp-banner__facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {person.needs.map((need) => (
          <p class="cp-banner__need" key={need.id}>
            <strong>{needGroupWords[need.group]}:</strong> {need.words}
          </p>
        ))}
        <nav class="cp-banner__places cp-no-print" aria-label={`Pages about ${person.knownAs}`}>
          {placesOf(person).map(([href, text]) => (
            <a href={href}>{text}</a>
          ))}
        </nav>
      </div>
    </aside>
  )
}

/** Plan, money and decisions: what staff turn to, from every page about somebody. */
const placesOf = (person: Person) =>
  [
    [pathOf(person, '/glance'), 'At a glance'],
    [pathOf(person, '/plan'), 'Plan'],
    [pathOf(person, '/budgets'), 'Budgets'],
    [pathOf(person, '/statement-of-account'), 'Money'],
    [pathOf(person, '/payments'), 'Payments'],
    [pathOf(person, '/what-happened'), 'What happened'],
    [pathOf(person), 'What they see'],
  ] as const

export const pathOf = (person: Pick<Person, 'id'>, rest = ''): string => `/people/${person.id}${rest}`
