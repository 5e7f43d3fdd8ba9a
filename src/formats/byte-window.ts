import { Buffer } from 'node:buffer'
import { unreadable } from './problem.ts'
import type { ByteReader } from './statement.ts'

/** Longer than anything in a statement: whoever sends such a thing wants our memory. */
const longestToken = 1 << 20

/**
 * Lets a scanner see whole tokens only, however the file was cut into chunks. The scanner takes as many whole tokens
 * as it finds and answers how many bytes those were; the rest comes back to it with more behind it. After a token that
 * was not whole it is not asked again before there is twice as much, so that even a file that comes byte by byte is
 * gone through about twice and no more.
 */
export function createByteWindow(
  scan: (bytes: Buffer, isLast: boolean) => number,
  finish: () => void,
): ByteReader {
  let waiting: Buffer[] = []
  let waitingLength = 0
  let wanted = 0

  function scanAll(isLast: boolean): void {
    const bytes = waiting.length === 1 ? (waiting[0] as Buffer) : Buffer.concat(waiting, waitingLength)
    const taken = scan(bytes, isLast)
    // A copy: the chunk belongs to whoever gave it, and may be written over.
    const rest = Buffer.from(bytes.subarray(taken))
    if (rest.length > longestToken) unreadable('broken-file', { part: 'too-long' })
    waiting = rest.length > 0 ? [rest] : []
    waitingLength = rest.length
    wanted = rest.length * 2
  }

  return {
    write(chunk: Uint8Array): void {
      if (chunk.length === 0) return
      waitingLength += chunk.length
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
      if (waitingLength > wanted) {
        waiting.push(bytes)
        scanAll(false)
      } else waiting.push(Buffer.from(bytes))
    },
    end(): void {
      if (waitingLength > 0) scanAll(true)
      finish()
    },
  }
}
