import type { Buffer } from 'node:buffer'
import { decodeText } from './bank-text.ts'
import { createByteWindow } from './byte-window.ts'
import type { ByteReader } from './statement.ts'

const [lineFeed, carriageReturn] = [0x0a, 0x0d]

/** Hands over a text file line by line, numbered from 1, whatever its lines end in. */
export function createLineReader(take: (line: string, number: number) => void, end: () => void): ByteReader {
  let number = 0
  return createByteWindow((bytes, isLast) => {
    let from = 0
    while (from < bytes.length) {
      const to = endOfLine(bytes, from)
      const next = to + (bytes[to] === carriageReturn && bytes[to + 1] === lineFeed ? 2 : 1)
      // After a carriage return at the very end a line feed may still come.
      const whole = to < bytes.length - 1 || (to < bytes.length && bytes[to] === lineFeed)
      if (!whole && !isLast) break
      number += 1
      take(decodeText(bytes, from, to), number)
      from = next
    }
    return Math.min(from, bytes.length)
  }, end)
}

function endOfLine(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at += 1
  return at
}
