import type { StatementAccount } from './statement.ts'

export type AccountFacts = {
  readonly kind?: 'bank' | 'card' | undefined
  readonly iban?: string | undefined
  readonly sortCode?: string | undefined
  /** As the file writes it: may be masked, may hold the sort code too, may be an IBAN. */
  readonly written?: string | undefined
  readonly name?: string | undefined
  readonly currency?: string | undefined
}

const longestWritten = 70
const ibanPattern = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/
const britishIban = /^GB\d{2}[A-Z]{4}(\d{6})(\d{8})$/
const sortCodeAndNumber = /^'?(\d{2})[- ]?(\d{2})[- ]?(\d{2})[- /]+(\d{8})$/

/** What a file says about its account, in the parts that can be compared with what we know of an account. */
export function accountOf(facts: AccountFacts): StatementAccount {
  const { kind, name, currency } = facts
  const written = blankToNothing(facts.written?.slice(0, longestWritten))
  const compact = (facts.iban ?? written ?? '').replaceAll(/[\s']|^-+/g, '').toUpperCase()
  const iban = ibanPattern.test(compact) ? compact : undefined
  if (iban) {
    const british = britishIban.exec(iban)
    const known = { kind, name, currency, written: written ?? iban, iban }
    return { ...whole(known, british?.[1], iban), number: british?.[2] }
  }
  const both = written && sortCodeAndNumber.exec(written)
  if (both) return whole({ kind, name, currency, written }, `${both[1]}${both[2]}${both[3]}`, both[4])
  const ownSortCode = sixDigits(facts.sortCode)
  if (/^\d{14}$/.test(compact) && (ownSortCode === undefined || compact.startsWith(ownSortCode))) {
    if (ownSortCode !== undefined || currency === 'GBP') {
      return whole({ kind, name, currency, written }, compact.slice(0, 6), compact.slice(6))
    }
  }
  return whole({ kind, name, currency, written }, ownSortCode, compact)
}

function whole(
  known: Pick<StatementAccount, 'kind' | 'name' | 'currency' | 'written' | 'iban'>,
  sortCode: string | undefined,
  compact: string | undefined,
): StatementAccount {
  const masked = compact === undefined || /[*•#]|X{2,}/.test(compact) || !/\d/.test(compact)
  const atEnd = /\d+$/.exec(compact ?? '')?.[0]
  const lastDigits = masked ? atEnd : atEnd?.slice(-4)
  return {
    ...known,
    sortCode,
    number: masked ? undefined : compact,
    lastDigits: lastDigits !== undefined && lastDigits.length >= 3 ? lastDigits : undefined,
  }
}

/** `20-00-00`, `'99-88-74` and `200000`. A row of noughts is what software writes that does not know. */
function sixDigits(text: string | undefined): string | undefined {
  const digits = text?.replaceAll(/[\s'-]/g, '')
  return digits !== undefined && /^\d{6}$/.test(digits) && digits !== '000000' ? digits : undefined
}

const blankToNothing = (text: string | undefined): string | undefined =>
  text?.trim() ? text.trim() : undefined
