import { UnreadableStatement } from '../../../formats/problem.ts'
import { cellText, createCsvScanner } from '../../../formats/csv/scanner.ts'
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
export type Row = { line: number; cells: Readonly<Record<Column, string>> }

const most = 20_000

export async function readRows(file: string): Promise<Row[]> {
  const rows: { line: number; texts: string[] }[] = []
  const scanner = createCsvScanner(
    ',',
    (record) => {
      const texts = Array.from({ length: record.cells }, (_, index) => cellText(record, index))
      if (texts.some((text) => text !== '')) rows.push({ line: record.line, texts })
    },
    () => undefined,
  )
  try {
    for await (const chunk of bytesOf(file)) scanner.write(chunk)
    scanner.end()
  } catch (problem) {
    const { code } = problem as { code?: string }
    if (code !== undefined) throw new NotDone(`${file} cannot be read: ${(problem as Error).message}`)
    if (problem instanceof UnreadableStatement) throw new NotDone(`${file} is not a CSV file.`)
    throw problem
  }
  const [heading, ...rest] = rows
  if (!heading) throw new NotDone(`${file} is empty.`)
  if (rest.length > most) throw new NotDone(`${file} has more than ${most} rows: split it.`)
  const places = placesOf(heading.texts)
  return rest.map(({ line, texts }) => ({
    line,
    cells: Object.fromEntries(
      columns.map((column) => [column, texts[places.get(column) ?? -1] ?? '']),
    ) as Row['cells'],
  }))
}

function placesOf(headings: readonly string[]): Map<Column, number> {
  const places = new Map<Column, number>()
  headings.forEach((heading, place) => {
    const name = heading
      .replace(/^\uFEFF/, '')
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ')
      .trim()
    const column = columns.find((each) => each === name)
    if (!column)
      throw new NotDone(`The column “${heading}” is not known. Columns are: ${columns.join(', ')}.`)
    if (places.has(column)) throw new NotDone(`The column “${heading}” is there twice.`)
    places.set(column, place)
  })
  const missing = needed.filter((column) => !places.has(column))
  if (missing.length > 0) throw new NotDone(`These columns are missing: ${missing.join(', ')}.`)
  return places
}
