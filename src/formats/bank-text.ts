import type { Buffer } from 'node:buffer'

/** White space of every kind becomes one space, and what no one can see goes. */
export function tidy(text: string): string {
  return isTidy(text) ? text : text.replaceAll(unseen, '').replaceAll(anySpace, ' ').trim()
}

const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const anySpace = /[\s\p{Cc}]+/gu

function isTidy(text: string): boolean {
  let afterSpace = true
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x20) {
      if (afterSpace) return false
      afterSpace = true
    } else {
      if (code < 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0xad || mayBeSpace(code)) return false
      afterSpace = false
    }
  }
  return !afterSpace || text === ''
}

/** The blocks in which Unicode has more spaces and unseen marks; the pattern then looks closely. */
const mayBeSpace = (code: number): boolean =>
  (code >= 0x1680 && code <= 0x205f) || code === 0x3000 || code === 0xfeff

/** What Windows-1252 has where ISO-8859-1 has control characters. The decoder of Node 20 gives those instead. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Bytes as text. Files say wrongly what they are encoded in so often that we look instead: text with accents that
 * happens to be right UTF-8 and is not meant so does not occur in practice, so what is not UTF-8 is Windows-1252
 * (of which ISO-8859-1 is a part). Other encodings were turned into UTF-8 before they came here.
 */
export function decodeText(bytes: Buffer, from: number, to: number): string {
  for (let at = from; at < to; at += 1) {
    if ((bytes[at] as number) >= 0x80) return decodeAccents(bytes.subarray(from, to))
  }
  return bytes.toString('latin1', from, to)
}

export type TextReader = (bytes: Buffer, from: number, to: number) => string

const longestRemembered = 24
const slots = 1 << 11

/**
 * The same, refined, for one file. Statements say the same short things over and over (days, currencies, kinds, names),
 * so what was said lately is remembered by its bytes and not made again.
 */
export function createTextReader(refine: (text: string) => string): TextReader {
  const written: string[] = Array.from({ length: slots }, () => '')
  const refined: string[] = Array.from({ length: slots }, () => '')
  return (bytes, from, to) => {
    if (to - from > longestRemembered) return refine(decodeText(bytes, from, to))
    let hash = 0
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] as number
      if (byte >= 0x80) return refine(decodeAccents(bytes.subarray(from, to)))
      hash = (Math.imul(hash, 31) + byte) | 0
    }
    const slot = (hash ^ (hash >>> 11)) & (slots - 1)
    if (isWrittenAs(bytes, from, to, written[slot] as string)) return refined[slot] as string
    const text = bytes.toString('latin1', from, to)
    written[slot] = text
    return (refined[slot] = refine(text))
  }
}

function isWrittenAs(bytes: Buffer, from: number, to: number, text: string): boolean {
  if (text.length !== to - from) return false
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) !== bytes[from + at]) return false
  }
  return true
}

function decodeAccents(bytes: Buffer): string {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return bytes
      .toString('latin1')
      .replaceAll(/[\x80-\x9f]/g, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? control)
  }
}

/** One text out of several, leaving out what was said already. */
export function joinTexts(texts: readonly (string | undefined)[]): string {
  let joined = ''
  for (const text of texts) {
    const next = text === undefined ? '' : tidy(text)
    if (next === '') continue
    if (joined === '') joined = next
    else if (!joined.toLowerCase().includes(next.toLowerCase())) joined = `${joined} ${next}`
  }
  return joined
}
