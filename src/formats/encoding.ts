import { Buffer } from 'node:buffer'
import { unreadable } from './problem.ts'

/** How a file's bytes become ones that can be scanned: as they are, or turned into UTF-8 first. */
export type Encoding = { readonly skip: number; readonly label?: string | undefined }

/** In these every byte below 128 is ASCII, and `decodeText` tells the two families apart itself. */
const scannedAsTheyAre = /^(utf-?8|us-ascii|ascii|ansi|iso-?8859-1|latin-?1|l1|windows-1252|cp-?1252|1252)$/i

/** Judges from a file's first bytes. Throws `encoding-unknown` for one that nobody here can read. */
export function detectEncoding(head: Buffer): Encoding {
  if (startsWith(head, [0xff, 0xfe, 0, 0]) || startsWith(head, [0, 0, 0xfe, 0xff])) {
    unreadable('encoding-unknown', { found: 'UTF-32' })
  }
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { skip: 3 }
  if (startsWith(head, [0xff, 0xfe])) return { skip: 2, label: 'utf-16le' }
  if (startsWith(head, [0xfe, 0xff])) return { skip: 2, label: 'utf-16be' }
  return sixteenBits(head) ?? declared(head)
}

const startsWith = (head: Buffer, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte)

/** Latin text in sixteen bits has nothing in nearly every second byte. */
function sixteenBits(head: Buffer): Encoding | undefined {
  const length = Math.min(head.length, 128) & ~1
  if (length < 4) return undefined
  const empty = [0, 0]
  for (let at = 0; at < length; at += 1) {
    if (head[at] === 0) empty[at & 1] = (empty[at & 1] as number) + 1
  }
  const [even, odd] = empty as [number, number]
  if (odd > length / 3 && even === 0) return { skip: 0, label: 'utf-16le' }
  if (even > length / 3 && odd === 0) return { skip: 0, label: 'utf-16be' }
  return undefined
}

function declared(head: Buffer): Encoding {
  const start = head.toString('latin1', 0, 256)
  const label = /^\s*<\?xml[^>]*?encoding\s*=\s*["']\s*([^"']*?)\s*["']/.exec(start)?.[1]
  // The declaration was readable as ASCII, so it cannot be in UTF-16, whatever it says.
  if (label === undefined || scannedAsTheyAre.test(label) || /^utf-?16/i.test(label)) return { skip: 0 }
  try {
    return { skip: 0, label: new TextDecoder(label).encoding }
  } catch {
    return unreadable('encoding-unknown', { found: label })
  }
}

/** Turns chunks into ones that can be scanned. A character may be cut by the edge of a chunk. */
export function createTranscoder({ skip, label }: Encoding) {
  const decoder = label === undefined ? undefined : new TextDecoder(label, { ignoreBOM: false })
  let toSkip = skip
  return {
    take(chunk: Uint8Array): Uint8Array {
      const from = Math.min(toSkip, chunk.length)
      toSkip -= from
      const bytes = from > 0 ? chunk.subarray(from) : chunk
      return decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes
    },
    rest: (): Uint8Array => (decoder ? Buffer.from(decoder.decode()) : new Uint8Array(0)),
  }
}
