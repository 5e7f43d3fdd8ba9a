import { showDay } from '../../../platform/day.ts'
import { showMoney } from '../../../platform/money.ts'
import { SummaryList, Table, Tag } from '../../../ui/nhsuk/index.ts'
import { capital } from '../../../ui/capital.ts'
import { notFound, page } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { BudgetId, endReasonWords, nameOfPeriod } from '../budget.ts'
import { changeWords } from '../change.ts'
import { basisWords } from '../funding.ts'
import { wayWords } from '../holding.ts'
import { budgetOfPerson } from '../queries/budget.ts'
import type { BudgetLineModel, BudgetModel, FundersShare } from '../queries/budget.ts'
import { paidEveryWords } from '../release.ts'
import { stateOfBudget } from '../state-of-budget.ts'

/** What was awarded, who pays, each line to the penny, every change with its reason, and what is still to come. */
export async function showBudget(visit: PersonVisit): Promise<Reply> {
  const model = await askForBudget(visit)
  if (!model) return notFound
  const title = `Budget for ${nameOfPeriod(model.budget.days)}`
  return page({
    title,
    wide: true,
    back: { href: pathOf(visit.person, '/budgets'), text: 'All budgets' },
    body: (
      <>
        <h1>{title}</h1>
        <Facts visit={visit} model={model} />
        <h2>Its lines</h2>
        <Lines visit={visit} model={model} />
        <Actions visit={visit} model={model} />
        <h2>What was changed, and why</h2>
        <Changes model={model} />
        <h2>What is still to come</h2>
        <ToCome model={model} />
      </>
    ),
  })
}

/** The budget of this address; undefined where this viewer may not know of it. */
export async function askForBudget(visit: PersonVisit): Promise<BudgetModel | undefined> {
  const budgetId = BudgetId.safeParse(visit.params['budgetId'])
  if (!budgetId.success) return undefined
  return visit.ask(budgetOfPerson, { personId: visit.person.id, budgetId: budgetId.data })
}

function Facts({
  visit,
  model: { budget, payer, contribution },
}: {
  visit: PersonVisit
  model: BudgetModel
}) {
  const state = stateOfBudget(budget, visit.today)
  return (
    <SummaryList
      rows={[
        { key: 'How it stands', value: { text: <Tag colour={state.colour}>{state.words}</Tag> } },
        budget.ended && { key: 'Why it ended', value: endReasonWords[budget.ended.because] },
        { key: 'On what ground', value: capital(basisWords[budget.basis]) },
        { key: 'Who pays', value: `${payer}, ${paidEveryWords[budget.paidEvery]}` },
        contribution !== undefined && {
          key: 'Contribution',
          value: `${showMoney(contribution)} with each payment, towards the council’s part`,
        },
        budget.costCode !== undefined && { key: 'Cost code', value: budget.costCode },
      ]}
    />
  )
}

const number = 'numeric' as const

function Lines({ visit, model: { lines, totals } }: { visit: PersonVisit; model: BudgetModel }) {
  const path = pathOf(visit.person)
  return (
    <Table
      responsive
      head={[
        'Line',
        'Who funds it',
        'How it is held',
        { text: 'Given to it', format: number },
        { text: 'For use by today', format: number },
        { text: 'Spent', format: number },
        { text: 'To be paid', format: number },
        { text: 'Left for the whole time', format: number },
      ]}
      rows={[
        ...lines.map((line) => [
          { text: <LineName line={line} href={`${path}/lines/${line.id}`} /> },
          showShares(line.shares),
          wayWords[line.held.way],
          ...sumsInOrder(line.sums),
        ]),
        [{ text: <strong>All together</strong> }, '', '', ...sumsInOrder(totals)],
      ]}
    />
  )
}

function LineName({ line, href }: { line: BudgetLineModel; href: string }) {
  return (
    <>
      <a href={href}>{line.name}</a>
      <br />
      <span class="cp-quiet">{line.working}</span>
    </>
  )
}

const sumsInOrder = ({ promised, released, spent, setAside, left }: BudgetModel['totals']) =>
  [promised, released, spent, setAside, left].map((amount) => ({ text: showMoney(amount), format: number }))

/** "ICB 70%, council 30%". */
export function showShares(shares: readonly FundersShare[]): string {
  return shares.map(({ funder, parts }) => `${funder} ${String(parts / 100)}%`).join(', ')
}

function Actions({ visit, model: { budget, next } }: { visit: PersonVisit; model: BudgetModel }) {
  if (!visit.actor.permissions.has('award budgets') || budget.ended) return null
  const path = pathOf(visit.person, `/budgets/${budget.id}`)
  const isOver = budget.days.until <= visit.today
  const links = [
    !isOver && ['more', 'Give more money'],
    !isOver && ['less', 'Give less money'],
    !isOver && ['end', 'End this budget early'],
    isOver && next && ['carry-over', `Carry over what is left to ${nameOfPeriod(next.days)}`],
  ].filter((link) => Array.isArray(link))
  return (
    <ul class="nhsuk-list cp-no-print">
      {links.map(([end, words]) => (
        <li key={end}>
          <a href={`${path}/${end}`}>{words}</a>
        </li>
      ))}
    </ul>
  )
}

function Changes({ model: { changes } }: { model: BudgetModel }) {
  if (changes.length === 0) return <p>Nothing was changed since it was awarded.</p>
  return (
    <Table
      responsive
      head={['From', 'What', { text: 'How much', format: number }, 'Why', 'Who decided', 'Told on']}
      rows={changes.map((change) => [
        showDay(change.effectiveOn),
        changeWords[change.kind],
        { text: change.amount === 0n ? '' : showMoney(change.amount), format: number },
        change.reason,
        change.decidedBy,
        showDay(change.toldOn),
      ])}
    />
  )
}

function ToCome({ model: { toCome } }: { model: BudgetModel }) {
  if (toCome.length === 0) return <p>Nothing: all of it may be used already.</p>
  return (
    <Table
      head={['From this day on', { text: 'So much more may be used', format: number }]}
      rows={toCome.map(({ on, amount }) => [showDay(on), { text: showMoney(amount), format: number }])}
    />
  )
}
