import { z } from 'zod'
import { addDays, showDay } from '../../../platform/day.ts'
import { Button, Input, Pagination, Table, Tag } from '../../../ui/nhsuk/index.ts'
import { pagination } from '../../../ui/paging.ts'
import { page } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import { showNhsNumber } from '../../people/index.ts'
import { kindsOfTask, urgencyOf } from '../../tasks/index.ts'
import { caseload, peoplePerPage } from '../queries/caseload.ts'
import type { Caseload, CaseloadRow } from '../queries/caseload.ts'
import { Either } from '../../../ui/either.tsx'

const asked = z.object({
  whose: z.enum(['mine', 'everybody']),
  needing: z
    .string()
    .nullable()
    .transform((text) => text === 'yes'),
  find: z.string().max(200).catch(''),
  pageNo: z.coerce.number().int().min(1).max(10_000).catch(1),
})
type Asked = z.output<typeof asked>

/** The people whom I look after, or everybody whom I may see: find one, see who needs somebody. Filters live in the address. */
export async function showPeople(visit: Visit): Promise<Reply> {
  const wanted = readAsked(visit)
  const found = await visit.ask(caseload, wanted)
  return page({
    title: 'People',
    wide: true,
    body: (
      <>
        <h1>People</h1>
        <Filters visit={visit} wanted={wanted} />
        <p>{counted(wanted, found)}</p>
        {found.people.length > 0 && <People visit={visit} people={found.people} />}
        <Pagination {...pagination(visit.address, wanted.pageNo, Math.ceil(found.total / peoplePerPage))} />
        {visit.actor.permissions.has('look after people') && <Button href="/people/new">Add a person</Button>}
      </>
    ),
  })
}

/** Whoever looks for somebody looks among everybody; coordinators begin with their own. */
function readAsked({ query, actor }: Visit): Asked {
  const find = (query.get('find') ?? '').trim()
  const usual =
    find === '' && actor.permissions.has('look after people') && actor.permissions.has('answer a task')
  const whose = query.get('whose')
  return asked.parse({
    whose: whose === 'mine' || whose === 'everybody' ? whose : usual ? 'mine' : 'everybody',
    needing: query.get('needing'),
    find,
    pageNo: query.get('page') ?? 1,
  })
}

function Filters({ visit, wanted }: { visit: Visit; wanted: Asked }) {
  const to = (whose: Asked['whose'], needing: boolean) =>
    `/people?${new URLSearchParams({ whose, ...(needing && { needing: 'yes' }), ...(wanted.find && { find: wanted.find }) }).toString()}`
  const { whose, needing } = wanted
  return (
    <>
      <form method="get" action="/people" class="cp-filter cp-no-print">
        <Input
          name="find"
          label="Find a person"
          hint="By name, date of birth or NHS number"
          value={wanted.find}
          width={20}
          spellcheck={false}
        />
        <Button variant="secondary">Find</Button>
      </form>
      <Either
        label="Which people"
        choices={[
          ...(visit.actor.permissions.has('answer a task')
            ? [{ href: to('mine', needing), text: 'Mine', current: whose === 'mine' }]
            : []),
          { href: to('everybody', needing), text: 'Everybody', current: whose === 'everybody' },
        ]}
      />
      <Either
        label="What they need"
        choices={[
          { href: to(whose, false), text: 'All', current: !needing },
          { href: to(whose, true), text: 'Who needs somebody', current: needing },
        ]}
      />
    </>
  )
}

function counted({ find, pageNo }: Asked, { people, total }: Caseload): string {
  if (total === 0) {
    return find === ''
      ? 'There is nobody here.'
      : 'Nobody is found like that. Try fewer letters, or the date of birth as 3/6/1954.'
  }
  if (total <= peoplePerPage) return total === 1 ? 'One person' : `${String(total)} people`
  const from = (pageNo - 1) * peoplePerPage + 1
  return `${String(from)} to ${String(from + people.length - 1)} of ${String(total)} people`
}

function People({ visit, people }: { visit: Visit; people: readonly CaseloadRow[] }) {
  return (
    <Table
      responsive
      classes="cp-narrow-cells"
      head={['Name', 'Born', 'NHS number', 'Coordinator', 'What needs somebody', 'Budget until']}
      rows={people.map((person) => [
        {
          text: (
            <>
              <Name visit={visit} person={person} />
              {person.knownAs !== person.givenName && ` (${person.knownAs})`}
            </>
          ),
        },
        showDay(person.bornOn),
        person.nhsNumber ? showNhsNumber(person.nhsNumber) : 'Not known',
        person.coordinator ?? 'Nobody yet',
        { text: <Needs visit={visit} person={person} /> },
        person.budgetUntil ? showDay(addDays(person.budgetUntil, -1)) : 'No budget now',
      ])}
    />
  )
}

/** Whoever may not see what is written about people finds their names alone. */
function Name({ visit, person }: { visit: Visit; person: CaseloadRow }) {
  const name = `${person.familyName}, ${person.givenName}`
  if (!visit.actor.permissions.has('see a budget')) return <bdi>{name}</bdi>
  return (
    <a href={`/people/${person.personId}/glance`}>
      <bdi>{name}</bdi>
    </a>
  )
}

function Needs({ visit, person: { tasks, questions } }: { visit: Visit; person: CaseloadRow }) {
  const [first, ...others] = tasks
  return (
    <>
      {first && (
        <Tag colour={urgencyOf(first.dueOn, visit.today) === 'overdue' ? 'red' : 'orange'}>
          {kindsOfTask[first.kind].name}
          {others.length > 0 && ` and ${String(others.length)} more`}
        </Tag>
      )}
      {questions > 0 && (
        <div class="cp-quiet">{questions === 1 ? 'One question' : `${String(questions)} questions`} open</div>
      )}
    </>
  )
}
