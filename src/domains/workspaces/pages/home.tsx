import { endOfMonth, showDay, showDayOfYear, showMonth } from '../../../platform/day.ts'
import { absolute, showMoney } from '../../../platform/money.ts'
import { Bar } from '../../../ui/bar.tsx'
import { ActionLink, Card } from '../../../ui/nhsuk/index.ts'
import { notFound, page } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import type { LineToUse } from '../../budgets/index.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { home } from '../queries/home.ts'
import type { Home } from '../queries/home.ts'
import { Help } from './help.tsx'
import { Sums } from './sums.tsx'

export async function showHome(visit: PersonVisit): Promise<Reply> {
  const model = await visit.ask(home, { personId: visit.person.id })
  if (!model) return notFound
  return page({
    title: 'Home',
    body: (
      <HomePage
        model={model}
        path={pathOf(visit.person)}
        mayAsk={visit.actor.permissions.has('ask for help')}
      />
    ),
  })
}

function HomePage({ model, path, mayAsk }: { model: Home; path: string; mayAsk: boolean }) {
  return (
    <>
      <h1>Hello, {model.knownAs}</h1>
      <NeedsYou model={model} path={path} />
      <YoursToUse model={model} path={path} />
      <Money model={model} path={path} />
      <More path={path} />
      <Help help={model.help} path={path} mayAsk={mayAsk} />
    </>
  )
}

/** At most three things, each one tap. */
function NeedsYou({ model, path }: { model: Home; path: string }) {
  const questions = model.questions.slice(0, 3).map((question) => {
    const [first] = question.payments
    const others = question.payments.length - 1
    const payments = others > 0 ? ` and ${others} more like it` : ''
    return {
      href: `${path}/questions/${question.id}`,
      text: first
        ? `What was ${showMoney(absolute(first.amount))} ${question.direction === 'in' ? 'from' : 'to'} ${first.payee || first.text} for?${payments}`
        : 'What was this for?',
    }
  })
  const payments = model.toPay
    .filter((commitment) => commitment.dueOn !== undefined && commitment.toldPaidOn === undefined)
    .map((commitment) => ({
      href: `${path}/to-pay`,
      text: `Pay ${showMoney(sumOf(commitment.parts))} to ${commitment.payeeName ?? commitment.words} by ${showDayOfYear(commitment.dueOn ?? model.today)}`,
    }))
  const things = [...questions, ...payments].slice(0, 3)
  if (things.length === 0) return null
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you">What needs you</h2>
      <ul class="cp-things">
        {things.map((thing) => (
          <li key={thing.href + thing.text}>
            <ActionLink href={thing.href}>{thing.text}</ActionLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

const sumOf = (parts: readonly { amount: bigint }[]) => parts.reduce((all, part) => all + part.amount, 0n)

function YoursToUse({ model, path }: { model: Home; path: string }) {
  const { toUse } = model.money
  const lines = toUse.lines.filter((line) => line.keptFor === undefined && isShown(line))
  if (model.money.lines.length === 0) {
    return (
      <Card heading="Your budget">
        <p>You have no budget with us yet. When one is agreed, you see here what is yours to use.</p>
      </Card>
    )
  }
  return (
    <section aria-labelledby="yours">
      <h2 id="yours">Yours to use</h2>
      <p>
        Until {showDay(endOfMonth(model.today))} you can use <strong>{showMoney(toUse.toUse)}</strong>.
      </p>
      <ul class="cp-lines">
        {lines.map((line) => (
          <li key={line.lineId}>
            <LineBar line={line} model={model} path={path} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A line that has neither money nor history this month is left to the plan. */
const isShown = (line: LineToUse) => line.toUse !== 0n || line.thisMonth.released !== 0n

/** "Swimming: £64.00 left of £96.00 in June, and £20.00 from before." */
function LineBar({ line, model, path }: { line: LineToUse; model: Home; path: string }) {
  const { released, left } = line.thisMonth
  const before = line.fromBefore
  return (
    <>
      <a class="cp-lines__name" href={`${path}/lines/${line.lineId}`}>
        {line.name}
      </a>
      <Bar part={left > 0n ? left : 0n} whole={released > 0n ? released : 1n} />
      <span>
        {released > 0n
          ? `${showMoney(left)} left of ${showMoney(released)} in ${showMonth(model.today)}`
          : `Nothing new in ${showMonth(model.today)}`}
        {before > 0n && `, and ${showMoney(before)} from before`}
        {before < 0n && `. ${showMoney(absolute(before))} more was spent than there was`}
      </span>
    </>
  )
}

function Money({ model: { money, today }, path }: { model: Home; path: string }) {
  if (money.lines.length === 0 && money.accounts.length === 0) return null
  return (
    <section aria-labelledby="where">
      <h2 id="where">Your money on {showDay(today)}</h2>
      <Sums money={money} path={path} />
    </section>
  )
}

function More({ path }: { path: string }) {
  const links = [
    [`${path}/statements/new`, 'Add a bank statement'],
    [`${path}/payments`, 'Every payment in and out'],
    [`${path}/plan`, 'My plan'],
    [`${path}/statement-of-account`, 'Statement of account, to print'],
    [`${path}/what-happened`, 'What happened, and who has looked'],
    [`${path}/away`, 'In hospital, or away'],
    [`${path}/help`, 'What you told us when something was wrong'],
  ] as const
  return (
    <nav aria-label="More">
      <ul class="nhsuk-list">
        {links.map(([href, text]) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
