import { Buffer } from 'node:buffer'

/** A tag's name: as it stands in the file, and without its namespace prefix. */
export type TagName = {
  readonly bytes: Buffer
  readonly full: string
  readonly local: string
  /** Another one that falls on the same place of the table. */
  readonly next: TagName | undefined
}

/** No format has a tenth of these; a file that has more is made to fill our memory. */
const mostNames = 5_000
const longestName = 250
const slots = 1 << 10

/** Keeps one object for each name, so that a name met a million times is decoded once. */
export function createTagNames() {
  const table: (TagName | undefined)[] = Array.from({ length: slots }, () => undefined)
  let count = 0

  return {
    /** The hash is the caller's, who goes through the bytes anyway. Undefined when there are too many, or for one that is too long. */
    intern(bytes: Buffer, from: number, to: number, hash: number): TagName | undefined {
      const slot = (hash ^ (hash >>> 10)) & (slots - 1)
      const first = table[slot]
      for (let name = first; name; name = name.next) {
        if (name.bytes.length === to - from && startsWithName(bytes, from, name)) return name
      }
      if (count >= mostNames || to - from > longestName) return undefined
      count += 1
      const full = bytes.toString('utf8', from, to)
      const local = full.slice(full.indexOf(':') + 1)
      const name = { bytes: Buffer.from(bytes.subarray(from, to)), full, local, next: first }
      table[slot] = name
      return name
    },
  }
}

export function startsWithName(bytes: Buffer, from: number, name: TagName): boolean {
  const own = name.bytes
  for (let at = 0; at < own.length; at += 1) {
    if (bytes[from + at] !== own[at]) return false
  }
  return true
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const xmlEntity = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g
const looseEntity = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi

/** Undefined where there is one that XML does not know: entities of a file's own are refused with its DTD. */
export function xmlText(text: string): string | undefined {
  if (!text.includes('&')) return text
  return text.replaceAll(xmlEntity, '').includes('&') ? undefined : resolve(text, xmlEntity)
}

/** In SGML as banks write it, a bare & is an &. */
export function sgmlText(text: string): string {
  return text.includes('&') ? resolve(text, looseEntity) : text
}

function resolve(text: string, entity: RegExp): string {
  return text.replaceAll(entity, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? ' '
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : whole
  })
}
