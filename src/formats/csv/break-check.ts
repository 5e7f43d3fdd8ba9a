import type { Amount } from '../amount.ts'
import type { CsvRecord } from './scanner.ts'
import type { CsvLayout } from './sample.ts'
import { unreadable } from '../problem.ts'

/** So many rows show what a whole one looks like. */
const fewestRows = 3

/**
 * A file may end without a line end and be whole. It is broken off where its last row has fewer cells than the headings
 * and all rows before, nothing in a last cell that all others fill, or there an amount with fewer decimals than theirs.
 */
export function createBreakCheck({ headings }: CsvLayout) {
  const named = headings.findLastIndex((heading) => heading !== '') + 1
  let [rows, narrowest, fewestDecimals, alwaysFilled] = [0, named, Infinity, true]

  return (record: CsvRecord, column: readonly number[] | undefined, amount: Amount | undefined): void => {
    const isFilled = record.cells >= named && (record.from[named - 1] ?? 0) < (record.to[named - 1] ?? 0)
    const endsInAmount = amount !== undefined && column?.[0] === record.cells - 1
    if (!record.ended) {
      const tooFewDecimals = endsInAmount && amount.decimals < fewestDecimals
      const isOdd = rows >= fewestRows && (tooFewDecimals || (alwaysFilled && !isFilled))
      if (record.cells < narrowest || isOdd) unreadable('cut-short', { line: record.line })
    }
    rows += 1
    alwaysFilled &&= isFilled
    narrowest = Math.min(narrowest, record.cells)
    if (endsInAmount) fewestDecimals = Math.min(fewestDecimals, amount.decimals)
  }
}
