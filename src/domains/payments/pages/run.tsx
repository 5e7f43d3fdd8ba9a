import type { RefusalOf } from '../../../platform/command.ts'
import { csvRow, harmless } from '../../../platform/csv.ts'
import { showDay, showInstant } from '../../../platform/day.ts'
import { plainPounds, showMoney } from '../../../platform/money.ts'
import { findProgress } from '../../../platform/progress.ts'
import type { Progress } from '../../../platform/progress.ts'
import { Form, Problems } from '../../../ui/fields.tsx'
import { emptyForm, refused } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import { Button, Pagination, SummaryList, Table, Tag } from '../../../ui/nhsuk/index.ts'
import type { TagColour } from '../../../ui/nhsuk/index.ts'
import { pagination } from '../../../ui/paging.ts'
import { notFound, page, seeOther, unusable } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import { showSortCode } from '../../budgets/index.ts'
import { approveRun } from '../commands/approve-run.ts'
import { cancelRun } from '../commands/cancel-run.ts'
import { RunId } from '../payment.ts'
import { paymentsOfRun, paymentsPerPage, runById } from '../queries/runs.ts'
import type { PaymentModel, RunModel } from '../queries/runs.ts'
import { RunTag, pageNumber } from './runs.tsx'

/** One run: who prepared and approved it, how far it is, each payment and what became of it. */
export async function showRun(visit: Visit, form: FormState = emptyForm): Promise<Reply> {
  const run = await askForRun(visit)
  if (!run) return notFound
  const pageNo = pageNumber.parse(visit.query.get('page') ?? 1)
  const payments = await visit.ask(paymentsOfRun, { runId: run.id, pageNo })
  const progress = run.state === 'approved' ? await findProgress(visit.platform.databases, run.id) : undefined
  const content = {
    title: `Run of ${showDay(run.payOn)}`,
    wide: true,
    back: { href: '/finance/runs', text: 'Payment runs' },
    refreshAfter: run.state === 'approved' ? 2 : undefined,
    body: (
      <>
        <Problems form={form} />
        <h1>Run of {showDay(run.payOn)}</h1>
        <Facts run={run} progress={progress} />
        <Actions visit={visit} run={run} />
        <Payments payments={payments} />
        <Pagination {...pagination(visit.address, pageNo, Math.ceil(run.payments / paymentsPerPage))} />
      </>
    ),
  }
  return form === emptyForm ? page(content) : unusable(content)
}

export async function askForRun(visit: Visit): Promise<RunModel | undefined> {
  const runId = RunId.safeParse(visit.params['runId'])
  return runId.success ? visit.ask(runById, { runId: runId.data }) : undefined
}

export async function submitApproveRun(visit: Visit): Promise<Reply> {
  return change(visit, async (runId) => visit.perform(approveRun, { runId }))
}

export async function submitCancelRun(visit: Visit): Promise<Reply> {
  return change(visit, async (runId) => visit.perform(cancelRun, { runId }))
}

type Refusal = RefusalOf<typeof approveRun> | RefusalOf<typeof cancelRun>

async function change(
  visit: Visit,
  act: (runId: RunId) => Promise<{ ok: true } | { ok: false; refusal: Refusal }>,
): Promise<Reply> {
  const run = await askForRun(visit)
  if (!run) return notFound
  const outcome = await act(run.id)
  if (!outcome.ok) return showRun(visit, refused(visit.typed, refusalWords[outcome.refusal]))
  return seeOther(`/finance/runs/${run.id}`)
}

const refusalWords: Record<Refusal, string> = {
  'no-such-run': 'There is no such run',
  'not-waiting-for-approval': 'This run does not wait for approval any more',
  'somebody-else-must': 'You prepared this run: somebody else must approve it',
}

/** Every payment of the run, for the payer's finance system. */
export async function showRunAsCsv(visit: Visit): Promise<Reply> {
  const run = await askForRun(visit)
  if (!run) return notFound
  const payments = await visit.ask(paymentsOfRun, { runId: run.id })
  const rows = payments.map((payment) => [
    payment.reference,
    harmless(payment.accountName),
    payment.sortCode,
    payment.accountNumber,
    plainPounds(payment.amount),
    run.payOn,
    payment.dueOn,
    payment.state,
  ])
  return {
    kind: 'file',
    name: `run-${run.payOn}.csv`,
    type: 'text/csv; charset=utf-8',
    body: [csvHeading, ...rows].map(csvRow).join(''),
  }
}

