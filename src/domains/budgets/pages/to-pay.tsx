import { showDay } from '../../../platform/day.ts'
import { showMoney } from '../../../platform/money.ts'
import { Form } from '../../../ui/fields.tsx'
import { Button, Table } from '../../../ui/nhsuk/index.ts'
import { notFound, page, seeOther } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { CommitmentId } from '../budget.ts'
import { releaseCommitment } from '../commands/release-commitment.ts'
import { sayPaid } from '../commands/say-paid.ts'
import { totalOf } from '../commitment.ts'
import type { Commitment } from '../commitment.ts'
import { kept } from '../queries/kept.ts'

/** What is to be paid and by when. They pay in their own bank; the statement says when it is paid. */
export async function showToPay(visit: PersonVisit): Promise<Reply> {
  const { toPay } = await visit.ask(kept, { personId: visit.person.id })
  return page({
    title: 'What is to be paid',
    back: { href: pathOf(visit.person) },
    body: (
      <>
        <h1>What is to be paid</h1>
        <p>
          Pay these in your own bank’s app or website. We set the money aside until your statement shows them.
        </p>
        {toPay.length === 0 ? (
          <p>Nothing waits to be paid. Wages and bookings appear here when they are known.</p>
        ) : (
          <Table
            responsive
            head={['Who', 'What for', 'By', { text: 'How much', format: 'numeric' }, 'What you told us']}
            rows={toPay.map((commitment) => [
              commitment.payeeName ?? 'Not named',
              commitment.words,
              commitment.dueOn ? showDay(commitment.dueOn) : 'No day is set',
              { text: showMoney(totalOf(commitment.parts)), format: 'numeric' as const },
              { text: <Told visit={visit} commitment={commitment} /> },
            ])}
          />
        )}
        {visit.actor.permissions.has('answer for a budget') && (
          <p>
            <a href={pathOf(visit.person, '/set-aside/new')}>Set more money aside</a>
          </p>
        )}
      </>
    ),
  })
}

export async function submitPaid(visit: PersonVisit): Promise<Reply> {
  return change(visit, async (personId, commitmentId) => {
    await visit.perform(sayPaid, { personId, commitmentId })
  })
}

export async function submitNotNeeded(visit: PersonVisit): Promise<Reply> {
  return change(visit, async (personId, commitmentId) => {
    await visit.perform(releaseCommitment, { personId, commitmentId })
  })
}

/** A click on something that is settled already changes nothing, and shows how it stands. */
async function change(
  visit: PersonVisit,
  act: (personId: PersonVisit['person']['id'], commitmentId: CommitmentId) => Promise<void>,
): Promise<Reply> {
  const commitmentId = CommitmentId.safeParse(visit.params['commitmentId'])
  if (!commitmentId.success) return notFound
  for (const personId of visit.person.files) await act(personId, commitmentId.data)
  return seeOther(pathOf(visit.person, '/to-pay'))
}

function Told({ visit, commitment }: { visit: PersonVisit; commitment: Commitment }) {
  const action = pathOf(visit.person, `/to-pay/${commitment.id}`)
  const what = <span class="nhsuk-u-visually-hidden"> ({commitment.words})</span>
  if (commitment.toldPaidOn) return `You told us on ${showDay(commitment.toldPaidOn)}`
  return (
    <div class="cp-buttons">
      <Form visit={visit} action={`${action}/paid`}>
        <Button small>I have paid this{what}</Button>
      </Form>
      <Form visit={visit} action={`${action}/not-needed`}>
        <Button small variant="secondary">
          Not needed after all{what}
        </Button>
      </Form>
    </div>
  )
}
