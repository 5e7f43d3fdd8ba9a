import { z } from 'zod'
import { addDays, showDay } from '../../../platform/day.ts'
import { daySchema } from '../../../platform/input.ts'
import { showMoney } from '../../../platform/money.ts'
import { query } from '../../../platform/query.ts'
import { Pagination, Table } from '../../../ui/nhsuk/index.ts'
import { pagination } from '../../../ui/paging.ts'
import { page } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'
import * as ledger from '../../ledger/index.ts'
import { PersonId, filesOfPerson, pathOf } from '../../people/index.ts'
import type { PersonVisit } from '../../people/index.ts'
import { ledgerNames } from '../queries/names.ts'
import { DaysFilter, daysAsked, thisYear } from './days-filter.tsx'

const perPage = 50

export const movementsOfPerson = query({
  name: 'budgets.movements',
  input: z.object({
    personId: PersonId,
    from: daySchema,
    until: daySchema,
    pageNo: z.int().min(1).max(10_000),
  }),
  allow: 'see a budget',
  async read({ database, viewer }, { personId, from, until, pageNo }) {
    const files = await filesOfPerson(database, viewer, personId)
    const nameOf = await ledgerNames(database, viewer, files)
    const movements = await ledger.movements(database, viewer, files, {
      days: { from, until },
      newestFirst: true,
      limit: perPage + 1,
      skip: (pageNo - 1) * perPage,
    })
    return {
      isMore: movements.length > perPage,
      movements: movements.slice(0, perPage).map((movement) => ({
        ...movement,
        from: nameOf(movement.from),
        to: nameOf(movement.to),
      })),
    }
  },
})

/** Every movement of both books, the newest first: what each sum on the other pages is made of. */
export async function showMovements(visit: PersonVisit): Promise<Reply> {
  const days = daysAsked(visit.query, thisYear(visit.today))
  const asked = z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .safeParse(visit.query.get('page') ?? 1)
  const pageNo = asked.success ? asked.data : 1
  const { movements, isMore } = await visit.ask(movementsOfPerson, {
    personId: visit.person.id,
    ...days,
    pageNo,
  })
  return page({
    title: 'Every movement of the money',
    wide: true,
    back: { href: pathOf(visit.person, '/statement-of-account'), text: 'Statement of account' },
    body: (
      <>
        <h1>Every movement of the money</h1>
        <p>
          Each movement goes from one place to another, or from one purpose to another, so nothing can be lost
          between. {showDay(days.from)} to {showDay(addDays(days.until, -1))}.
        </p>
        <DaysFilter days={days} />
        {movements.length === 0 ? (
          <p>Nothing moved in these days.</p>
        ) : (
          <Table
            responsive
            head={['When', 'Why', 'Book', 'From', 'To', { text: 'How much', format: 'numeric' }]}
            rows={movements.map((movement) => [
              showDay(movement.occurredOn),
              movement.why,
              bookWords[movement.book],
              movement.from,
              movement.to,
              { text: showMoney(movement.amount), format: 'numeric' as const },
            ])}
          />
        )}
        <Pagination {...pagination(visit.address, pageNo, isMore ? pageNo + 1 : pageNo)} />
      </>
    ),
  })
}

const bookWords: Record<ledger.Book, string> = { purpose: 'What it is for', place: 'Where it is' }
