import { z } from 'zod'
import { showDay } from '../../../platform/day.ts'
import { absolute, showMoney } from '../../../platform/money.ts'
import { query } from '../../../platform/query.ts'
import { Form } from '../../../ui/fields.tsx'
import { Button, Input, Pagination, Table, Tag } from '../../../ui/nhsuk/index.ts'
import { pagination } from '../../../ui/paging.ts'
import { page, seeOther } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import { LineId } from '../../budgets/index.ts'
import { PersonId, filesOfPerson, pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { undoMatch } from '../commands/undo-match.ts'
import { bankLines, bankLinesPerPage } from '../queries/bank-lines.ts'
import type { BankLine } from '../queries/bank-lines.ts'
import { ImportId, MatchId } from '../statement-line.ts'
import { nameOfLine, stateOfLine } from '../words.ts'

const filter = z.object({
  personId: PersonId,
  importId: ImportId.optional(),
  lineId: LineId.optional(),
  text: z.string().max(100).optional(),
  pageNo: z.coerce.number().int().min(1).max(10_000),
})

export const paymentsOfPerson = query({
  name: 'statements.payments',
  input: filter,
  allow: 'see a budget',
  async read({ database, viewer }, { personId, pageNo, ...wanted }) {
    return bankLines(database, viewer, await filesOfPerson(database, viewer, personId), wanted, pageNo)
  },
})

/** Every payment in and out, as the bank printed it, and what we think it was. Filters live in the address. */
export async function showPayments(visit: PersonVisit): Promise<Reply> {
  const asked = readFilter(visit)
  const { lines, total } = await visit.ask(paymentsOfPerson, asked)
  return page({
    title: 'Every payment in and out',
    back: { href: pathOf(visit.person) },
    body: (
      <>
        <h1>Every payment in and out</h1>
        <Search text={asked.text} />
        <p>{counted(total, asked.pageNo, lines.length)}</p>
        {lines.length > 0 && <Lines visit={visit} lines={lines} />}
        <Pagination {...pagination(visit.address, asked.pageNo, Math.ceil(total / bankLinesPerPage))} />
      </>
    ),
  })
}

/** Takes a match back. */
export async function submitUndo(visit: PersonVisit): Promise<Reply> {
  const matchId = MatchId.safeParse(visit.params['matchId'])
  if (matchId.success) {
    for (const personId of visit.person.files) {
      const outcome = await visit.perform(undoMatch, { personId, matchId: matchId.data })
      if (outcome.ok) break
    }
  }
  return seeOther(pathOf(visit.person, '/questions'))
}

function readFilter({ query: address, person }: PersonVisit) {
  const read = filter.safeParse({
    personId: person.id,
    importId: address.get('import') ?? undefined,
    lineId: address.get('line') ?? undefined,
    text: address.get('find') ?? undefined,
    pageNo: address.get('page') ?? 1,
  })
  return read.success ? read.data : { personId: person.id, pageNo: 1 }
}

const counted = (total: number, pageNo: number, shown: number) => {
  if (total === 0) return 'There is nothing here. Payments appear when a bank statement has been added.'
  const from = (pageNo - 1) * bankLinesPerPage + 1
  return total <= bankLinesPerPage
    ? `${total} payments`
    : `${from} to ${from + shown - 1} of ${total} payments`
}

function Search({ text }: { text: string | undefined }) {
  return (
    <form method="get" class="cp-filter cp-no-print">
      <Input name="find" label="Find a payment by who it was to" value={text} width={20} />
      <Button variant="secondary">Find</Button>
    </form>
  )
}

function Lines({ visit, lines }: { visit: PersonVisit; lines: readonly BankLine[] }) {
  return (
    <Table
      responsive
      head={['When', 'Who', 'What for', { text: 'In or out', format: 'numeric' }, 'Change']}
      rows={lines.map((line) => {
        const state = stateOfLine(line)
        return [
          showDay(line.on),
          nameOfLine(line),
          {
            text: line.match ? (
              `${state.text}. ${line.match.reason}`
            ) : (
              <Tag colour={state.colour}>{state.text}</Tag>
            ),
          },
          {
            text: `${line.amount < 0n ? '−' : '+'}${showMoney(absolute(line.amount))}`,
            format: 'numeric' as const,
          },
          { text: <Change visit={visit} line={line} /> },
        ]
      })}
    />
  )
}

function Change({ visit, line }: { visit: PersonVisit; line: BankLine }) {
  if (line.questionId)
    return <a href={pathOf(visit.person, `/questions/${line.questionId}`)}>Say what it was</a>
  if (!line.match) return ''
  return (
    <Form visit={visit} action={pathOf(visit.person, `/payments/undo/${line.match.id}`)}>
      <button class="cp-link-button" type="submit">
        Not right
        <span class="nhsuk-u-visually-hidden">
          {' '}
          ({nameOfLine(line)}, {showDay(line.on)})
        </span>
      </button>
    </Form>
  )
}
