import { showMonth } from '../../../platform/day.ts'
import { showMoney } from '../../../platform/money.ts'
import { Bar } from '../../../ui/bar.tsx'
import { SummaryList } from '../../../ui/nhsuk/index.ts'
import { notFound, page } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { LineId } from '../budget.ts'
import { employerWords, wayTerms, wayWords } from '../holding.ts'
import { lineOfPerson } from '../queries/line.ts'
import type { LineModel } from '../queries/line.ts'

/** What a line is for in their words, the goal it serves, who holds the money, what happened, what is set aside. */
export async function showLine(visit: PersonVisit): Promise<Reply> {
  const lineId = LineId.safeParse(visit.params['lineId'])
  if (!lineId.success) return notFound
  const model = await visit.ask(lineOfPerson, { personId: visit.person.id, lineId: lineId.data })
  if (!model) return notFound
  return page({
    title: model.line.name,
    back: { href: pathOf(visit.person) },
    body: <LinePage visit={visit} model={model} />,
  })
}

function LinePage({ visit, model }: { visit: PersonVisit; model: LineModel }) {
  const { line, use, account, holder } = model
  const { released, left } = use.thisMonth
  const path = pathOf(visit.person)
  return (
    <>
      <h1>{line.name}</h1>
      <blockquote class="cp-words">{line.whatFor}</blockquote>
      {use.keptFor === undefined && (
        <p>
          <Bar part={left > 0n ? left : 0n} whole={released > 0n ? released : 1n} />
          {showMoney(left)} left of {showMoney(released)} in {showMonth(visit.today)}
          {use.fromBefore > 0n && `, and ${showMoney(use.fromBefore)} from before`}
        </p>
      )}
      <SummaryList
        rows={[
          { key: 'What it is to bring', value: line.outcome },
          { key: 'Yours to use', value: showMoney(use.toUse) },
          { key: 'Set aside', value: showMoney(use.setAside) },
          { key: 'Who holds the money', value: `${wayWords[line.held.way]} (${wayTerms[line.held.way]})` },
          account && { key: 'Where it is', value: holder ? `${account.name}, with ${holder}` : account.name },
          { key: 'Who employs', value: employerWords[line.held.employer] },
          { key: 'For the whole time', value: showMoney(line.awarded) },
          { key: 'How that was worked out', value: line.working },
        ]}
      />
      <ul class="nhsuk-list">
        <li>
          <a href={`${path}/payments?line=${line.id}`}>What happened: its payments</a>
        </li>
        <li>
          <a href={`${path}/lines/${line.id}/hold-differently`}>Hold it another way</a>
        </li>
      </ul>
    </>
  )
}
