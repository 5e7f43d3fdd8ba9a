import { showDay } from '../../../platform/day.ts'
import { nothing, showMoney } from '../../../platform/money.ts'
import { Table } from '../../../ui/nhsuk/index.ts'
import type { BudgetModel } from '../queries/budget.ts'

const number = 'numeric' as const

/** What a change would do to a budget: its lines and its payments, each as it is and as it would be. Nothing else is shown. */
export function BeforeAndAfter({ before, after }: { before: BudgetModel; after: BudgetModel }) {
  const lines = after.lines.flatMap((afterwards) => {
    const now = before.lines.find((line) => line.id === afterwards.id)
    const isChanged =
      now && (now.sums.promised !== afterwards.sums.promised || now.sums.left !== afterwards.sums.left)
    return isChanged ? [{ now, afterwards }] : []
  })
  const payments = paymentsThatChange(before, after)
  return (
    <>
      {lines.length > 0 && (
        <Table
          responsive
          caption="Money of the lines"
          head={[
            'Line',
            { text: 'Given to it now', format: number },
            { text: 'Then', format: number },
            { text: 'Left of it now', format: number },
            { text: 'Then', format: number },
          ]}
          rows={lines.map(({ now, afterwards }) => [
            afterwards.name,
            ...[now.sums.promised, afterwards.sums.promised, now.sums.left, afterwards.sums.left].map(
              (amount) => ({
                text: showMoney(amount),
                format: number,
              }),
            ),
          ])}
        />
      )}
      {payments.length > 0 && (
        <Table
          responsive
          caption="What may be used from each day on"
          head={['From', { text: 'Now', format: number }, { text: 'Then', format: number }]}
          rows={payments.map(({ on, now, afterwards }) => [
            showDay(on),
            { text: showMoney(now), format: number },
            { text: showMoney(afterwards), format: number },
          ])}
        />
      )}
    </>
  )
}

function paymentsThatChange(before: BudgetModel, after: BudgetModel) {
  const days = [...new Set([...before.toCome, ...after.toCome].map((each) => each.on))].toSorted()
  const amountOn = (model: BudgetModel, on: string) =>
    model.toCome.find((each) => each.on === on)?.amount ?? nothing
  return days
    .map((on) => ({ on, now: amountOn(before, on), afterwards: amountOn(after, on) }))
    .filter(({ now, afterwards }) => now !== afterwards)
}
