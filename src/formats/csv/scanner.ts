import { Buffer } from 'node:buffer'
import { createTextReader, decodeText, tidy } from '../bank-text.ts'
import type { TextReader } from '../bank-text.ts'
import { createByteWindow } from '../byte-window.ts'
import { unreadable } from '../problem.ts'
import type { ByteReader } from '../statement.ts'

const [lineFeed, carriageReturn, quote, space] = [0x0a, 0x0d, 0x22, 0x20]
const mostCells = 1_000

/**
 * One row of a CSV file. There is only one such object, which goes on to the next row; the text of a cell is made
 * when it is asked for, because most cells of a statement never are.
 */
export type CsvRecord = {
  /** The line that it begins on, from 1. */
  line: number
  cells: number
  /** False for a last row that the file breaks off without a line end. */
  ended: boolean
  bytes: Buffer
  readonly textOf: TextReader
  readonly from: number[]
  readonly to: number[]
  /** Cells in which a quote stands for itself by being doubled. */
  readonly doubled: boolean[]
}

/** A cell's text with its white space collapsed; empty where the row has no such cell. */
export function cellText(record: CsvRecord, index: number): string {
  if (index >= record.cells) return ''
  const [from, to] = [record.from[index] as number, record.to[index] as number]
  if (from === to) return ''
  if (!record.doubled[index]) return record.textOf(record.bytes, from, to)
  return refine(decodeText(record.bytes, from, to).replaceAll('""', '"'))
}

const refine = (text: string): string => bare(tidy(text))

/** Without what makes a spreadsheet take digits for text: `'99-88-74`, `'600000-12345678'`, `="0123"`. */
function bare(text: string): string {
  const first = text.charCodeAt(0)
  if (first !== 0x27 && first !== 0x3d) return text
  if (first === 0x27) return text.endsWith("'") ? text.slice(1, -1).trim() : text.slice(1).trim()
  return /^="(.*)"$/.exec(text)?.[1] ?? text
}

type CsvScan = {
  readonly record: CsvRecord
  readonly delimiter: number
  line: number
  /** Line ends inside the quotes of the row that is being scanned. */
  inside: number
  isLast: boolean
}

/** Splits a file into rows and cells byte by byte. A quote only opens a cell; elsewhere it is a character like others. */
export function createCsvScanner(
  delimiter: string,
  take: (record: CsvRecord) => void,
  end: () => void,
): ByteReader {
  const record: CsvRecord = {
    line: 1,
    cells: 0,
    ended: true,
    bytes: Buffer.alloc(0),
    textOf: createTextReader(refine),
    from: [],
    to: [],
    doubled: [],
  }
  const scan: CsvScan = { record, delimiter: delimiter.charCodeAt(0), line: 1, inside: 0, isLast: false }
  return createByteWindow((bytes, isLast) => {
    record.bytes = bytes
    scan.isLast = isLast
    let from = 0
    while (from < bytes.length) {
      record.line = scan.line
      const next = scanRecord(scan, from)
      if (next < 0) break
      take(record)
      from = next
    }
    return from
  }, end)
}

/** Answers where the next record begins, or −1 while this one is not whole. */
function scanRecord(scan: CsvScan, start: number): number {
  const { record, delimiter } = scan
  const { bytes } = record
  const end = bytes.length
  let at = start
  record.cells = 0
  scan.inside = 0
  for (;;) {
    let from = at
    while (from < end && bytes[from] === space) from += 1
    if (bytes[from] === quote) {
      at = scanQuoted(scan, from)
      if (at < 0) return -1
    } else {
      at = endOfCell(scan, from)
      putCell(scan, from, at, false)
    }
    if (at < end && bytes[at] === delimiter) {
      at += 1
      continue
    }
    record.ended = at < end
    const next = record.ended ? afterLine(scan, at) : scan.isLast ? at : -1
    if (next >= 0) scan.line += scan.inside + (record.ended ? 1 : 0)
    return next
  }
}

function endOfCell({ record, delimiter }: CsvScan, from: number): number {
  const { bytes } = record
  const end = bytes.length
  let at = from
  while (at < end) {
    const byte = bytes[at] as number
    if (byte === delimiter || byte === lineFeed || byte === carriageReturn) break
    at += 1
  }
  return at
}

/** A cell that opens with a quote. Answers where its delimiter or line end is, or −1 while it is not whole. */
function scanQuoted(scan: CsvScan, from: number): number {
  const { bytes } = scan.record
  let at = from + 1
  let doubled = false
  for (;;) {
    const found = bytes.indexOf(quote, at)
    if (found < 0 && scan.isLast) unreadable('broken-file', { line: scan.line, part: 'quote' })
    if (found < 0 || (found + 1 >= bytes.length && !scan.isLast)) return -1
    scan.inside += lineEnds(bytes, at, found)
    at = found + 1
    if (bytes[at] !== quote) break
    doubled = true
    at += 1
  }
  const close = at - 1
  const next = endOfCell(scan, at)
  if (next >= bytes.length && !scan.isLast) return -1
  if (isBlank(bytes, at, next)) putCell(scan, from + 1, close, doubled)
  else {
    // `"Shop 12" tall",` is a careless quote. Over several lines, it is one that was opened by mistake.
    if (scan.inside > 0) unreadable('broken-file', { line: scan.line, part: 'quote' })
    putCell(scan, from + 1, next, doubled)
  }
  return next
}

function isBlank(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((bytes[at] as number) > space) return false
  return true
}

function lineEnds(bytes: Buffer, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === lineFeed || (bytes[at] === carriageReturn && bytes[at + 1] !== lineFeed)) count += 1
  }
  return count
}

/** Past the end of a line; −1 where a line feed may still follow a carriage return. */
function afterLine(scan: CsvScan, at: number): number {
  const { bytes } = scan.record
  if (bytes[at] === lineFeed) return at + 1
  if (at + 1 < bytes.length) return bytes[at + 1] === lineFeed ? at + 2 : at + 1
  return scan.isLast ? at + 1 : -1
}

function putCell({ record, line }: CsvScan, from: number, to: number, doubled: boolean): void {
  const { cells } = record
  if (cells >= mostCells) unreadable('broken-file', { line, part: 'too-many-cells' })
  record.from[cells] = from
  record.to[cells] = to
  record.doubled[cells] = doubled
  record.cells = cells + 1
}
