import { addAmounts, negativeAmount, readPlainDecimal, sizeOfAmount } from '../amount.ts'
import type { Amount } from '../amount.ts'
import { cellText } from './scanner.ts'
import type { CsvRecord } from './scanner.ts'
import { directionWord } from './evidence.ts'
import type { Role } from './headings.ts'
import type { CsvLayout } from './sample.ts'
import { unreadable } from '../problem.ts'
import { readWrittenAmount } from '../written-amount.ts'
import type { WrittenAmount } from '../written-amount.ts'

/** What a row moves: in is above nothing. Undefined where it has no amount. */
export function amountIn(layout: CsvLayout, record: CsvRecord): Amount | undefined {
  const amount = layout.columns.in ? ofTwoColumns(layout, record) : ofOneColumn(layout, record)
  const fee = layout.columns.fee && writtenIn(layout, record, 'fee')
  return amount && fee ? addAmounts(amount, negativeAmount(sizeOfAmount(fee.amount))) : amount
}

export function balanceIn(layout: CsvLayout, record: CsvRecord): Amount | undefined {
  return writtenIn(layout, record, 'balance')?.amount
}

export const hasMoney = (layout: CsvLayout, record: CsvRecord): boolean =>
  (['amount', 'in', 'out'] as const).some((role) => writtenIn(layout, record, role) !== undefined)

function ofTwoColumns(layout: CsvLayout, record: CsvRecord): Amount | undefined {
  const paidIn = writtenIn(layout, record, 'in')?.amount
  const out = writtenIn(layout, record, 'out')?.amount
  const signedOut = out && (layout.outHasMinus ? out : negativeAmount(out))
  if (!paidIn || paidIn.units === 0n) return signedOut ?? paidIn
  if (!signedOut || signedOut.units === 0n) return paidIn
  return unreadable('columns-unclear', { line: record.line, part: 'money in and money out' })
}

function ofOneColumn(layout: CsvLayout, record: CsvRecord): Amount | undefined {
  const written = writtenIn(layout, record, 'amount')
  if (!written) return undefined
  const word = layout.columns.direction ? cellText(record, layout.columns.direction[0] as number) : ''
  if (word !== '') return byWord(written, word, record.line)
  if (layout.plainAmountIs === 'in') return written.amount
  // On a card a plain amount is spent, and a minus gives it back; plus, CR and DR say themselves what they are.
  return written.sign === 'none' || written.sign === 'minus' ? negativeAmount(written.amount) : written.amount
}

function byWord(written: WrittenAmount, word: string, line: number): Amount {
  const direction = directionWord(word) ?? unreadable('direction-unreadable', { line, found: word })
  if (direction === 'in' && written.sign === 'minus') unreadable('direction-unclear', { line })
  const size = sizeOfAmount(written.amount)
  return direction === 'in' ? size : negativeAmount(size)
}

/** The amount in a cell; undefined where the cell is empty or has a bank's sign for nothing. */
function writtenIn(layout: CsvLayout, record: CsvRecord, role: Role): WrittenAmount | undefined {
  const index = layout.columns[role]?.[0]
  if (index === undefined) return undefined
  if (layout.point === '.') {
    const plain = cellDecimal(record, index)
    if (plain) return plain
  }
  const text = cellText(record, index)
  if (text === '' || text === '-' || text === '–' || /^n\/?a$/i.test(text)) return undefined
  return (
    readWrittenAmount(text, layout.point) ??
    unreadable('amount-unreadable', { line: record.line, found: text, part: layout.headings[index] })
  )
}

/** The quick way for the commonest writing, `-12.34`, straight from the bytes. */
function cellDecimal(record: CsvRecord, index: number): WrittenAmount | undefined {
  if (index >= record.cells) return undefined
  const from = record.from[index] as number
  const amount = readPlainDecimal(record.bytes, from, record.to[index] as number)
  if (!amount) return undefined
  const first = record.bytes[from]
  return { amount, sign: first === 0x2d ? 'minus' : first === 0x2b ? 'plus' : 'none' }
}
