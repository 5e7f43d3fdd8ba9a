import type { Buffer } from 'node:buffer'
import { createByteWindow } from '../byte-window.ts'
import { startsWithName } from './names.ts'
import type { TagName } from './names.ts'
import {
  broken,
  countLines,
  createMarkupScan,
  greaterThan,
  incomplete,
  lessThan,
  scanDeclaration,
  scanPast,
  scanText,
  slash,
  space,
} from './scan.ts'
import type { MarkupListener, MarkupScan } from './scan.ts'
import { unreadable, UnreadableStatement } from '../problem.ts'
import type { ByteReader } from '../statement.ts'

const [bang, question, quote, apostrophe] = [0x21, 0x3f, 0x22, 0x27]
const deepest = 256

/**
 * Reads tags byte by byte, for XML and for the SGML of OFX 1. In XML the nesting is checked, every entity must be
 * known, and a file that brings declarations of its own (DTD) is refused, so nothing can multiply or be fetched.
 * In SGML end tags may be missing, `&` may stand for itself, and nesting is the listener's to judge.
 */
export function createMarkupReader(listener: MarkupListener, manner: 'xml' | 'sgml'): ByteReader {
  const scan = createMarkupScan(listener, manner)
  return createByteWindow(
    placed(scan, (bytes, isLast) => {
      scan.bytes = bytes
      scan.isLast = isLast
      let at = 0
      while (at < bytes.length) {
        const next = bytes[at] === lessThan ? scanMarkup(scan, at) : scanText(scan, at)
        if (next < 0) break
        at = next
      }
      return at
    }),
    () => {
      const open = scan.stack.at(-1)
      if (open) unreadable('cut-short', { line: scan.line, found: open.full })
      if (scan.strict && !scan.rootSeen) unreadable('not-a-statement')
      listener.end()
    },
  )
}

/** A listener knows what is wrong, and the scan on which line. */
function placed(scan: MarkupScan, scanAll: (bytes: Buffer, isLast: boolean) => number): typeof scanAll {
  return (bytes, isLast) => {
    try {
      return scanAll(bytes, isLast)
    } catch (error) {
      if (!(error instanceof UnreadableStatement)) throw error
      const { line, entry } = error.facts
      if (line !== undefined || entry !== undefined) throw error
      return unreadable(error.problem, { ...error.facts, line: scan.line })
    }
  }
}

function scanMarkup(scan: MarkupScan, from: number): number {
  if (from + 1 >= scan.bytes.length) return incomplete(scan)
  const next = scan.bytes[from + 1]
  if (next === slash) return scan.strict ? scanClose(scan, from) : scanLooseTag(scan, from, from + 2)
  if (next === bang) return scanDeclaration(scan, from)
  if (next === question) return scanPast(scan, '?>', from, from + 2)
  return scan.strict ? scanOpen(scan, from) : scanLooseTag(scan, from, from + 1)
}

function scanOpen(scan: MarkupScan, from: number): number {
  const { bytes } = scan
  const end = bytes.length
  let at = from + 1
  let hash = 0
  let byte = 0
  while (at < end) {
    byte = bytes[at] as number
    if (byte <= space || byte === greaterThan || byte === slash || byte === lessThan) break
    hash = (Math.imul(hash, 31) + byte) | 0
    at += 1
  }
  const nameTo = at
  if (byte !== greaterThan) at = endOfTag(scan, at)
  if (at < 0 || at >= end) return incomplete(scan)
  if (nameTo === from + 1) broken(scan, 'tag')
  const name = scan.names.intern(bytes, from + 1, nameTo, hash) ?? broken(scan, 'too-many-names')
  if (scan.stack.length === 0 && scan.rootSeen) broken(scan, 'outside')
  if (scan.stack.length >= deepest) broken(scan, 'too-deep')
  scan.rootSeen = true
  const closesItself = at > nameTo && bytes[at - 1] === slash
  scan.attributesFrom = nameTo
  scan.attributesTo = closesItself ? at - 1 : at
  scan.wanted = scan.listener.open(name.local, scan.attribute)
  if (at > nameTo) countLines(scan, nameTo, at)
  scan.stack.push(name)
  scan.wants.push(scan.wanted)
  if (closesItself) close(scan)
  return at + 1
}

/** Where the `>` is that ends a tag: one inside quotes does not. −1 while it is not there. */
function endOfTag(scan: MarkupScan, from: number): number {
  const { bytes } = scan
  let at = from
  while (at < bytes.length && bytes[at] !== greaterThan) {
    const byte = bytes[at] as number
    if (byte === lessThan) broken(scan, 'tag')
    if (byte === quote || byte === apostrophe) {
      at = bytes.indexOf(byte, at + 1)
      if (at < 0) return -1
    }
    at += 1
  }
  return at
}

function scanClose(scan: MarkupScan, from: number): number {
  const { bytes } = scan
  const name = scan.stack[scan.stack.length - 1] ?? broken(scan, 'outside')
  let at = from + 2 + name.bytes.length
  if (at >= bytes.length && !bytes.includes(greaterThan, from)) return incomplete(scan)
  if (!startsWithName(bytes, from + 2, name)) broken(scan, 'nesting', name.full)
  while (at < bytes.length && (bytes[at] as number) <= space) at += 1
  if (at >= bytes.length) return incomplete(scan)
  if (bytes[at] !== greaterThan) broken(scan, 'nesting', name.full)
  close(scan)
  return at + 1
}

function close(scan: MarkupScan): void {
  const name = scan.stack.pop() as TagName
  scan.wants.pop()
  scan.wanted = scan.wants[scan.wants.length - 1] ?? false
  scan.listener.close(name.local)
}

/** `<NAME>`, `</NAME>` or `<NAME/>`; a `<` that begins none of these is text. */
function scanLooseTag(scan: MarkupScan, from: number, nameFrom: number): number {
  const { bytes, listener } = scan
  const end = bytes.length
  let at = nameFrom
  let hash = 0
  while (at < end && isNameByte(bytes[at] as number)) {
    hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0
    at += 1
  }
  const nameTo = at
  while (at < end && ((bytes[at] as number) <= space || bytes[at] === slash)) at += 1
  if (at >= end) return incomplete(scan)
  if (bytes[at] !== greaterThan || nameTo === nameFrom) return scanText(scan, from)
  const name = scan.names.intern(bytes, nameFrom, nameTo, hash) ?? broken(scan, 'too-many-names')
  scan.attributesFrom = scan.attributesTo = 0
  const isEnd = nameFrom > from + 1
  scan.wanted = isEnd ? false : listener.open(name.full, scan.attribute)
  if (isEnd || bytes[at - 1] === slash) {
    scan.wanted = false
    listener.close(name.full)
  }
  return at + 1
}

/** Letters, digits, dot, hyphen, underline and colon. */
function isNameByte(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x3a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x5f
  )
}
