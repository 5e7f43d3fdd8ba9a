import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { linesOf, refusalOf, statementIn, statementsIn } from '../../../test/support/read-statement-text.ts'
import { readOfxAmount } from './amount.ts'

const header = 'OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nENCODING:USASCII\r\nCHARSET:1252\r\n\r\n'
const account = '<BANKACCTFROM><BANKID>601613<ACCTID>31926819<ACCTTYPE>CHECKING</BANKACCTFROM>'
const row = (more = '', amount = '-12.34', type = 'DEBIT') =>
  `<STMTTRN><TRNTYPE>${type}<DTPOSTED>20260901<TRNAMT>${amount}<FITID>F1<NAME>AGENCY${more}</STMTTRN>`
const list = (rows: string) => `<BANKTRANLIST><DTSTART>20260901<DTEND>20260930${rows}</BANKTRANLIST>`
const bank = (inside: string, before = account) =>
  `<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>GBP${before}${inside}</STMTRS></STMTTRNRS></BANKMSGSRSV1>`
const ofx = (inside: string) => `${header}<OFX>${inside}</OFX>\r\n`
const signOn =
  '<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><FI><ORG>First Bank</FI></SONRS></SIGNONMSGSRSV1>'

test('a statement has its bank, account, period and closing balance', async () => {
  const balance =
    '<LEDGERBAL><BALAMT>987.66<DTASOF>20260930</LEDGERBAL><AVAILBAL><BALAMT>1<DTASOF>20260930</AVAILBAL>'
  expect(await statementIn(ofx(signOn + bank(list(row()) + balance)))).toMatchObject({
    format: 'OFX',
    bank: 'First Bank',
    account: { kind: 'bank', sortCode: '601613', number: '31926819', lastDigits: '6819', currency: 'GBP' },
    period: { from: '2026-09-01', to: '2026-09-30' },
    closing: { amount: { units: 98766n, decimals: 2 }, on: '2026-09-30', source: 'stated' },
    proof: { state: 'not-given', why: 'no-opening' },
    lines: 1,
  })
})

test('a bank’s number outside the United Kingdom is no sort code', async () => {
  const file = ofx(bank(list(row()))).replace('GBP', 'EUR')
  expect((await statementIn(file)).account.sortCode).toBeUndefined()
})

describe('the same statement is read however it is written', () => {
  const sgml = ofx(bank(list(row('<MEMO>CARE &amp; SUPPORT'))))
  const closed = (text: string) => text.replaceAll(/<(\w+)>([^<\r\n]+)/g, '<$1>$2</$1>')
  const xml = `<?xml version="1.0"?>\n<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE"?>\n${closed(sgml.slice(header.length))}`
  const files: Record<string, string | Buffer> = {
    'SGML on one line': sgml,
    'SGML with end tags': header + closed(sgml.slice(header.length)),
    'SGML line by line': sgml.replaceAll('<', '\r\n  <'),
    'SGML with bare carriage returns': sgml.replaceAll('\r\n', '\r').replaceAll('<', '\r<'),
    'SGML in small letters': sgml.replaceAll(/<\/?\w+>/g, (tag) => tag.toLowerCase()),
    'SGML without a header': sgml.slice(header.length),
    'SGML with blank lines before': `\n\n\n${sgml.slice(header.length)}`,
    'SGML with a header on one line': `OFXHEADER:100 DATA:OFXSGML VERSION:102 ${sgml.slice(header.length)}`,
    'SGML that names a DTD': sgml.replace('<OFX>', '<!DOCTYPE OFX SYSTEM "ofx102.dtd">\n<OFX>'),
    'SGML with comments': sgml.replace('<STMTTRN>', '<!-- one <STMTTRN> --><STMTTRN>'),
    'SGML in UTF-16': Buffer.from(`\ufeff${sgml}`, 'utf16le'),
    'SGML with a mark in front': `\ufeff${sgml}`,
    XML: xml,
    'XML without its own header': xml.replace(/<\?OFX.*?\?>\n/, ''),
    'XML with CDATA': xml.replace('CARE &amp; SUPPORT', '<![CDATA[CARE & SUPPORT]]>'),
  }
  test.each(Object.entries(files))('%s', async (_way, file) => {
    const statement = await statementIn(file)
    expect(linesOf(statement)).toEqual(['2026-09-01 -12.34 AGENCY CARE & SUPPORT'])
    expect(statement.account.number).toBe('31926819')
  })
})

