import { showDay } from '../../../platform/day.ts'
import { showMoney } from '../../../platform/money.ts'
import { Table } from '../../../ui/nhsuk/index.ts'
import { page } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import { detailsToDo } from '../../payments/index.ts'
import { financeTotals, whatWaits } from '../queries/finance.ts'
import type { FinanceTotals } from '../queries/finance.ts'

/** What waits for finance, and the totals as sums of purses: each adds up to what the people themselves see. */
export async function showFinance(visit: Visit): Promise<Reply> {
  const totals = await visit.ask(financeTotals, {})
  const waits = await visit.ask(whatWaits, {})
  const details = await visit.ask(detailsToDo, {})
  const toDo = [
    [`/finance/details`, details.length, 'payment details to enter or confirm'],
    ['/finance/runs', waits.runsToApprove, 'payment runs to approve'],
    ['/finance/imports?which=problems', waits.importsWithProblems, 'statements that somebody must look at'],
    ['/finance/questions', waits.questions, 'payments that nobody can explain yet'],
    ['/finance/recharges', waits.rechargesOpen, 'recharges to claim or approve'],
  ] as const
  return page({
    title: 'Finance',
    wide: true,
    body: (
      <>
        <h1>Finance</h1>
        <h2>What waits</h2>
        <ul class="cp-counts">
          {toDo.map(([href, count, words]) => (
            <li>
              <a href={href}>
                <strong>{String(count)}</strong> {words}
              </a>
            </li>
          ))}
        </ul>
        <ul class="nhsuk-list">
          <li>
            <a href="/finance/runs/new">Prepare a payment run</a>
          </li>
          <li>
            <a href="/finance/imports">All statements</a>
          </li>
          <li>
            <a href="/finance/exports">Exports for other programs</a>
          </li>
        </ul>
        <Totals totals={totals} on={showDay(visit.today)} />
      </>
    ),
  })
}

function Totals({ totals, on }: { totals: FinanceTotals; on: string }) {
  const number = 'numeric' as const
  const money = (amount: bigint) => ({ text: showMoney(amount), format: number })
  return (
    <>
      <h2>All purses together on {on}</h2>
      <p>The purses of {String(totals.people)} people, each as they see it themselves.</p>
      <Table
        head={['Sum', { text: 'How much', format: number }]}
        rows={[
          ['Promised to their lines', money(totals.promised)],
          ['Of that, for use by today', money(totals.released)],
          ['Spent', money(totals.spent)],
          ['Set aside to be paid', money(totals.setAside)],
          ['In their accounts', money(totals.inAccounts)],
          ['On its way to them', money(totals.onItsWay)],
          ['Went out, and nobody knows yet what for', money(totals.unexplainedOut)],
          ['Came in, and nobody knows yet what it is', money(totals.unexplainedIn)],
        ]}
      />
      <Table
        caption="Promised, by who funds it"
        head={['Funder', { text: 'Promised', format: number }]}
        rows={totals.byFunder.map((row) => [row.funder, money(row.promised)])}
      />
      <Table
        responsive
        caption="By cost code"
        head={[
          'Cost code',
          { text: 'Promised', format: number },
          { text: 'For use by today', format: number },
          { text: 'Spent', format: number },
        ]}
        rows={totals.byCostCode.map((row) => [
          row.costCode,
          money(row.promised),
          money(row.released),
          money(row.spent),
        ])}
      />
    </>
  )
}
