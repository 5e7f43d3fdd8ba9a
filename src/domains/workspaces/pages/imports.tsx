import { z } from 'zod'
import { csvRow, harmless } from '../../../platform/csv.ts'
import { showDay, showInstant } from '../../../platform/day.ts'
import { plainPounds, showMoney } from '../../../platform/money.ts'
import { Either } from '../../../ui/either.tsx'
import { Button, Input, Pagination, Table, Tag } from '../../../ui/nhsuk/index.ts'
import type { TagColour } from '../../../ui/nhsuk/index.ts'
import { pagination } from '../../../ui/paging.ts'
import { page } from '../../../ui/visit.ts'
import type { Reply, Visit } from '../../../ui/visit.ts'
import { importsOfAll, importsPerPage } from '../queries/imports.ts'
import type { ImportRow } from '../queries/imports.ts'

const asked = z.object({
  which: z.enum(['all', 'problems', 'reading']).catch('all'),
  find: z.string().max(200).catch(''),
  pageNo: z.coerce.number().int().min(1).max(10_000).catch(1),
})

const readAsked = ({ query }: Visit) =>
  asked.parse({ which: query.get('which'), find: query.get('find') ?? '', pageNo: query.get('page') ?? 1 })

/** Every statement that came in: how far it is, what it came to, what somebody must look at. */
export async function showImports(visit: Visit): Promise<Reply> {
  const wanted = readAsked(visit)
  const { imports, total } = await visit.ask(importsOfAll, wanted)
  const to = (which: string) =>
    `/finance/imports?${new URLSearchParams({ which, ...(wanted.find && { find: wanted.find }) }).toString()}`
  return page({
    title: 'Statements',
    wide: true,
    back: { href: '/finance', text: 'Finance' },
    refreshAfter: imports.some((row) => row.state === 'reading') ? 5 : undefined,
    body: (
      <>
        <h1>Statements</h1>
        <form method="get" action="/finance/imports" class="cp-filter cp-no-print">
          <input type="hidden" name="which" value={wanted.which} />
          <Input
            name="find"
            label="Find by person"
            hint="By name, date of birth or NHS number"
            value={wanted.find}
            width={20}
          />
          <Button variant="secondary">Find</Button>
        </form>
        <Either
          label="Which statements"
          choices={[
            { href: to('all'), text: 'All', current: wanted.which === 'all' },
            { href: to('problems'), text: 'Somebody must look', current: wanted.which === 'problems' },
            { href: to('reading'), text: 'Being read', current: wanted.which === 'reading' },
          ]}
        />
        {total === 0 ? (
          <p>No statement is here. Each appears when somebody adds it on a person’s page.</p>
        ) : (
          <Imports imports={imports} />
        )}
        <Pagination {...pagination(visit.address, wanted.pageNo, Math.ceil(total / importsPerPage))} />
        {total > 0 && (
          <Button
            href={`/finance/imports.csv?${new URLSearchParams({ which: wanted.which, find: wanted.find }).toString()}`}
            variant="secondary"
          >
            Download this report (CSV)
          </Button>
        )}
      </>
    ),
  })
}

/** Exactly what the page lists, all pages of it. */
export async function showImportsAsCsv(visit: Visit): Promise<Reply> {
  const { which, find } = readAsked(visit)
  const { imports } = await visit.ask(importsOfAll, { which, find })
  const heading = [
    'import',
    'person',
    'account',
    'file',
    'format',
    'added on',
    'state',
    'from',
    'to',
    'lines',
    'new',
    'matched',
    'questions',
    'closing',
    'off our books',
    'problem',
  ]
  const rows = imports.map((row) => [
    row.id,
    row.personId,
    harmless(row.accountName ?? ''),
    harmless(row.fileName ?? 'typed in'),
    row.format ?? '',
    row.startedAt.toISOString(),
    row.state,
    row.from ?? '',
    row.to ?? '',
    ...[row.lines, row.added, row.matched, row.asked].map(String),
    row.closing === null ? '' : plainPounds(row.closing),
    row.offOurBooks === null ? '' : plainPounds(row.offOurBooks),
    row.problem ?? '',
  ])
  return {
    kind: 'file',
    name: `statements-${visit.today}.csv`,
    type: 'text/csv; charset=utf-8',
    body: [heading, ...rows].map(csvRow).join(''),
  }
}

const stateWords: Record<ImportRow['state'], { words: string; colour: TagColour }> = {
  reading: { words: 'Being read', colour: 'blue' },
  'which-account': { words: 'Which account is it?', colour: 'orange' },
  'same-payments': { words: 'Are these the same payments?', colour: 'orange' },
  applied: { words: 'In', colour: 'green' },
  refused: { words: 'Could not be used', colour: 'red' },
}

function Imports({ imports }: { imports: readonly ImportRow[] }) {
  const number = 'numeric' as const
  return (
    <Table
      responsive
      classes="cp-narrow-cells"
      head={[
        'Person',
        'File',
        'Added',
        'How it stands',
        'Days',
        { text: 'New', format: number },
        { text: 'Matched', format: number },
        { text: 'Questions', format: number },
        { text: 'At the end', format: number },
      ]}
      rows={imports.map((row) => [
        { text: <a href={`/people/${row.personId}/statements/${row.id}`}>{row.personName}</a> },
        row.fileName ?? 'Typed in',
        showInstant(row.startedAt),
        { text: <State row={row} /> },
        row.from && row.to ? `${showDay(row.from)} to ${showDay(row.to)}` : '',
        ...[row.added, row.matched, row.asked].map((count) => ({ text: String(count), format: number })),
        { text: row.closing === null ? '' : showMoney(row.closing), format: number },
      ])}
    />
  )
}

function State({ row }: { row: ImportRow }) {
  const { words, colour } = stateWords[row.state]
  return (
    <>
      <Tag colour={colour}>{words}</Tag>
      {row.offOurBooks !== null && row.offOurBooks !== 0n && (
        <div class="cp-quiet">{showMoney(row.offOurBooks)} off our books</div>
      )}
    </>
  )
}
