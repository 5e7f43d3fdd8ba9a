import { z } from 'zod'
import { dayAt, showLongDay, showTime } from '../../../platform/day.ts'
import { groupBy } from '../../../platform/group.ts'
import { Pagination } from '../../../ui/nhsuk/index.ts'
import { pagination } from '../../../ui/paging.ts'
import { page } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { roleWords, roles } from '../../accounts/index.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { whatHappened, whoHasLooked } from '../queries/what-happened.ts'
import type { Happened, Looks } from '../queries/what-happened.ts'
import { Either } from '../../../ui/either.tsx'

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1)

/** What was done about this person: sentences of the record, by day. */
export async function showWhatHappened(visit: PersonVisit): Promise<Reply> {
  const pageNo = pageNumber.parse(visit.query.get('page') ?? 1)
  const { happened, isMore } = await visit.ask(whatHappened, { personId: visit.person.id, pageNo })
  const byDay = groupBy(happened, (entry) => dayAt(entry.at))
  return page({
    title: 'What happened',
    back: { href: visit.own ? pathOf(visit.person) : pathOf(visit.person, '/glance') },
    body: (
      <>
        <h1>What happened</h1>
        <Views visit={visit} current="done" />
        {happened.length === 0 && <p>Nothing is recorded yet.</p>}
        {[...byDay].map(([on, entries]) => (
          <section>
            <h2 class="nhsuk-heading-s">{showLongDay(on)}</h2>
            <ul class="nhsuk-list">
              {entries.map((entry) => (
                <li>
                  {showTime(entry.at)}: {entry.says}. <span class="cp-quiet">{byWhom(entry)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <Pagination {...pagination(visit.address, pageNo, isMore ? pageNo + 1 : pageNo)} />
        <p class="cp-quiet">
          Everything that was done is kept here, and nobody can change it afterwards without it being seen.
        </p>
      </>
    ),
  })
}

/** Who has looked, by day, in sentences. */
export async function showWhoHasLooked(visit: PersonVisit): Promise<Reply> {
  const pageNo = pageNumber.parse(visit.query.get('page') ?? 1)
  const { looks, isMore } = await visit.ask(whoHasLooked, { personId: visit.person.id, pageNo })
  const byDay = groupBy(looks, (look) => look.on)
  return page({
    title: 'Who has looked',
    back: { href: visit.own ? pathOf(visit.person) : pathOf(visit.person, '/glance') },
    body: (
      <>
        <h1>Who has looked</h1>
        <Views visit={visit} current="looked" />
        {looks.length === 0 && <p>Nobody has looked but {visit.own ? 'you' : 'they themselves'}.</p>}
        {[...byDay].map(([on, all]) => (
          <section>
            <h2 class="nhsuk-heading-s">{showLongDay(on)}</h2>
            <ul class="nhsuk-list">
              {all.map((look) => (
                <li>{sentenceOf(look)}</li>
              ))}
            </ul>
          </section>
        ))}
        <Pagination {...pagination(visit.address, pageNo, isMore ? pageNo + 1 : pageNo)} />
      </>
    ),
  })
}

function Views({ visit, current }: { visit: PersonVisit; current: 'done' | 'looked' }) {
  const path = pathOf(visit.person, '/what-happened')
  return (
    <Either
      label="What to see"
      choices={[
        { href: path, text: 'What was done', current: current === 'done' },
        { href: `${path}/who-has-looked`, text: 'Who has looked', current: current === 'looked' },
      ]}
    />
  )
}

function byWhom({ who, actingAs }: Happened): string {
  const role = roles.find((each) => each === actingAs)
  return role === undefined || role === 'service' ? who : `${who}, ${roleWords[role]}`
}

function sentenceOf({ who, organisation, at, times }: Looks): string {
  const from = organisation ? ` (${organisation})` : ''
  const often = times === 1 ? 'once' : `${String(times)} times`
  return `${who}${from} looked ${often}: ${at.map((visit) => visit.toLowerCase()).join(', ')}.`
}
