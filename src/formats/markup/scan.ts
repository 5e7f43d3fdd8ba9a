import { Buffer } from 'node:buffer'
import { createTextReader, decodeText } from '../bank-text.ts'
import type { TextReader } from '../bank-text.ts'
import { createTagNames, sgmlText, xmlText } from './names.ts'
import type { TagName } from './names.ts'
import { unreadable } from '../problem.ts'

/** Hears of tags and text as they come. Names are without a namespace prefix. */
export type MarkupListener = {
  /** Answers whether the text directly inside is wanted. The attributes can be asked for only now. */
  open(name: string, attribute: (name: string) => string | undefined): boolean
  /** A piece of text; there may be several in one element. */
  text(text: string): void
  close(name: string): void
  /** The file is whole: in XML every element that was opened is closed. */
  end(): void
}

/**
 * Where the scanning stands. The functions that scan take a token at `from` and answer where the next one begins,
 * or −1 while the token is not whole.
 */
export type MarkupScan = {
  readonly listener: MarkupListener
  readonly strict: boolean
  readonly names: ReturnType<typeof createTagNames>
  readonly textOf: TextReader
  readonly stack: TagName[]
  readonly wants: boolean[]
  readonly attribute: (name: string) => string | undefined
  /** Whether the listener wants the text that comes now. */
  wanted: boolean
  rootSeen: boolean
  line: number
  bytes: Buffer
  isLast: boolean
  attributesFrom: number
  attributesTo: number
  /** A statement says the same currency in nearly all of its amounts. */
  lastAttribute: { readonly text: string; readonly name: string; readonly value: string | undefined }
}

export const lessThan = 0x3c
export const greaterThan = 0x3e
export const slash = 0x2f
export const space = 0x20
const newline = 0x0a

export function createMarkupScan(listener: MarkupListener, manner: 'xml' | 'sgml'): MarkupScan {
  const scan: MarkupScan = {
    listener,
    strict: manner === 'xml',
    names: createTagNames(),
    textOf: createTextReader((text) => text),
    stack: [],
    wants: [],
    attribute: (name) => attributeOf(scan, name),
    wanted: false,
    rootSeen: false,
    line: 1,
    bytes: Buffer.alloc(0),
    isLast: false,
    attributesFrom: 0,
    attributesTo: 0,
    lastAttribute: { text: '', name: '', value: undefined },
  }
  return scan
}

/** The text up to the next `<`; one that stands at the very beginning is part of the text. */
export function scanText(scan: MarkupScan, from: number): number {
  const { bytes, strict, wanted } = scan
  const end = bytes.length
  let at = from
  let lines = 0
  let blank = true
  while (at < end) {
    const byte = bytes[at] as number
    if (byte > space) {
      if (byte === lessThan && at > from) break
      blank = false
    } else if (byte === newline) lines += 1
    at += 1
  }
  if (at >= end && !scan.isLast && wanted) return -1
  if (!blank && strict && scan.stack.length === 0) broken(scan, 'outside')
  scan.line += lines
  if (wanted && !blank) giveText(scan, scan.textOf(bytes, from, at))
  return at
}

function giveText(scan: MarkupScan, text: string): void {
  const resolved = scan.strict ? xmlText(text) : sgmlText(text)
  scan.listener.text(resolved ?? broken(scan, 'entity'))
}

/** A comment, a CDATA section, or something that has no place in a statement. */
export function scanDeclaration(scan: MarkupScan, from: number): number {
  const { bytes, strict } = scan
  const start = bytes.toString('latin1', from, from + 9).toUpperCase()
  if (start.startsWith('<!--')) return scanPast(scan, '-->', from, from + 4)
  if (start === '<![CDATA[') return scanCdata(scan, from)
  if (start.length < 9 && !scan.isLast) return -1
  if (!start.startsWith('<!DOCTYPE')) return strict ? broken(scan, 'tag') : scanText(scan, from)
  const to = bytes.indexOf(greaterThan, from)
  // Declarations in the file itself could multiply without end. One that only names a DTD is passed over in SGML,
  // where old banks write it; nothing is ever fetched.
  const own = bytes.subarray(from, to < 0 ? bytes.length : to).includes('[')
  if (strict || own) unreadable('unsafe-file', { line: scan.line })
  return to < 0 ? incomplete(scan) : to + 1
}

function scanCdata(scan: MarkupScan, from: number): number {
  const { bytes } = scan
  const to = bytes.indexOf(']]>', from + 9, 'latin1')
  if (to < 0) return incomplete(scan)
  if (scan.strict && scan.stack.length === 0) broken(scan, 'outside')
  countLines(scan, from, to)
  if (scan.wanted) scan.listener.text(decodeText(bytes, from + 9, to))
  return to + 3
}

export function scanPast(scan: MarkupScan, mark: string, from: number, searchFrom: number): number {
  const found = scan.bytes.indexOf(mark, searchFrom, 'latin1')
  if (found < 0) return incomplete(scan)
  countLines(scan, from, found)
  return found + mark.length
}

export function countLines(scan: MarkupScan, from: number, to: number): void {
  for (let at = from; at < to; at += 1) if (scan.bytes[at] === newline) scan.line += 1
}

function attributeOf(scan: MarkupScan, name: string): string | undefined {
  if (scan.attributesTo - scan.attributesFrom < name.length) return undefined
  const text = scan.textOf(scan.bytes, scan.attributesFrom, scan.attributesTo)
  const { lastAttribute } = scan
  if (lastAttribute.text !== text || lastAttribute.name !== name) {
    scan.lastAttribute = { text, name, value: attributeIn(scan, text, name) }
  }
  return scan.lastAttribute.value
}

function attributeIn(scan: MarkupScan, text: string, name: string): string | undefined {
  for (const [, found, double, single] of text.matchAll(attributes)) {
    if (found === name) return xmlText(double ?? single ?? '') ?? broken(scan, 'entity')
  }
  return undefined
}

const attributes = /\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

export function incomplete(scan: MarkupScan): number {
  if (scan.isLast) unreadable('cut-short', { line: scan.line })
  return -1
}

export function broken(scan: MarkupScan, part: string, found?: string): never {
  return unreadable('broken-file', { line: scan.line, part, found })
}