describe('a transaction', () => {
  const first = async (more: string, amount = '-12.34') =>
    (await statementIn(ofx(bank(list(row(more, amount)))))).all[0]

  test('may have elements without a value and without an end', async () => {
    expect(await first('<MEMO><CHECKNUM><REFNUM></REFNUM>')).toMatchObject({ payee: 'AGENCY', text: '' })
  })

  test('may have an & or a < that stands for itself', async () => {
    expect(await first('<MEMO>M&S 5 < 6 &nbsp;&#163;')).toMatchObject({ text: 'M&S 5 < 6 £' })
  })

  test('may be in letters that the header does not allow', async () => {
    expect((await statementIn(Buffer.from(ofx(bank(list(row('<MEMO>Café £'))))))).all[0]?.text).toBe('Café £')
    const western = Buffer.from(ofx(bank(list(row('<MEMO>Café £')))), 'latin1')
    expect((await statementIn(western)).all[0]?.text).toBe('Café £')
  })

  test('may name the payee in a part of its own', async () => {
    const file = ofx(bank(list(row('<PAYEE><NAME>ANN CARER<CITY>LEEDS</PAYEE>').replace('<NAME>AGENCY', ''))))
    expect((await statementIn(file)).all[0]?.payee).toBe('ANN CARER')
  })

  test('may be in another currency than the account', async () => {
    expect((await first('<CURRENCY><CURRATE>1.1<CURSYM>EUR</CURRENCY>'))?.currency).toBe('EUR')
    expect((await first('<ORIGCURRENCY><CURRATE>1.1<CURSYM>EUR</ORIGCURRENCY>'))?.currency).toBe('GBP')
  })

  test('may have the same id as another', async () => {
    const statement = await statementIn(ofx(bank(list(row() + row()))))
    expect(statement.all.map(({ bankReference }) => bankReference)).toEqual(['F1', 'F1'])
  })

  test.each([
    ['-12.34', { units: -1234n, decimals: 2 }],
    ['+00000000000115.8331', { units: 1158331n, decimals: 4 }],
    ['-80,25', { units: -8025n, decimals: 2 }],
    ['1,250.50', { units: 125050n, decimals: 2 }],
    ['1.250,50', { units: 125050n, decimals: 2 }],
    ['0,123', { units: 123n, decimals: 3 }],
    ['- 1 250,50', { units: -125050n, decimals: 2 }],
    ['1,250', 'unclear'],
    ['12..34', undefined],
    ['1,2.3,4', undefined],
    ['£5', undefined],
  ])('of %s', (text, amount) => {
    expect(readOfxAmount(text)).toEqual(amount)
  })

  test.each([
    ['no amount', row().replace('<TRNAMT>-12.34', ''), 'amount-missing'],
    ['a garbled amount', row('', '12..34'), 'amount-unreadable'],
    ['an amount of which the comma may mean two things', row('', '-1,234'), 'decimals-unclear'],
    ['no day', row().replace('<DTPOSTED>20260901', ''), 'date-missing'],
    ['a day that does not exist', row().replace('20260901', '20260231'), 'date-unreadable'],
  ])('with %s is refused with its number', async (_what, bad, refusal) => {
    const [name, facts] = await refusalOf(ofx(bank(list(row() + bad))))
    expect([name, facts['entry']]).toEqual([refusal, '2'])
  })
})

