import { cellText, createCsvScanner } from './scanner.ts'

/** A row of a CSV file with named columns, and the line that it begins on. A column that the file has not is empty. */
export type TableRow<Column extends string> = { line: number; cells: Readonly<Record<Column, string>> }

/** Why a file is not a table of these columns; `facts` for the words. */
export type TableProblem =
  | { name: 'empty' }
  | { name: 'unknown-column'; column: string }
  | { name: 'column-twice'; column: string }
  | { name: 'missing-columns'; columns: readonly string[] }
  | { name: 'too-many-rows'; most: number }

export type TableOptions<Column extends string> = {
  columns: readonly Column[]
  needed: readonly Column[]
  most: number
  /** Files of other programs have columns of their own; ours have none but these. */
  otherColumns: 'refused' | 'left-alone'
}

/**
 * Reads a CSV file whose first row names its columns, in any order; case, dashes and underscores do not matter.
 * Throws `UnreadableStatement` where it is no CSV file at all.
 */
export async function readTable<Column extends string>(
  bytes: AsyncIterable<Uint8Array>,
  { columns, needed, most, otherColumns }: TableOptions<Column>,
): Promise<{ rows: TableRow<Column>[] } | { problem: TableProblem }> {
  const read: { line: number; texts: string[] }[] = []
  const scanner = createCsvScanner(
    ',',
    (record) => {
      const texts = Array.from({ length: record.cells }, (_, index) => cellText(record, index))
      if (texts.some((text) => text !== '') && read.length < most + 2) read.push({ line: record.line, texts })
    },
    () => undefined,
  )
  for await (const chunk of bytes) scanner.write(chunk)
  scanner.end()
  const [heading, ...rest] = read
  if (!heading) return { problem: { name: 'empty' } }
  if (rest.length > most) return { problem: { name: 'too-many-rows', most } }
  const places = new Map<Column, number>()
  for (const [place, text] of heading.texts.entries()) {
    const column = columns.find((each) => each === plain(text))
    if (column && places.has(column)) return { problem: { name: 'column-twice', column: text } }
    if (column) places.set(column, place)
    else if (otherColumns === 'refused') return { problem: { name: 'unknown-column', column: text } }
  }
  const missing = needed.filter((column) => !places.has(column))
  if (missing.length > 0) return { problem: { name: 'missing-columns', columns: missing } }
  const rows = rest.map(({ line, texts }) => ({
    line,
    cells: Object.fromEntries(
      columns.map((column) => [column, texts[places.get(column) ?? -1] ?? '']),
    ) as TableRow<Column>['cells'],
  }))
  return { rows }
}

const plain = (heading: string) =>
  heading
    .replace(/^\uFEFF/, '')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()

/** What is wrong with a table, in words for whoever made it. */
export function explainTable(problem: TableProblem): string {
  switch (problem.name) {
    case 'empty':
      return 'The file is empty'
    case 'unknown-column':
      return `The column “${problem.column}” is not known`
    case 'column-twice':
      return `The column “${problem.column}” is there twice`
    case 'missing-columns':
      return `These columns are missing: ${problem.columns.join(', ')}`
    case 'too-many-rows':
      return `The file has more than ${String(problem.most)} rows: split it`
  }
}
