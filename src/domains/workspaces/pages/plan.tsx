import { showDay } from '../../../platform/day.ts'
import { showMoney } from '../../../platform/money.ts'
import { Form } from '../../../ui/fields.tsx'
import { Button, SummaryList } from '../../../ui/nhsuk/index.ts'
import { page } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { employerWords, wayTerms, wayWords } from '../../budgets/index.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { keptForWords, rhythmWords } from '../../plans/index.ts'
import { planLetter } from '../queries/plan-letter.ts'
import type { PlanLetter } from '../queries/plan-letter.ts'

/** The plan, read from top to bottom like a letter. Staff write it here too. */
export async function showPlan(visit: PersonVisit): Promise<Reply> {
  const plan = await visit.ask(planLetter, { personId: visit.person.id })
  const mayWrite = visit.actor.permissions.has('look after people')
  const path = pathOf(visit.person, '/plan')
  return page({
    title: visit.own ? 'My plan' : 'The plan',
    back: { href: visit.own ? pathOf(visit.person) : pathOf(visit.person, '/glance') },
    body: (
      <>
        <h1>{visit.own ? 'My plan' : `${visit.person.knownAs}’s plan`}</h1>
        {plan ? (
          <Letter visit={visit} plan={plan} mayWrite={mayWrite} />
        ) : (
          <p>There is no plan yet. It appears here when it is agreed.</p>
        )}
        {!plan && mayWrite && <Button href={`${path}/start`}>Start the plan</Button>}
      </>
    ),
  })
}

type LetterProps = { visit: PersonVisit; plan: PlanLetter; mayWrite: boolean }

function Letter({ visit, plan, mayWrite }: LetterProps) {
  const path = pathOf(visit.person, '/plan')
  return (
    <>
      <p>
        Agreed on {showDay(plan.agreedOn)}.{' '}
        {plan.reviewOn
          ? `To be looked at again by ${showDay(plan.reviewOn)}.`
          : 'No day is set to look at it again.'}{' '}
        {mayWrite && <a href={`${path}/review`}>Set the day</a>}
      </p>
      {plan.lines.length === 0 && <p>Nothing is in it yet.</p>}
      {plan.lines.map((line) => (
        <Line visit={visit} line={line} mayWrite={mayWrite} />
      ))}
      {mayWrite && (
        <Button href={`${path}/lines/new`} variant="secondary">
          Add a line
        </Button>
      )}
      <Unpaid visit={visit} plan={plan} mayWrite={mayWrite} />
      <Button
        variant="secondary"
        type="button"
        classes="cp-no-print nhsuk-u-frontend-not-supported-hidden"
        attributes={{ 'data-print': '' }}
      >
        Print this
      </Button>
    </>
  )
}

type LineProps = { visit: PersonVisit; line: PlanLetter['lines'][number]; mayWrite: boolean }

function Line({ visit, line, mayWrite }: LineProps) {
  const path = pathOf(visit.person)
  const { amount, per, extraPerBankHoliday } = line.price
  return (
    <section>
      <h2>{line.name}</h2>
      <p class="cp-words">{line.whatFor}</p>
      <SummaryList
        rows={[
          { key: 'What it is to bring', value: line.outcome },
          {
            key: 'What it costs',
            value: `${showMoney(amount)} ${rhythmWords[per]}${extraPerBankHoliday > 0n ? `, and ${showMoney(extraPerBankHoliday)} more on each bank holiday` : ''}`,
          },
          line.keptFor !== undefined && { key: 'Kept', value: keptForWords[line.keptFor] },
          line.usualPayees.length > 0 && { key: 'Who is usually paid', value: line.usualPayees.join(', ') },
          {
            key: 'Who holds the money',
            value: line.held
              ? `${wayWords[line.held.way]} (${wayTerms[line.held.way]})`
              : 'No budget pays for it now',
          },
          line.held && { key: 'Who employs', value: employerWords[line.held.employer] },
        ]}
      />
      <p class="cp-no-print">
        {line.lineId && <a href={`${path}/lines/${line.lineId}`}>Its money: {line.name}</a>}
      </p>
      {mayWrite && (
        <div class="cp-buttons cp-no-print">
          <Button href={`${path}/plan/lines/${line.id}`} variant="secondary" small>
            Change {line.name}
          </Button>
          <Form visit={visit} action={`${path}/plan/lines/${line.id}/end`}>
            <Button variant="secondary" small>
              End {line.name}
            </Button>
          </Form>
        </div>
      )}
    </section>
  )
}

function Unpaid({ visit, plan, mayWrite }: LetterProps) {
  const path = pathOf(visit.person, '/plan/unpaid-support')
  return (
    <section>
      <h2>Who helps unpaid</h2>
      {plan.unpaidSupport.length === 0 && <p>Nobody is noted.</p>}
      {plan.unpaidSupport.map((support) => (
        <div>
          <p>
            <strong>{support.who}:</strong> {support.what}
          </p>
          {mayWrite && (
            <Form visit={visit} action={`${path}/${support.id}/end`}>
              <Button variant="secondary" small classes="cp-no-print">
                Not any more<span class="nhsuk-u-visually-hidden">: {support.who}</span>
              </Button>
            </Form>
          )}
        </div>
      ))}
      {mayWrite && (
        <p class="cp-no-print">
          <a href={path}>Add somebody who helps unpaid</a>
        </p>
      )}
    </section>
  )
}
