import { showDay } from '../../../platform/day.ts'
import { showMoney } from '../../../platform/money.ts'
import { Table } from '../../../ui/nhsuk/index.ts'
import { page } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import type { KeptFor } from '../../plans/index.ts'
import { totalOf } from '../commitment.ts'
import { kept } from '../queries/kept.ts'

/** What is set aside and why, so that "yours to use" explains itself. */
export async function showSetAside(visit: PersonVisit): Promise<Reply> {
  const { money, toPay } = await visit.ask(kept, { personId: visit.person.id })
  const lines = money.toUse.lines.filter((line) => line.keptFor !== undefined && line.setAside > 0n)
  const number = 'numeric' as const
  const rows = [
    ...lines.map((line) => [
      line.name,
      { text: showMoney(line.setAside), format: number },
      line.keptFor ? keptWords[line.keptFor] : '',
    ]),
    ...toPay.map((commitment) => [
      commitment.payeeName ?? commitment.words,
      { text: showMoney(totalOf(commitment.parts)), format: number },
      `${commitment.words}${commitment.dueOn ? `, due ${showDay(commitment.dueOn)}` : ''}`,
    ]),
  ]
  return page({
    title: 'Set aside',
    back: { href: pathOf(visit.person) },
    body: (
      <>
        <h1>Set aside</h1>
        <p>
          {showMoney(money.toUse.setAside)} is set aside on {showDay(money.on)}. It is in the account, and it
          is spoken for.
        </p>
        {rows.length === 0 ? (
          <p>Nothing is set aside. Money appears here when something is booked, or kept for later.</p>
        ) : (
          <Table head={['For', { text: 'How much', format: number }, 'Why']} rows={rows} />
        )}
        <p>
          <a href={pathOf(visit.person, '/to-pay')}>What is to be paid</a>
        </p>
      </>
    ),
  })
}

const keptWords: Record<KeptFor, string> = {
  contingency: 'Kept for when something goes wrong',
  leave: 'Kept for holidays of the people you employ',
  saving: 'Saved for something named',
}
