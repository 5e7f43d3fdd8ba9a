import { z } from 'zod'
import { addDays } from '../../platform/day.ts'
import type { Day, Days } from '../../platform/day.ts'
import { daySchema } from '../../platform/input.ts'
import { query } from '../../platform/query.ts'
import type { QueryContext } from '../../platform/query.ts'
import { visible } from '../../platform/visibility.ts'
import { subjectNames } from '../budgets/index.ts'
import { balancesOn, booksOf, changesIn, exportFormats, exportWriters, movements } from '../ledger/index.ts'
import type { ExportFormat, Movement, PurseBooks } from '../ledger/index.ts'
import { OrganisationId } from '../organisations/index.ts'
import { filesOfPerson, PersonId } from '../people/index.ts'
import type { PersonId as Person } from '../people/index.ts'

const period = {
  format: z.enum(exportFormats),
  /** Left out: from the first event on. */
  from: daySchema.optional(),
  /** The first day that is not in it. Left out: to the last event, which may be in days to come. */
  until: daySchema.optional(),
}
type Period = { from?: Day | undefined; until?: Day | undefined }

/** A file for another ledger program. In parts, because of a whole ICB it may be long. */
export type LedgerExport = { fileName: string; type: string; purses: number; parts: readonly string[] }

/** One person's ledger, in their own words: lines and payees by name. Undefined where this viewer may not know of them. */
export const exportLedgerOfPerson = query({
  name: 'workspaces.export-ledger-of-person',
  input: z.object({ personId: PersonId, ...period }),
  allow: 'see a budget',
  async read(context, { personId, format, ...days }): Promise<LedgerExport | undefined> {
    const { database, viewer } = context
    const files = await filesOfPerson(database, viewer, personId)
    if (files.length === 0) return undefined
    const names = await subjectNames(database, viewer, files)
    const subjectName = (subject: string) => names.get(subject) ?? subject
    const purses: PurseBooks[] = []
    for (const file of files) {
      const purse = files.length === 1 ? undefined : file
      const books = await readPurse(context, file, days, { purse, subjectName, withWhy: true })
      if (books) purses.push(books)
    }
    return written(format, `ledger-${personId}`, purses)
  },
})

/**
 * The ledgers of everybody whose ICB this organisation is, or whose budget it pays. By ids alone: neither a person
 * nor a payee (who may be a personal assistant) is named, and of each event only its kind is said.
 */
export const exportLedgerOfOrganisation = query({
  name: 'workspaces.export-ledger-of-organisation',
  input: z.object({ organisationId: OrganisationId, ...period }),
  allow: 'see finance',
  async read(context, { organisationId, format, ...days }): Promise<LedgerExport> {
    const { database } = context
    const organisations = await database
      .selectFrom('organisations.organisation')
      .select(['id', 'short_name'])
      .orderBy('id')
      .execute()
    const names = new Map<string, string>(organisations.map(({ id, short_name }) => [id, short_name]))
    const subjectName = (subject: string) => names.get(subject) ?? subject
    const purses: PurseBooks[] = []
    for (const purse of await pursesOf(context, organisationId)) {
      const books = await readPurse(context, purse, days, { purse, subjectName, withWhy: false })
      if (books) purses.push(books)
    }
    return written(format, `ledgers-${organisationId}`, purses)
  },
})

function written(format: ExportFormat, name: string, purses: readonly PurseBooks[]): LedgerExport {
  const writer = exportWriters[format]
  return {
    fileName: `${name}.${writer.ending}`,
    type: writer.type,
    purses: purses.length,
    parts: [writer.heading, ...purses.map(writer.purse)],
  }
}

async function pursesOf({ database, viewer }: QueryContext, organisationId: OrganisationId) {
  const rows = await database
    .selectFrom('people.person as person')
    .select('person.id')
    .where(visible(viewer, 'person.id'))
    .where((where) =>
      where.or([
        where('person.icb_id', '=', organisationId),
        where.exists((budgets) =>
          budgets
            .selectFrom('budgets.budget as budget')
            .select('budget.id')
            .whereRef('budget.person_id', '=', 'person.id')
            .where('budget.payer_id', '=', organisationId),
        ),
      ]),
    )
    .orderBy('person.id')
    .execute()
  return rows.map((row) => row.id)
}

type Naming = { purse: string | undefined; subjectName: (subject: string) => string; withWhy: boolean }

/** Undefined where nothing ever happened in this purse until the end of the period. */
async function readPurse(
  { database, viewer }: QueryContext,
  person: Person,
  asked: Period,
  naming: Naming,
): Promise<PurseBooks | undefined> {
  const files = [person]
  const before: Days = { from: beginning, until: asked.from ?? beginning }
  const opening = await changesIn(database, viewer, files, before)
  const moved = await allMovements({ database, viewer }, files, {
    from: before.until,
    until: asked.until ?? end,
  })
  const [first] = moved
  const last = moved.at(-1)
  const from = asked.from ?? first?.occurredOn
  const until = asked.until ?? (last ? addDays(last.occurredOn, 1) : asked.from && addDays(asked.from, 1))
  if (!from || !until || (opening.size === 0 && moved.length === 0)) return undefined
  const closing = await balancesOn(database, viewer, files, addDays(until, -1))
  return booksOf({ ...naming, days: { from, until }, opening, closing, movements: moved })
}

const beginning = '1900-01-01' as Day
const end = '9999-01-01' as Day
const atOnce = 50_000

async function allMovements(
  { database, viewer }: Pick<QueryContext, 'database' | 'viewer'>,
  files: readonly Person[],
  days: Days,
): Promise<Movement[]> {
  const all: Movement[] = []
  for (;;) {
    const page = await movements(database, viewer, files, { days, limit: atOnce, skip: all.length })
    all.push(...page)
    if (page.length < atOnce) return all
  }
}
