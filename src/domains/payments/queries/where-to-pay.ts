import { sql } from 'kysely'
import { z } from 'zod'
import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import { query } from '../../../platform/query.ts'
import { visible } from '../../../platform/visibility.ts'
import { PersonId, filesOfPerson } from '../../people/index.ts'
import type { PayeeId } from '../../plans/index.ts'
import type { AccountId } from '../../budgets/index.ts'
import type { DetailsId } from '../payment.ts'

/** An account or payee that money goes to, and whether somebody entered and somebody else confirmed where. */
export type WhereToPay = {
  personId: PersonId
  personName: string
  accountId: AccountId | null
  payeeId: PayeeId | null
  /** The account's or the payee's name. */
  name: string
  details:
    | {
        id: DetailsId
        accountName: string
        sortCode: string
        accountNumber: string
        enteredBy: { id: string; name: string; at: Date }
        confirmedBy: { name: string; at: Date } | undefined
      }
    | undefined
}

/** Everywhere that one person's money goes: their open accounts, and payees of support that the NHS arranges. */
export const whereToPay = query({
  name: 'payments.where-to-pay',
  input: z.object({ personId: PersonId }),
  allow: 'pay people',
  async read({ database, viewer }, { personId }): Promise<WhereToPay[]> {
    const files = await filesOfPerson(database, viewer, personId)
    return files.length === 0 ? [] : readWhereToPay(database, viewer, { files })
  },
})

/** What is still to be entered or confirmed, of everybody whom this viewer's organisations pay. */
export const detailsToDo = query({
  name: 'payments.details-to-do',
  input: z.object({}),
  allow: 'pay people',
  read: ({ database, viewer }): Promise<WhereToPay[]> =>
    readWhereToPay(database, viewer, { unfinished: true }),
})

type Wanted = { files?: readonly PersonId[]; unfinished?: boolean }

const most = 500

export async function readWhereToPay(
  database: Database,
  viewer: Viewer,
  { files, unfinished = false }: Wanted,
): Promise<WhereToPay[]> {
  const answer = await sql<Row>`
    with target as (
      select account.person_id, account.id as account_id, null::uuid as payee_id, account.name
      from budgets.account account
      where account.closed_on is null and exists (
        select 1 from budgets.holding held
        join budgets.line line on line.person_id = held.person_id and line.id = held.line_id
        join budgets.budget budget on budget.person_id = line.person_id and budget.id = line.budget_id
        where held.person_id = account.person_id and held.account_id = account.id
          and budget.payer_id = any (${[...viewer.grantees]}::uuid[]))
      union all
      select distinct commitment.person_id, null::uuid, payee.id, payee.name
      from budgets.commitment commitment
      join plans.payee payee on payee.person_id = commitment.person_id and payee.id = commitment.payee_id
      join budgets.commitment_part part on part.person_id = commitment.person_id and part.commitment_id = commitment.id
      join budgets.line line on line.person_id = part.person_id and line.id = part.line_id
      join budgets.budget budget on budget.person_id = line.person_id and budget.id = line.budget_id
      join budgets.holding held on held.person_id = line.person_id and held.line_id = line.id and held.until_on is null
      where commitment.closed_on is null and held.way = 'notional'
        and budget.payer_id = any (${[...viewer.grantees]}::uuid[])
    )
    select target.person_id as "personId", person.given_name || ' ' || person.family_name as "personName",
           target.account_id as "accountId", target.payee_id as "payeeId", target.name,
           details.id as "detailsId", details.account_name as "accountName", details.sort_code as "sortCode",
           details.account_number as "accountNumber", details.entered_by as "enteredById", enterer.name as "enteredByName",
           details.entered_at as "enteredAt", confirmer.name as "confirmedByName", details.confirmed_at as "confirmedAt"
    from target
    join people.person person on person.id = target.person_id
    left join payments.details details on details.person_id = target.person_id and details.ended_on is null
     and (details.account_id = target.account_id or details.payee_id = target.payee_id)
    left join accounts."user" enterer on enterer.id = details.entered_by
    left join accounts."user" confirmer on confirmer.id = details.confirmed_by
    where ${visible(viewer, 'target.person_id')}
      and (${files === undefined} or target.person_id = any (${[...(files ?? [])]}::uuid[]))
      and (${!unfinished} or details.confirmed_at is null)
    order by details.entered_at nulls first, person.family_name, person.given_name, target.name, target.person_id
    limit ${most}`.execute(database)
  return answer.rows.map(toModel)
}

type Row = {
  personId: PersonId
  personName: string
  accountId: AccountId | null
  payeeId: PayeeId | null
  name: string
  detailsId: DetailsId | null
  accountName: string
  sortCode: string
  accountNumber: string
  enteredById: string
  enteredByName: string
  enteredAt: Date
  confirmedByName: string | null
  confirmedAt: Date | null
}

function toModel(row: Row): WhereToPay {
  const { personId, personName, accountId, payeeId, name, detailsId, confirmedAt, confirmedByName } = row
  return {
    personId,
    personName,
    accountId,
    payeeId,
    name,
    details: detailsId
      ? {
          id: detailsId,
          accountName: row.accountName,
          sortCode: row.sortCode,
          accountNumber: row.accountNumber,
          enteredBy: { id: row.enteredById, name: row.enteredByName, at: row.enteredAt },
          confirmedBy: confirmedAt ? { name: confirmedByName ?? '', at: confirmedAt } : undefined,
        }
      : undefined,
  }
}
