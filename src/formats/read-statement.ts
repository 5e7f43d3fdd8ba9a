import { Buffer } from 'node:buffer'
import type { Outcome } from '../platform/outcome.ts'
import { done } from '../platform/outcome.ts'
import { createCamtReader } from './camt/reader.ts'
import { createCsvReader } from './csv/reader.ts'
import { createTranscoder, detectEncoding } from './encoding.ts'
import { createOfxReader } from './ofx/reader.ts'
import { refusalOf, unreadable, UnreadableStatement } from './problem.ts'
import type { ProblemName } from './problem.ts'
import { headLength, recogniseText, refuseBinary } from './recognise.ts'
import type { Recognised } from './recognise.ts'
import { createSantanderTextReader } from './santander-text.ts'
import type { ByteReader, FileSummary, Hints, Statement, StatementLine, StatementSink } from './statement.ts'

/**
 * Reads a bank statement file of any kind we know, in chunks cut anywhere, with flat memory. The sink receives what is
 * read as it is read: where the outcome is a refusal, whatever it was given before must be thrown away.
 */
export async function readStatement(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  sink: StatementSink,
  hints: Hints = {},
): Promise<Outcome<FileSummary, ProblemName>> {
  const { counting, summary } = countWhile(sink)
  const reader = createStatementReader(counting, hints)
  try {
    for await (const chunk of chunks) {
      reader.write(chunk)
      await sink.settled?.()
    }
    reader.end()
    await sink.settled?.()
    return done(summary())
  } catch (error) {
    if (error instanceof UnreadableStatement) return refusalOf(error)
    throw error
  }
}

export type WholeStatement = Statement & { readonly all: readonly StatementLine[] }

/** Reads a file and keeps all its lines: for files that are known to be small. */
export async function readWholeStatements(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  hints: Hints = {},
): Promise<Outcome<readonly WholeStatement[], ProblemName>> {
  const lines = new Map<number, StatementLine[]>()
  const statements: WholeStatement[] = []
  const outcome = await readStatement(
    chunks,
    {
      start: ({ statement }) => void lines.set(statement, []),
      line: (line) => void lines.get(line.statement)?.push(line),
      end: (statement) => void statements.push({ ...statement, all: lines.get(statement.statement) ?? [] }),
    },
    hints,
  )
  return outcome.ok ? done(statements) : outcome
}

/** The same as a reader that is handed bytes. It looks at the beginning of the file before it decides how to read. */
export function createStatementReader(sink: StatementSink, hints: Hints): ByteReader {
  let head: Uint8Array[] = []
  let length = 0
  let reading: ByteReader | undefined

  function begin(): ByteReader {
    const bytes = Buffer.concat(head)
    head = []
    return beginReading(bytes, sink, hints)
  }

  return {
    write(chunk) {
      if (reading) return reading.write(chunk)
      head.push(Uint8Array.from(chunk))
      length += chunk.length
      if (length >= headLength) reading = begin()
    },
    end() {
      reading ??= begin()
      reading.end()
    },
  }
}

function beginReading(head: Buffer, sink: StatementSink, hints: Hints): ByteReader {
  refuseBinary(head)
  const transcoder = createTranscoder(detectEncoding(head))
  const first = transcoder.take(head)
  const kind = recogniseText(Buffer.from(first.subarray(0, headLength)), hints.fileName)
  const reader = readerOf(kind, sink, hints)
  reader.write(first)
  return {
    write: (chunk) => reader.write(transcoder.take(chunk)),
    end() {
      reader.write(transcoder.rest())
      reader.end()
    },
  }
}

function readerOf(kind: Recognised, sink: StatementSink, hints: Hints): ByteReader {
  switch (kind) {
    case 'xml':
      return createCamtReader(sink)
    case 'ofx-xml':
      return createOfxReader(sink, 'xml')
    case 'ofx-sgml':
      return createOfxReader(sink, 'sgml')
    case 'santander-text':
      return createSantanderTextReader(sink)
    case 'csv':
      return createCsvReader(sink, hints)
    default:
      return kind satisfies never
  }
}

function countWhile(sink: StatementSink) {
  let first: Statement | undefined
  let [statements, lines, pending, leftOut] = [0, 0, 0, 0]
  const counting: StatementSink = {
    start: (start) => sink.start(start),
    line: (line) => sink.line(line),
    end: (statement) => {
      first ??= statement
      statements += 1
      lines += statement.lines
      pending += statement.pending
      leftOut += statement.leftOut
      sink.end(statement)
    },
  }
  const summary = (): FileSummary => {
    const { format, bank } = first ?? unreadable('no-statement-inside')
    return { format, bank, statements, lines, pending, leftOut }
  }
  return { counting, summary }
}