const csvHeading = [
  'reference',
  'account name',
  'sort code',
  'account number',
  'amount',
  'pay on',
  'due on',
  'state',
]

function Facts({ run, progress }: { run: RunModel; progress: Progress | undefined }) {
  const { preparedBy, approvedBy } = run
  return (
    <>
      {run.state === 'approved' && (
        <p role="status">
          {progress
            ? `${String(progress.done)} of ${String(run.payments)} payments are sent.`
            : 'The payments are being sent.'}{' '}
          You can leave this page.
        </p>
      )}
      <SummaryList
        rows={[
          { key: 'How it stands', value: { text: <RunTag run={run} /> } },
          { key: 'Who pays', value: run.payer },
          { key: 'What it pays', value: `Everything due up to ${showDay(run.dueUpTo)}` },
          { key: 'Payments', value: `${String(run.payments)}, ${showMoney(run.total)} in all` },
          run.state === 'sent' && {
            key: 'What became of them',
            value: `${String(run.arrived)} seen on a statement or taken, ${String(run.sent)} on their way, ${String(run.failed)} came back`,
          },
          { key: 'Prepared', value: `${preparedBy.name}, ${showInstant(preparedBy.at)}` },
          approvedBy && { key: 'Approved', value: `${approvedBy.name}, ${showInstant(approvedBy.at)}` },
        ]}
      />
    </>
  )
}

function Actions({ visit, run }: { visit: Visit; run: RunModel }) {
  const path = `/finance/runs/${run.id}`
  const isMine = run.preparedBy.id === visit.actor.userId
  return (
    <>
      {run.state === 'prepared' && isMine && <p>You prepared this run: somebody else approves it.</p>}
      <div class="cp-buttons cp-no-print">
        {run.state === 'prepared' && !isMine && visit.actor.permissions.has('approve payments') && (
          <Form visit={visit} action={`${path}/approve`}>
            <Button>Approve and send {showMoney(run.total)}</Button>
          </Form>
        )}
        {run.state === 'prepared' && (
          <Form visit={visit} action={`${path}/throw-away`}>
            <Button variant="secondary">Throw this run away</Button>
          </Form>
        )}
        <Button href={`${path}/payments.csv`} variant="secondary">
          Download the payments (CSV)
        </Button>
        {run.state === 'sent' && (
          <Button href={`${path}/returned`} variant="secondary">
            Add the bank’s returned list
          </Button>
        )}
      </div>
    </>
  )
}

const stateWords: Record<PaymentModel['state'], { words: string; colour: TagColour }> = {
  prepared: { words: 'Not sent', colour: 'grey' },
  sent: { words: 'On its way', colour: 'blue' },
  arrived: { words: 'Arrived', colour: 'green' },
  failed: { words: 'Came back', colour: 'red' },
  cancelled: { words: 'Thrown away', colour: 'grey' },
}

function Payments({ payments }: { payments: readonly PaymentModel[] }) {
  const number = 'numeric' as const
  return (
    <Table
      responsive
      classes="cp-narrow-cells"
      caption="Payments"
      head={[
        'Person',
        'What for',
        'Account',
        'Reference',
        'How it stands',
        { text: 'How much', format: number },
      ]}
      rows={payments.map((payment) => [
        { text: <a href={`/people/${payment.personId}/where-to-pay`}>{payment.personName}</a> },
        payment.what,
        `${payment.accountName}, ${showSortCode(payment.sortCode)} ${payment.accountNumber}`,
        payment.reference,
        { text: <State payment={payment} /> },
        { text: showMoney(payment.amount), format: number },
      ])}
    />
  )
}

function State({ payment }: { payment: PaymentModel }) {
  const { words, colour } = stateWords[payment.state]
  return (
    <>
      <Tag colour={colour}>{words}</Tag>
      {payment.failedBecause && <div class="cp-quiet">{payment.failedBecause}</div>}
      {payment.state === 'sent' && payment.confirmedOn && (
        <div class="cp-quiet">Paid, says the bank, {showDay(payment.confirmedOn)}</div>
      )}
    </>
  )
}
