import { accountOf } from './account.ts'
import { readWrittenAmount } from './written-amount.ts'
import type { Amount } from './amount.ts'
import { joinTexts, tidy } from './bank-text.ts'
import { unreadable } from './problem.ts'
import type { ByteReader, StatementPeriod, StatementSink } from './statement.ts'
import { createTally } from './tally.ts'
import type { Tally } from './tally.ts'
import { createLineReader } from './text-lines.ts'
import { readWrittenDay } from './written-day.ts'
import type { BankDay } from './bank-day.ts'

type Block = { place: number; date: string; description: string; amount?: string; balance?: string }

type Reading = {
  readonly sink: StatementSink
  period: StatementPeriod
  account: string | undefined
  tally: Tally | undefined
  block: Block | undefined
  /** Whether the payments of this file have a balance: then one without is broken off. */
  hasBalances: boolean
}

/** The text export of Santander (UK) and Cahoot: a block of labelled lines for each payment, newest first. */
export function createSantanderTextReader(sink: StatementSink): ByteReader {
  const reading: Reading = {
    sink,
    period: {},
    account: undefined,
    tally: undefined,
    block: undefined,
    hasBalances: false,
  }
  return createLineReader(
    (line, number) => takeLine(reading, tidy(line), number),
    () => endOfFile(reading),
  )
}

function takeLine(reading: Reading, line: string, number: number): void {
  const [, label = '', value = ''] =
    /^(From|Account|Date|Description|Amount|Balance):\s*(.*)$/i.exec(line) ?? []
  const { block } = reading
  switch (label.toLowerCase()) {
    case 'from':
      reading.period = periodOf(value, number)
      return
    case 'account':
      reading.account = value
      return
    case 'date':
      endBlock(reading)
      reading.block = { place: number, date: value, description: '' }
      return
    case 'description':
      if (block) block.description = value
      return
    case 'amount':
      if (block) block.amount = value
      return
    case 'balance':
      if (block) block.balance = value
      return
    default:
      // A description may go on on the next line.
      if (block && block.amount === undefined) block.description = joinTexts([block.description, line])
  }
}

function endBlock(reading: Reading): void {
  const { block } = reading
  if (!block) return
  reading.block = undefined
  const tally = (reading.tally ??= startTally(reading))
  const { place } = block
  if (block.amount === undefined || block.amount === '') unreadable('amount-missing', { line: place })
  if (block.balance) reading.hasBalances = true
  else if (reading.hasBalances) unreadable('cut-short', { line: place })
  tally.line({
    statement: 0,
    place,
    bookedOn: dayOf(block.date, place).day,
    amount: amountOf(block.amount, place),
    payee: '',
    text: block.description,
    balanceAfter: block.balance ? amountOf(block.balance, place) : undefined,
  })
}

function startTally({ account, sink }: Reading): Tally {
  return createTally(
    {
      statement: 0,
      format: 'Santander text',
      bank: 'Santander',
      account: accountOf({ kind: 'bank', written: account }),
    },
    sink,
  )
}

function periodOf(value: string, line: number): StatementPeriod {
  const [from = '', to = ''] = value.split(/\s+to\s+/i)
  return { from: dayOf(from, line).day, to: dayOf(to, line).day }
}

function dayOf(text: string, line: number): BankDay {
  return readWrittenDay(text, 'day-first') ?? unreadable('date-unreadable', { line, found: text })
}

function amountOf(text: string, line: number): Amount {
  return readWrittenAmount(text, '.')?.amount ?? unreadable('amount-unreadable', { line, found: text })
}

function endOfFile(reading: Reading): void {
  endBlock(reading)
  const tally = (reading.tally ??= startTally(reading))
  tally.end({ period: reading.period })
}
