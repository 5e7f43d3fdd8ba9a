import type { Buffer } from 'node:buffer'
import { decodeText } from './bank-text.ts'
import { unreadable } from './problem.ts'
import type { ProblemName } from './problem.ts'

export type Recognised = 'xml' | 'ofx-xml' | 'ofx-sgml' | 'santander-text' | 'csv'

/** As much of a file as is looked at to see what it is. */
export const headLength = 1 << 16

type Signature = { readonly at?: number; readonly bytes: string; readonly problem: ProblemName }

/** In Latin-1, at the very beginning unless said otherwise. */
const signatures: readonly Signature[] = [
  { bytes: '%PDF', problem: 'pdf-file' },
  { bytes: '\xd0\xcf\x11\xe0', problem: 'spreadsheet' },
  { bytes: '\x1f\x8b', problem: 'zip-file' },
  { bytes: '7z\xbc\xaf', problem: 'zip-file' },
  { bytes: 'Rar!', problem: 'zip-file' },
  { bytes: '{\\rtf', problem: 'word-document' },
  { bytes: '\xff\xd8\xff', problem: 'picture' },
  { bytes: '\x89PNG', problem: 'picture' },
  { bytes: 'GIF8', problem: 'picture' },
  { bytes: 'II*\0', problem: 'picture' },
  { bytes: 'MM\0*', problem: 'picture' },
  { bytes: 'ftyp', at: 4, problem: 'picture' },
  { bytes: 'WEBP', at: 8, problem: 'picture' },
]

/** Refuses by its own name what is no text at all. */
export function refuseBinary(head: Buffer): void {
  for (const { at = 0, bytes, problem } of signatures) {
    if (head.toString('latin1', at, at + bytes.length) === bytes) unreadable(problem)
  }
  if (head.toString('latin1', 0, 4) !== 'PK\x03\x04') return
  // Office documents are zip files that begin with folders of these names.
  const inside = head.toString('latin1')
  if (/xl\/|mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/.test(inside))
    unreadable('spreadsheet')
  unreadable(/word\//.test(inside) ? 'word-document' : 'zip-file')
}

/** What kind of text a file is, from its beginning. Throws for the kinds that we know and do not read. */
export function recogniseText(head: Buffer, fileName = ''): Recognised {
  const start = decodeText(head, 0, head.length).replaceAll('\u00a0', ' ').trimStart()
  if (start === '' || /^[\0\s]*$/.test(start)) unreadable('empty-file')
  if (start.includes('\0')) unreadable('not-a-statement')
  const markup = markupKind(start)
  if (markup) return markup
  if (/^!(type|account|option|clear)\b/i.test(start)) unreadable('qif-file')
  // Without its heading, QIF is told by its name and the carets that end its records.
  if (/\.qif$/i.test(fileName) && /^\^\s*$/m.test(start)) unreadable('qif-file')
  if (/^\{\d:|^:\d\d[A-Z]?:/m.test(start) || /\.(sta|940|mt940)$/i.test(fileName)) unreadable('mt940-file')
  if (/^[{[]/.test(start)) unreadable('not-a-statement', { found: 'JSON' })
  if (/^from:\s+\d\d\/\d\d\/\d{4}\s+to\s+\d/i.test(start)) return 'santander-text'
  return 'csv'
}

function markupKind(start: string): Recognised | undefined {
  if (/^OFXHEADER\s*:/i.test(start)) return 'ofx-sgml'
  if (!start.startsWith('<')) return undefined
  const prolog = /^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s+)*/.exec(start)?.[0] ?? ''
  const root = start.slice(prolog.length)
  if (/^<\?OFX\b/i.test(root))
    return /OFXHEADER\s*=\s*["']?2/i.test(root.slice(0, 200)) ? 'ofx-xml' : 'ofx-sgml'
  if (/^<OFX[\s>]/i.test(root)) return prolog.includes('<?xml') ? 'ofx-xml' : 'ofx-sgml'
  if (/^<!DOCTYPE\s+OFX/i.test(root)) return 'ofx-sgml'
  if (/^<(!DOCTYPE\s+)?html/i.test(root)) return unreadable('web-page')
  if (/^<(table|head|body|meta)\b/i.test(root)) return unreadable('web-page')
  return 'xml'
}
