import { z } from 'zod'
import { showDay } from '../../../platform/day.ts'
import { showMoney } from '../../../platform/money.ts'
import { Button, Pagination, Table, Tag } from '../../../ui/nhsuk/index.ts'
import type { TagColour } from '../../../ui/nhsuk/index.ts'
import { pagination } from '../../../ui/paging.ts'
import { page } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import { runs } from '../queries/runs.ts'
import type { RunModel } from '../queries/runs.ts'
import { runStateWords } from '../run.ts'
import type { RunState } from '../run.ts'

export const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1)

/** Payments that go out together: what waits for approval, what was sent, what came back. */
export async function showRuns(visit: Visit): Promise<Reply> {
  const pageNo = pageNumber.parse(visit.query.get('page') ?? 1)
  const found = await visit.ask(runs, { pageNo })
  const number = 'numeric' as const
  return page({
    title: 'Payment runs',
    wide: true,
    back: { href: '/finance', text: 'Finance' },
    body: (
      <>
        <h1>Payment runs</h1>
        <Button href="/finance/runs/new">Prepare a run</Button>
        {found.runs.length === 0 ? (
          <p>No run was prepared yet. A run gathers everything that falls due up to a day.</p>
        ) : (
          <Table
            responsive
            head={[
              'Paid on',
              'Due up to',
              'How it stands',
              'Prepared by',
              'Approved by',
              { text: 'Payments', format: number },
              { text: 'Total', format: number },
            ]}
            rows={found.runs.map((run) => [
              { text: <a href={`/finance/runs/${run.id}`}>{showDay(run.payOn)}</a> },
              showDay(run.dueUpTo),
              { text: <RunTag run={run} /> },
              run.preparedBy.name,
              run.approvedBy?.name ?? '',
              { text: String(run.payments), format: number },
              { text: showMoney(run.total), format: number },
            ])}
          />
        )}
        <Pagination {...pagination(visit.address, pageNo, found.isMore ? pageNo + 1 : pageNo)} />
      </>
    ),
  })
}

const colours: Record<RunState, TagColour> = {
  prepared: 'yellow',
  approved: 'blue',
  sent: 'green',
  cancelled: 'grey',
}

export function RunTag({ run }: { run: Pick<RunModel, 'state' | 'failed'> }) {
  return (
    <>
      <Tag colour={colours[run.state]}>{runStateWords[run.state]}</Tag>
      {run.failed > 0 && (
        <>
          {' '}
          <Tag colour="red">{String(run.failed)} came back</Tag>
        </>
      )}
    </>
  )
}
