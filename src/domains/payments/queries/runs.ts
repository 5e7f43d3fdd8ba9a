import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../../platform/database.ts'
import type { Day } from '../../../platform/day.ts'
import type { Pence } from '../../../platform/money.ts'
import { query } from '../../../platform/query.ts'
import type { Viewer } from '../../../platform/actor.ts'
import { OrganisationId, organisationsById } from '../../organisations/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { Due } from '../due.ts'
import { findDue } from '../due.ts'
import { RunId } from '../payment.ts'
import type { PaymentId } from '../payment.ts'
import type { RunState } from '../run.ts'

/** A run as lists and its own page show it. */
export type RunModel = {
  id: RunId
  payerId: OrganisationId
  payer: string
  payOn: Day
  dueUpTo: Day
  state: RunState
  preparedBy: { id: string; name: string; at: Date }
  approvedBy: { name: string; at: Date } | undefined
  payments: number
  total: Pence
  /** Of the payments: how many are in each state. */
  sent: number
  arrived: number
  failed: number
}

export const runsPerPage = 25
export const paymentsPerPage = 50

const pageNo = z.int().min(1).max(10_000)

/** The runs of this viewer's organisations, the newest first; `isMore` says whether a page follows. */
export const runs = query({
  name: 'payments.runs',
  input: z.object({ pageNo }),
  allow: 'pay people',
  async read({ database, viewer }, { pageNo: page }): Promise<{ runs: RunModel[]; isMore: boolean }> {
    const found = await readRuns(database, viewer, { limit: runsPerPage + 1, skip: (page - 1) * runsPerPage })
    return { runs: found.slice(0, runsPerPage), isMore: found.length > runsPerPage }
  },
})

export const runById = query({
  name: 'payments.run',
  input: z.object({ runId: RunId }),
  allow: 'pay people',
  async read({ database, viewer }, { runId }): Promise<RunModel | undefined> {
    const [run] = await readRuns(database, viewer, { runId, limit: 1, skip: 0 })
    return run
  },
})

type Wanted = { runId?: RunId; limit: number; skip: number }

export async function readRuns(
  database: Database,
  viewer: Viewer,
  { runId, limit, skip }: Wanted,
): Promise<RunModel[]> {
  const answer = await sql<Row>`
    select run.id, run.payer_id as "payerId", payer.name as payer, run.pay_on as "payOn", run.due_up_to as "dueUpTo",
           run.state, run.prepared_by as "preparedById", preparer.name as "preparedByName", run.prepared_at as "preparedAt",
           approver.name as "approvedByName", run.approved_at as "approvedAt", run.payments, run.total,
           made.sent, made.arrived, made.failed
    from payments.run run
    join organisations.organisation payer on payer.id = run.payer_id
    join accounts."user" preparer on preparer.id = run.prepared_by
    left join accounts."user" approver on approver.id = run.approved_by
    cross join lateral (
      select count(*) filter (where payment.state = 'sent')::int as sent,
             count(*) filter (where payment.state = 'arrived')::int as arrived,
             count(*) filter (where payment.state = 'failed')::int as failed
      from payments.payment payment where payment.run_id = run.id
    ) made
    where run.payer_id = any (${[...viewer.grantees]}::uuid[])
      and (${runId === undefined} or run.id = ${runId ?? null}::uuid)
    order by run.pay_on desc, run.prepared_at desc, run.id
    limit ${limit} offset ${skip}`.execute(database)
  return answer.rows.map(
    ({ preparedById, preparedByName, preparedAt, approvedByName, approvedAt, ...run }) => ({
      ...run,
      preparedBy: { id: preparedById, name: preparedByName, at: preparedAt },
      approvedBy: approvedAt && approvedByName ? { name: approvedByName, at: approvedAt } : undefined,
    }),
  )
}

type Row = Omit<RunModel, 'preparedBy' | 'approvedBy'> & {
  preparedById: string
  preparedByName: string
  preparedAt: Date
  approvedByName: string | null
  approvedAt: Date | null
}

/** One payment of a run, with whom it is for and where it goes. */
export type PaymentModel = {
  id: PaymentId
  personId: PersonId
  personName: string
  /** What it is for: money of a budget, or what was set aside. */
  what: string
  accountName: string
  sortCode: string
  accountNumber: string
  dueOn: Day
  amount: Pence
  reference: string
  state: 'prepared' | 'sent' | 'arrived' | 'failed' | 'cancelled'
  confirmedOn: Day | null
  failedBecause: string | null
}

export const paymentsOfRun = query({
  name: 'payments.payments-of-run',
  input: z.object({ runId: RunId, pageNo: pageNo.optional() }),
  allow: 'pay people',
  read: ({ database }, { runId, pageNo: page }): Promise<PaymentModel[]> =>
    readPayments(
      database,
      runId,
      page === undefined
        ? { limit: 100_000, skip: 0 }
        : { limit: paymentsPerPage, skip: (page - 1) * paymentsPerPage },
    ),
})

/** Row-level security leaves out what may not be seen; a payer may see all that it pays. */
export async function readPayments(
  database: Pick<Database, 'getExecutor'>,
  runId: RunId,
  { limit, skip }: { limit: number; skip: number },
): Promise<PaymentModel[]> {
  const answer = await sql<PaymentModel>`
    select payment.id, payment.person_id as "personId", person.given_name || ' ' || person.family_name as "personName",
           coalesce(commitment.words, 'Budget') as what, details.account_name as "accountName",
           details.sort_code as "sortCode", details.account_number as "accountNumber", payment.due_on as "dueOn",
           payment.amount, payment.reference, payment.state, payment.confirmed_on as "confirmedOn",
           payment.failed_because as "failedBecause"
    from payments.payment payment
    join people.person person on person.id = payment.person_id
    join payments.details details on details.person_id = payment.person_id and details.id = payment.details_id
    left join budgets.commitment commitment
      on commitment.person_id = payment.person_id and commitment.id = payment.commitment_id
    where payment.run_id = ${runId}
    order by person.family_name, person.given_name, payment.person_id, payment.id
    limit ${limit} offset ${skip}`.execute(database)
  return answer.rows
}

/** Something due that has no confirmed details yet, and so cannot be paid. */
export type HeldBack = Due & { personName: string }

/** What falls due up to a day and cannot be paid yet. */
export async function heldBack(database: Database, payerId: OrganisationId, upTo: Day): Promise<HeldBack[]> {
  const due = (await findDue(database, payerId, upTo)).filter((each) => each.detailsId === null)
  if (due.length === 0) return []
  const people = await database
    .selectFrom('people.person')
    .select(['id', 'given_name', 'family_name'])
    .where(
      'id',
      'in',
      due.map((each) => each.personId),
    )
    .execute()
  const names = new Map(people.map((person) => [person.id, `${person.given_name} ${person.family_name}`]))
  return due.map((each) => ({ ...each, personName: names.get(each.personId) ?? '' }))
}

/** The organisations that this viewer pays for. */
export const payersOfViewer = query({
  name: 'payments.payers',
  input: z.object({}),
  allow: 'pay people',
  async read({ database, viewer }): Promise<Organisation[]> {
    const ids = viewer.grantees.flatMap((grantee) => OrganisationId.safeParse(grantee).data ?? [])
    return [...(await organisationsById(database, ids)).values()]
  },
})
