import { sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '../../../platform/day.ts'
import type { Pence } from '../../../platform/money.ts'
import { query } from '../../../platform/query.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import { visible } from '../../../platform/visibility.ts'
import type { PersonId } from '../../people/index.ts'
import type { RechargeId } from '../payment.ts'

/** A funder's part of one payday, and how far it is: worked out, claimed by the payer, approved by the funder. */
export type RechargeModel = {
  id: RechargeId
  personId: PersonId
  personName: string
  payerId: OrganisationId
  payer: string
  funderId: OrganisationId
  funder: string
  costCode: string | null
  dueOn: Day
  amount: Pence
  claimed: Pence | null
  claimedOn: Day | null
  approvedOn: Day | null
  approvedBy: string | null
}

export const rechargesPerPage = 50

const asked = z.object({
  which: z.enum(['open', 'all']),
  /** Absent: all of them, for a file. */
  pageNo: z.int().min(1).max(10_000).optional(),
})

/** Recharges between this viewer's organisations and others, what is due first at the top. */
export const recharges = query({
  name: 'payments.recharges',
  input: asked,
  allow: 'pay people',
  async read(
    { database, viewer },
    { which, pageNo },
  ): Promise<{ recharges: RechargeModel[]; total: number }> {
    const limit = pageNo === undefined ? 100_000 : rechargesPerPage
    const answer = await sql<RechargeModel & { total: bigint }>`
      select recharge.id, recharge.person_id as "personId",
             person.given_name || ' ' || person.family_name as "personName",
             recharge.payer_id as "payerId", payer.name as payer, recharge.funder_id as "funderId", funder.name as funder,
             budget.cost_code as "costCode", recharge.due_on as "dueOn", recharge.amount, recharge.claimed,
             recharge.claimed_on as "claimedOn", recharge.approved_on as "approvedOn", approver.name as "approvedBy",
             count(*) over () as total
      from payments.recharge recharge
      join people.person person on person.id = recharge.person_id
      join budgets.budget budget on budget.person_id = recharge.person_id and budget.id = recharge.budget_id
      join organisations.organisation payer on payer.id = recharge.payer_id
      join organisations.organisation funder on funder.id = recharge.funder_id
      left join accounts."user" approver on approver.id = recharge.approved_by
      where (recharge.payer_id = any (${[...viewer.grantees]}::uuid[])
             or recharge.funder_id = any (${[...viewer.grantees]}::uuid[]))
        and (${which === 'all'} or recharge.approved_on is null)
        and ${visible(viewer, 'recharge.person_id')}
      order by recharge.due_on, person.family_name, person.given_name, recharge.id
      limit ${limit} offset ${((pageNo ?? 1) - 1) * limit}`.execute(database)
    return {
      recharges: answer.rows.map(({ total: _total, ...recharge }) => recharge),
      total: Number(answer.rows[0]?.total ?? 0n),
    }
  },
})
