import { addDays, showDay } from '../../../platform/day.ts'
import { showMoney } from '../../../platform/money.ts'
import { SummaryList, Table } from '../../../ui/nhsuk/index.ts'
import { notFound, page } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { nameOfPeriod, wayWords } from '../../budgets/index.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { nameOfLine, stateOfLine } from '../../statements/index.ts'
import { glance } from '../queries/glance.ts'
import type { Glance } from '../queries/glance.ts'
import { Sums } from './sums.tsx'
import { TaskRow } from './today.tsx'

/** A person at a glance: what needs somebody, where their money stands, what came and went last. */
export async function showGlance(visit: PersonVisit): Promise<Reply> {
  const model = await visit.ask(glance, { personId: visit.person.id })
  if (!model) return notFound
  const path = pathOf(visit.person)
  return page({
    title: `${visit.person.knownAs} at a glance`,
    wide: true,
    back: { href: '/people', text: 'People' },
    body: (
      <>
        <h1>{visit.person.knownAs} at a glance</h1>
        <Needs visit={visit} model={model} />
        <h2>Money on {showDay(visit.today)}</h2>
        <Sums money={model.money} path={path} />
        <Lines model={model} path={path} />
        <Payments model={model} path={path} />
        <h2>Who and where</h2>
        <Facts visit={visit} model={model} />
      </>
    ),
  })
}

function Needs({ visit, model: { tasks, questions } }: { visit: PersonVisit; model: Glance }) {
  const open = questions.filter((question) => question.state === 'open').length
  return (
    <>
      <h2>What needs somebody</h2>
      {tasks.length === 0 && <p>Nothing needs anybody now.</p>}
      {tasks.length > 0 && (
        <ol class="cp-tasks">
          {tasks.map((task) => (
            <TaskRow task={task} on={visit.today} isMine={false} />
          ))}
        </ol>
      )}
      {open > 0 && (
        <p>
          <a href={pathOf(visit.person, '/questions')}>
            {open === 1 ? 'One question waits for them' : `${String(open)} questions wait for them`}
          </a>
        </p>
      )}
    </>
  )
}

const number = 'numeric' as const

function Lines({ model: { money, running }, path }: { model: Glance; path: string }) {
  const ids = new Set(running.map((budget) => budget.id))
  const lines = money.lines.filter((line) => ids.has(line.budgetId))
  if (lines.length === 0) return <p>No budget runs now.</p>
  return (
    <Table
      responsive
      classes="cp-narrow-cells"
      caption={`Lines of ${running.map((budget) => nameOfPeriod(budget.days)).join(' and ')}`}
      head={[
        'Line',
        'How it is held',
        { text: 'Yours to use', format: number },
        { text: 'Set aside', format: number },
        { text: 'Spent', format: number },
        { text: 'Left for the whole time', format: number },
      ]}
      rows={lines.map((line) => {
        const use = money.toUse.lines.find((each) => each.lineId === line.id)
        const sums = money.money.get(line.id)
        return [
          { text: <a href={`${path}/lines/${line.id}`}>{line.name}</a> },
          wayWords[line.held.way],
          ...[use?.toUse, use?.setAside, sums?.spent, sums?.available].map((amount) => ({
            text: showMoney(amount ?? 0n),
            format: number,
          })),
        ]
      })}
    />
  )
}

function Payments({ model: { lastPayments }, path }: { model: Glance; path: string }) {
  return (
    <>
      <h2>Last payments</h2>
      {lastPayments.length === 0 ? (
        <p>
          No statement has come yet. <a href={`${path}/statements/new`}>Add a bank statement</a>
        </p>
      ) : (
        <>
          <Table
            responsive
            classes="cp-narrow-cells"
            head={['When', 'Who', 'What for', { text: 'In or out', format: number }]}
            rows={lastPayments.map((line) => [
              showDay(line.on),
              nameOfLine(line),
              stateOfLine(line).text,
              { text: showMoney(line.amount), format: number },
            ])}
          />
          <p>
            <a href={`${path}/payments`}>Every payment in and out</a>
          </p>
        </>
      )}
    </>
  )
}

function Facts({
  visit,
  model: { coordinator, icb, council, person, running },
}: {
  visit: PersonVisit
  model: Glance
}) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Care coordinator', value: coordinator ?? 'Nobody yet' },
          { key: 'ICB', value: icb?.name ?? '' },
          { key: 'Council', value: council?.name ?? 'None noted' },
          person.email !== undefined && { key: 'Email', value: person.email },
          ...running.map((budget) => ({
            key: 'Budget until',
            value: showDay(addDays(budget.ended?.on ?? budget.days.until, -1)),
          })),
        ]}
      />
      {visit.actor.permissions.has('look after people') && (
        <p>
          <a href={pathOf(visit.person, '/correct')}>Correct what is written about {person.knownAs}</a>
        </p>
      )}
    </>
  )
}