describe('a file', () => {
  test('may be of a card, whose number is masked', async () => {
    const card =
      '<CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>GBP<CCACCTFROM><ACCTID>XXXXXXXXXXXX1234</CCACCTFROM>' +
      `${list(row())}<LEDGERBAL><BALAMT>-12.34<DTASOF>20260930</LEDGERBAL></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1>`
    expect(await statementIn(ofx(card))).toMatchObject({
      account: { kind: 'card', number: undefined, lastDigits: '1234' },
      closing: { amount: { units: -1234n } },
      lines: 1,
    })
  })

  test('may have several accounts, or one without lines', async () => {
    const statements = await statementsIn(
      ofx(bank(list(row())) + bank('', '<BANKACCTFROM><ACCTID>9200</BANKACCTFROM>')),
    )
    expect(statements.map(({ account: { written }, lines }) => [written, lines])).toEqual([
      ['31926819', 1],
      ['9200', 0],
    ])
  })

  test('may have a balance without a value', async () => {
    const file = ofx(bank(`${list(row())}<LEDGERBAL><BALAMT> <DTASOF>20260930</LEDGERBAL>`))
    expect((await statementIn(file)).closing).toBeUndefined()
  })

  test('may have what is pending in a list of its own', async () => {
    const pending = '<BANKTRANLISTP><DTASOF>20260930<STMTTRNP><TRNAMT>-1.00<NAME>X</STMTTRNP></BANKTRANLISTP>'
    expect(await statementIn(ofx(bank(list(row()) + pending)))).toMatchObject({ lines: 1, pending: 1 })
  })

  test('may have investments beside a bank account, which are passed over', async () => {
    const investment = `<INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><INVTRANLIST><INVBANKTRAN>${row()}</INVBANKTRAN></INVTRANLIST></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>`
    expect((await statementIn(ofx(investment + bank(list(row()))))).lines).toBe(1)
    expect((await refusalOf(ofx(investment)))[0]).toBe('investment-statement')
  })
})

describe('a file is refused', () => {
  test('where there is nothing but the answer to signing on', async () => {
    expect((await refusalOf(ofx(signOn)))[0]).toBe('no-statement-inside')
    expect((await refusalOf(ofx('')))[0]).toBe('no-statement-inside')
  })

  test('with the bank’s own error', async () => {
    const error = signOn.replace('<CODE>0<SEVERITY>INFO', '<CODE>15500<SEVERITY>ERROR<MESSAGE>Signon invalid')
    expect(await refusalOf(ofx(error))).toEqual(['bank-error', { found: '15500 Signon invalid' }])
  })

  test('where debits have no minus sign at all', async () => {
    const plain = list(row('', '12.34') + row('', '50.00', 'CREDIT'))
    expect((await refusalOf(ofx(bank(plain))))[0]).toBe('direction-unclear')
    // One that is given back is plain beside others that are not.
    expect((await statementIn(ofx(bank(list(row('', '12.34') + row()))))).lines).toBe(2)
  })

  test('where its parts are not closed', async () => {
    const [refusal, facts] = await refusalOf(ofx(bank(list(row().replace('</STMTTRN>', '') + row()))))
    expect([refusal, facts]).toEqual(['broken-file', { line: '7', part: 'nesting', found: 'STMTTRN' }])
  })

  test('where it stops before its end, wherever that is', async () => {
    const good = ofx(signOn + bank(list(row())))
    for (let length = header.length + 8; length < good.length - 3; length += 5) {
      expect((await refusalOf(good.slice(0, length)))[0]).toBe('cut-short')
    }
  })

  test('where it brings a DTD of its own', async () => {
    const laughs = ofx('').replace('<OFX>', '<!DOCTYPE OFX [<!ENTITY a "ha">]><OFX>')
    expect((await refusalOf(laughs))[0]).toBe('unsafe-file')
  })
})
