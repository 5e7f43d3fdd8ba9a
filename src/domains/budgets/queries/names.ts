import type { Viewer } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database.ts'
import { groupBy } from '../../../platform/group.ts'
import { visible } from '../../../platform/visibility.ts'
import * as ledger from '../../ledger/index.ts'
import type { NameOf } from '../../ledger/index.ts'
import type { PersonId } from '../../people/index.ts'
import { ledgerNameOf } from '../account.ts'
import { accountsOfPerson } from './budgets.ts'

/** What a person's ledger calls each of its accounts: `nhs`, `swimming available`, `direct`, `able swim`. */
export async function ledgerNames(
  database: Database,
  viewer: Viewer,
  files: readonly PersonId[],
): Promise<NameOf> {
  const names = await subjectNames(database, viewer, files)
  return (code) => nameOf(code, names)
}

/**
 * What a person's ledger calls each line, payee, bank account and organisation, by id. Where two of a kind would be
 * called the same, they are told apart by a number.
 */
export async function subjectNames(
  database: Database,
  viewer: Viewer,
  files: readonly PersonId[],
): Promise<ReadonlyMap<string, string>> {
  const lines = await database
    .selectFrom('budgets.line as line')
    .innerJoin('plans.plan_line as plan_line', (join) =>
      join
        .onRef('plan_line.person_id', '=', 'line.person_id')
        .onRef('plan_line.id', '=', 'line.plan_line_id'),
    )
    .innerJoin('budgets.budget as budget', (join) =>
      join.onRef('budget.person_id', '=', 'line.person_id').onRef('budget.id', '=', 'line.budget_id'),
    )
    .select(['line.id', 'plan_line.name'])
    .where('line.person_id', 'in', files)
    .where(visible(viewer, 'line.person_id'))
    .orderBy('budget.starts_on')
    .orderBy('line.id')
    .execute()
  const payees = await database
    .selectFrom('plans.payee as payee')
    .select(['payee.id', 'payee.name'])
    .where('payee.person_id', 'in', files)
    .where(visible(viewer, 'payee.person_id'))
    .orderBy('payee.id')
    .execute()
  const organisations = await database
    .selectFrom('organisations.organisation')
    .select(['id', 'kind', 'short_name'])
    .where('kind', 'in', ['icb', 'council'])
    .orderBy('id')
    .execute()
  const accounts = await accountsOfPerson(database, viewer, files)
  const used = new Set(await usedOrganisations(database, viewer, files))
  return new Map([
    ...numbered(lines.map((line) => ({ id: line.id, name: line.name.toLowerCase() }))),
    ...numbered(payees.map((payee) => ({ id: payee.id, name: payee.name.toLowerCase() }))),
    ...numbered(accounts.map((account) => ({ id: account.id, name: ledgerNameOf[account.kind] }))),
    ...numbered(
      organisations
        .filter((organisation) => used.has(organisation.id))
        .map(({ id, kind }) => ({ id, name: kind === 'icb' ? 'nhs' : 'council' })),
    ),
  ])
}

function nameOf(code: ledger.AccountCode, names: ReadonlyMap<string, string>): string {
  const kind = ledger.kindOf(code)
  const subject = ledger.subjectOf(code)
  if (subject === undefined) return code
  const name = names.get(subject) ?? (subject === 'own' ? 'own' : subject)
  if (kind === 'promise') return `promise:${name}`
  return kind === 'payer' || kind === 'payee' || kind === 'account' ? name : `${name} ${kind}`
}

/** Each id with its name; a name that several have gets 2, 3, … behind it from the second on. */
function numbered(things: readonly { id: string; name: string }[]): [string, string][] {
  return [...groupBy(things, (thing) => thing.name)].flatMap(([name, same]) =>
    same.map(({ id }, index): [string, string] => [id, index === 0 ? name : `${name} ${index + 1}`]),
  )
}

async function usedOrganisations(database: Database, viewer: Viewer, files: readonly PersonId[]) {
  const rows = await database
    .selectFrom('ledger.account as account')
    .select('account.code')
    .where('account.person_id', 'in', files)
    .where('account.balance', 'is', null)
    .where(visible(viewer, 'account.person_id'))
    .execute()
  return rows.map((row) => ledger.subjectOf(row.code as ledger.AccountCode) ?? '')
}
