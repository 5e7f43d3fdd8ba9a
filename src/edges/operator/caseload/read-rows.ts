import { explainTable, readTable } from '../../../formats/csv/table.ts'
import type { TableRow } from '../../../formats/csv/table.ts'
import { UnreadableStatement } from '../../../formats/problem.ts'
import { bytesOf } from '../bytes-of.ts'
import { NotDone } from '../verb.ts'

/** The columns that a caseload may have, in any order; case, dashes and underscores do not matter. */
export const columns = [
  'given name',
  'family name',
  'known as',
  'date of birth',
  'nhs number',
  'phone',
  'email',
  'weekly cost',
  'nhs share',
  'council',
  'basis',
  'holder',
  'review date',
  'opening balance',
  'starts on',
  'ends on',
  'cost code',
  'coordinator',
] as const
export type Column = (typeof columns)[number]

const needed: readonly Column[] = ['given name', 'family name', 'date of birth', 'nhs number', 'weekly cost']

/** One person's row, and the line of the file that it begins on. */
export type Row = TableRow<Column>

const most = 20_000

export async function readRows(file: string): Promise<Row[]> {
  const table = await readTable(bytesOf(file), { columns, needed, most, otherColumns: 'refused' }).catch(
    (problem: unknown) => {
      const { code } = problem as { code?: string }
      if (code !== undefined) throw new NotDone(`${file} cannot be read: ${(problem as Error).message}`)
      if (problem instanceof UnreadableStatement) throw new NotDone(`${file} is not a CSV file.`)
      throw problem
    },
  )
  if ('rows' in table) return table.rows
  const known = table.problem.name === 'unknown-column' ? ` Columns are: ${columns.join(', ')}.` : ''
  throw new NotDone(`${file}: ${explainTable(table.problem)}.${known}`)
}
