import { showAmount, sizeOfAmount } from '../../src/formats/amount.ts'
import type { Amount } from '../../src/formats/amount.ts'
import type { Day } from '../../src/platform/day.ts'
import { addDays, showShortDay, yearOf } from '../../src/platform/day.ts'

/** A line to be written into a statement file. */
export type WrittenLine = {
  readonly on: Day
  readonly amount: Amount
  readonly payee: string
  readonly text: string
  readonly id: string
}

export type WrittenStatement = {
  readonly opening: Amount
  readonly lines: readonly WrittenLine[]
}

/** `1234.50`, without a sign. */
const plain = (amount: Amount): string => showAmount(sizeOfAmount(amount)).replaceAll(',', '')
const signed = (amount: Amount): string => `${amount.units < 0n ? '-' : ''}${plain(amount)}`

export function balancesAfter({ opening, lines }: WrittenStatement): Amount[] {
  let units = opening.units
  return lines.map(({ amount }) => ({ units: (units += amount.units), decimals: 2 }))
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** As versions .02 to .07 have it, or as later ones do. */
export function writeCamt(statement: WrittenStatement, version: string, prefix = ''): string {
  const isLater = Number(version) >= 8
  const tag = (name: string, inside: string, attributes = ''): string =>
    `<${prefix}${name}${attributes}>${inside}</${prefix}${name}>`
  const money = (amount: Amount): string => tag('Amt', plain(amount), ' Ccy="GBP"')
  const direction = (amount: Amount): string => tag('CdtDbtInd', amount.units < 0n ? 'DBIT' : 'CRDT')
  const party = (name: string): string =>
    isLater ? tag('Pty', tag('Nm', escape(name))) : tag('Nm', escape(name))
  const balance = (type: string, amount: Amount): string =>
    tag(
      'Bal',
      tag('Tp', tag('CdOrPrtry', tag('Cd', type))) +
        money(amount) +
        direction(amount) +
        tag('Dt', tag('Dt', '2026-01-01')),
    )
  const entries = statement.lines.map(({ on, amount, payee, text, id }) =>
    tag(
      'Ntry',
      money(amount) +
        direction(amount) +
        tag('Sts', isLater ? tag('Cd', 'BOOK') : 'BOOK') +
        tag('BookgDt', isLater ? tag('DtTm', `${on}T23:59:59.123-11:00`) : tag('Dt', on)) +
        tag('AcctSvcrRef', id) +
        tag(
          'NtryDtls',
          tag(
            'TxDtls',
            tag('RltdPties', tag(amount.units < 0n ? 'Cdtr' : 'Dbtr', party(payee))) +
              tag('RmtInf', tag('Ustrd', `<![CDATA[${text}]]>`)),
          ),
        ),
    ),
  )
  const closing = balancesAfter(statement).at(-1) ?? statement.opening
  const inside = balance('OPBD', statement.opening) + balance('CLBD', closing) + entries.join('\n')
  const namespace = ` xmlns${prefix === '' ? '' : `:${prefix.slice(0, -1)}`}="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('Document', tag('BkToCstmrStmt', tag('Stmt', inside)), namespace)}\n`
}

/** OFX 1 without end tags, or OFX 2. */
export function writeOfx(statement: WrittenStatement, version: 1 | 2): string {
  const element = (name: string, value: string): string =>
    version === 1 ? `<${name}>${escape(value)}\r\n` : `<${name}>${escape(value)}</${name}>`
  const rows = statement.lines.map(
    ({ on, amount, payee, text, id }) =>
      `<STMTTRN>${element('TRNTYPE', amount.units < 0n ? 'DEBIT' : 'CREDIT')}${element('DTPOSTED', `${on.replaceAll('-', '')}235959.000[-5:EST]`)}${element('TRNAMT', signed(amount))}${element('FITID', id)}${element('NAME', payee)}${element('MEMO', text)}</STMTTRN>`,
  )
  const header =
    version === 1
      ? 'OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nCHARSET:1252\r\n\r\n'
      : '<?xml version="1.0"?>\n<?OFX OFXHEADER="200" VERSION="211"?>\n'
  return `${header}<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>${element('CURDEF', 'GBP')}<BANKTRANLIST>${rows.join('\n')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`
}

export type CsvManner = {
  readonly delimiter: ',' | ';' | '\t' | '|'
  readonly lineEnd: '\n' | '\r\n' | '\r'
  readonly newestFirst: boolean
  readonly twoColumns: boolean
  readonly dates: 'iso' | 'british' | 'named'
}

export function writeCsv(statement: WrittenStatement, manner: CsvManner): string {
  const { delimiter, lineEnd, newestFirst, twoColumns, dates } = manner
  const balances = balancesAfter(statement)
  const day = (on: Day): string => {
    if (dates === 'iso') return on
    return dates === 'british' ? on.split('-').reverse().join('/') : `${showShortDay(on)} ${yearOf(on)}`
  }
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const rows = statement.lines.map(({ on, amount, payee, text, id }, index) => {
    const amounts = twoColumns
      ? amount.units < 0n
        ? [plain(amount), '']
        : ['', plain(amount)]
      : [signed(amount)]
    return [
      day(on),
      quote(id),
      quote(payee),
      quote(text),
      ...amounts,
      signed(balances[index] as Amount),
    ].join(delimiter)
  })
  const heads = [
    'Date',
    'Transaction ID',
    'Payee',
    'Description',
    ...(twoColumns ? ['Paid out', 'Paid in'] : ['Amount']),
    'Balance',
  ]
  return [heads.join(delimiter), ...(newestFirst ? rows.toReversed() : rows), ''].join(lineEnd)
}

/** The day this many days after the first of 2026. */
export const dayNumber = (days: number): Day => addDays('2026-01-01' as Day, days)
