import { Buffer } from 'node:buffer'
import { cellText, createCsvScanner } from './scanner.ts'
import { layoutOf } from './layout.ts'
import { createRowReader } from './rows.ts'
import type { CsvLayout, SampleRow } from './sample.ts'
import { UnreadableStatement } from '../problem.ts'
import type { ByteReader, Hints, StatementSink } from '../statement.ts'

/** So much of the file is looked at before its layout is decided. */
const sampleLength = 1 << 18
const mostSampleRows = 2_000
const delimiters = [',', ';', '\t', '|'] as const

/** Reads CSV in any bank's layout that is known by its headings or proves itself. */
export function createCsvReader(sink: StatementSink, hints: Hints): ByteReader {
  let head: Uint8Array[] = []
  let length = 0
  let reader: ByteReader | undefined

  function begin(isWhole: boolean): ByteReader {
    const bytes = Buffer.concat(head)
    head = []
    const { delimiter, layout } = decide(bytes, isWhole, hints)
    const rows = createRowReader(layout, sink)
    const scanner = createCsvScanner(
      delimiter,
      (record) => rows.take(record),
      () => rows.end(),
    )
    scanner.write(bytes)
    return scanner
  }

  return {
    write(chunk) {
      if (reader) return reader.write(chunk)
      head.push(Uint8Array.from(chunk))
      length += chunk.length
      if (length >= sampleLength) reader = begin(false)
    },
    end() {
      reader ??= begin(true)
      reader.end()
    },
  }
}

type Decision = { readonly delimiter: string; readonly layout: CsvLayout }

/** Tries the delimiters that give rows of equal width, the best first; what is wrong with the best is the answer. */
function decide(head: Buffer, isWhole: boolean, hints: Hints): Decision {
  const told = /^sep=(.)\r?\n/i.exec(head.toString('latin1', 0, 8))?.[1]
  const tries = (told === undefined ? delimiters : [told])
    .map((delimiter) => sampleWith(delimiter, head, isWhole))
    .filter(({ width }) => width > 1)
    .sort((a, b) => b.even - a.even || b.width - a.width)
  let problem: UnreadableStatement | undefined
  for (const { delimiter, rows, broken } of tries) {
    try {
      if (broken) throw broken
      return { delimiter, layout: layoutOf(rows, hints) }
    } catch (error) {
      if (!(error instanceof UnreadableStatement)) throw error
      problem ??= error
    }
  }
  throw problem ?? new UnreadableStatement('not-a-statement')
}

type Sample = {
  readonly delimiter: string
  readonly rows: readonly SampleRow[]
  /** The most frequent number of cells, and how many rows have it. */
  readonly width: number
  readonly even: number
  readonly broken: UnreadableStatement | undefined
}

function sampleWith(delimiter: string, head: Buffer, isWhole: boolean): Sample {
  const rows: SampleRow[] = []
  let broken: UnreadableStatement | undefined
  const scanner = createCsvScanner(
    delimiter,
    (record) => {
      if (rows.length >= mostSampleRows) return
      const cells = Array.from({ length: record.cells }, (_, index) => cellText(record, index))
      if (cells.some((text) => text !== '')) rows.push({ line: record.line, cells })
    },
    () => {},
  )
  try {
    scanner.write(head)
    if (isWhole) scanner.end()
  } catch (error) {
    if (!(error instanceof UnreadableStatement)) throw error
    broken = error
  }
  const counts = new Map<number, number>()
  for (const { cells } of rows) {
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  }
  const [width, even] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
  return { delimiter, rows, width, even, broken }
}
