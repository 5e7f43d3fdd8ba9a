import { plainPounds, plus, pounds } from '../src/platform/money.ts'
import type { Pence } from '../src/platform/money.ts'

/** One line of an invented bank statement: `['2026-06-03', 'ABLE SWIM', '-32.00']`. */
export type Told = readonly [on: string, words: string, amount: string]

/**
 * An OFX statement as a bank makes it (1.0.2, SGML), of an account with a number and balances that prove it.
 * The synthetic ICB's people bank with a bank that does not exist.
 */
export function ofxStatement(
  account: { sortCode: string; number: string },
  opening: string,
  told: readonly Told[],
  /** The last day that it covers, where that is after its last line. */
  lastDay?: string,
): string {
  const lines = told.map(([on, words, amount], index) => {
    const compact = on.replaceAll('-', '')
    const kind = amount.startsWith('-') ? 'DEBIT' : 'CREDIT'
    return `<STMTTRN><TRNTYPE>${kind}<DTPOSTED>${compact}<TRNAMT>${amount}<FITID>${compact}${String(index).padStart(4, '0')}<NAME>${escaped(words)}</STMTTRN>`
  })
  const closing = closingOf(opening, told)
  const [first = '', last = ''] = [told[0]?.[0], lastDay ?? told.at(-1)?.[0]]
  return `OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>${last.replaceAll('-', '')}<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>GBP
<BANKACCTFROM><BANKID>${account.sortCode}<ACCTID>${account.number}<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>${first.replaceAll('-', '')}<DTEND>${last.replaceAll('-', '')}
${lines.join('\n')}
</BANKTRANLIST><LEDGERBAL><BALAMT>${plainPounds(closing)}<DTASOF>${last.replaceAll('-', '')}</LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`
}

/** A CSV with a balance behind each line, as many UK banks make it: the newest line first. */
export function csvStatement(opening: string, told: readonly Told[]): string {
  let balance = pounds(opening)
  const rows = told.map(([on, words, amount]) => {
    balance = plus(balance, pounds(amount))
    const [year = '', month = '', date = ''] = on.split('-')
    return `${date}/${month}/${year},"${words.replaceAll('"', '""')}",${amount},${plainPounds(balance)}`
  })
  return `Date,Description,Amount,Balance\n${rows.reverse().join('\n')}\n`
}

export function closingOf(opening: string, told: readonly Told[]): Pence {
  return told.reduce((balance, [, , amount]) => plus(balance, pounds(amount)), pounds(opening))
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
