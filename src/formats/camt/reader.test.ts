import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { linesOf, refusalOf, statementIn, statementsIn } from '../../../test/support/read-statement-text.ts'

const bal = (type: string, amount: string, direction = 'CRDT', currency = 'GBP', on = '2026-04-01') =>
  `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`

type EntryParts = { amount?: string; direction?: string; status?: string; dates?: string; more?: string }

const entry = ({
  amount = '<Amt Ccy="GBP">250.00</Amt>',
  direction = '<CdtDbtInd>CRDT</CdtDbtInd>',
  status = '<Sts>BOOK</Sts>',
  dates = '<BookgDt><Dt>2026-04-12</Dt></BookgDt>',
  more = '',
}: EntryParts = {}) => `<Ntry>${amount}${direction}${status}${dates}${more}</Ntry>`

const out = '<CdtDbtInd>DBIT</CdtDbtInd>'
const account = '<Acct><Id><IBAN>GB29NWBK60161331926819</IBAN></Id></Acct>'
const stmt = (inside: string, head = `<Id>S1</Id>${account}`) => `<Stmt>${head}${inside}</Stmt>`
const message = (inside: string, header = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>${header}${inside}</BkToCstmrStmt></Document>`
const whole = bal('OPBD', '100.00') + bal('CLBD', '350.00') + entry()

describe('an account', () => {
  const read = async (acct: string) => (await statementIn(message(stmt(whole, acct)))).account

  test('with a British IBAN has its sort code and number', async () => {
    expect(await read(account)).toMatchObject({
      iban: 'GB29NWBK60161331926819',
      sortCode: '601613',
      number: '31926819',
      lastDigits: '6819',
    })
  })

  test('in the British way has its sort code in the number or beside it', async () => {
    const beside =
      '<Acct><Id><Othr><Id>12345678</Id></Othr></Id><Ccy>GBP</Ccy><Svcr><FinInstnId><ClrSysMmbId><MmbId>200000</MmbId></ClrSysMmbId></FinInstnId></Svcr></Acct>'
    const inside = '<Acct><Id><Othr><Id>20000012345678</Id></Othr></Id><Ccy>GBP</Ccy></Acct>'
    for (const acct of [beside, inside]) {
      expect(await read(acct)).toMatchObject({ sortCode: '200000', number: '12345678' })
    }
  })

  test('that is masked shows its last digits, and one that is not there is no harm', async () => {
    const masked = await read('<Acct><Id><Othr><Id>XXXX XXXX 9876</Id></Othr></Id></Acct>')
    expect(masked).toMatchObject({ number: undefined, lastDigits: '9876' })
    expect(await read('')).toMatchObject({ number: undefined, lastDigits: undefined })
  })
})

describe('an entry', () => {
  const first = async (parts: EntryParts, rest = '') => {
    const statement = await statementIn(message(stmt(entry(parts) + rest)))
    return statement.all[0]
  }

  test('that is a reversal has its own direction already, and names who was paid at first', async () => {
    const more = `<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>HOLDER</Nm></Dbtr><Cdtr><Nm>AGENCY</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>`
    const line = await first({ status: '<RvslInd>true</RvslInd><Sts>BOOK</Sts>', more })
    expect(line).toMatchObject({ amount: { units: 25000n }, reversal: true, payee: 'AGENCY' })
  })

  test.each([
    ['<Sts>BOOK</Sts>', 1, 0, 0],
    ['<Sts><Cd>BOOK</Cd></Sts>', 1, 0, 0],
    ['', 1, 0, 0],
    ['<Sts>PDNG</Sts>', 0, 1, 0],
    ['<Sts><Cd>FUTR</Cd></Sts>', 0, 1, 0],
    ['<Sts><Cd>INFO</Cd></Sts>', 0, 0, 1],
  ])('with the status %s', async (status, lines, pending, leftOut) => {
    expect(await statementIn(message(stmt(entry({ status }))))).toMatchObject({ lines, pending, leftOut })
  })

  test('booked at a time is booked on the day that the bank wrote', async () => {
    const dates =
      '<BookgDt><DtTm>2026-03-31T23:30:00-05:00</DtTm></BookgDt><ValDt><Dt>2026-04-01</Dt></ValDt>'
    expect(await first({ dates })).toMatchObject({
      bookedOn: '2026-03-31',
      time: '23:30:00',
      valueOn: '2026-04-01',
    })
  })

  test('without a day of booking counts on its value day', async () => {
    expect(await first({ dates: '<ValDt><Dt>2026-04-02</Dt></ValDt>' })).toMatchObject({
      bookedOn: '2026-04-02',
    })
  })

  test('of a batch keeps the payments inside', async () => {
    const one = (name: string, amount: string) =>
      `<TxDtls><Refs><EndToEndId>${name}-1</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="GBP">${amount}</Amt></TxAmt></AmtDtls><RltdPties><Cdtr><Pty><Nm>${name}</Nm></Pty></Cdtr></RltdPties></TxDtls>`
    const more = `<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>${one('ANN', '100.00')}${one('BOB', '150')}</NtryDtls>`
    const line = await first({ direction: out, more })
    expect(line?.parts).toMatchObject([
      { payee: 'ANN', reference: 'ANN-1', amount: { units: 10000n, decimals: 2 } },
      { payee: 'BOB', reference: 'BOB-1', amount: { units: 150n, decimals: 0 } },
    ])
    expect(line).toMatchObject({ payee: '', amount: { units: -25000n } })
  })

  test('keeps what it was before it was exchanged', async () => {
    const more =
      '<NtryDtls><TxDtls><AmtDtls><InstdAmt><Amt Ccy="EUR">300</Amt></InstdAmt></AmtDtls></TxDtls></NtryDtls>'
    expect((await first({ more }))?.original).toEqual({
      amount: { units: 300n, decimals: 0 },
      currency: 'EUR',
    })
  })

  test('says all that the bank prints, and nothing twice', async () => {
    const more = `<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RmtInf><Ustrd> PHB
      APRIL </Ustrd><Ustrd>2026</Ustrd></RmtInf><AddtlTxInf>PHB APRIL</AddtlTxInf></TxDtls></NtryDtls><AddtlNtryInf>FASTER PAYMENT</AddtlNtryInf>`
    expect(await first({ more })).toMatchObject({
      text: 'PHB APRIL 2026 FASTER PAYMENT',
      reference: undefined,
    })
  })

  test.each<[string, EntryParts, unknown]>([
    [
      'an amount that is garbled',
      { amount: '<Amt Ccy="GBP">12..34</Amt>' },
      ['amount-unreadable', { entry: '1', found: '12..34' }],
    ],
    [
      'an amount with a sign',
      { amount: '<Amt Ccy="GBP">-5</Amt>' },
      ['amount-unreadable', { entry: '1', found: '-5' }],
    ],
    ['no amount', { amount: '' }, ['amount-missing', { entry: '1' }]],
    ['no direction', { direction: '' }, ['direction-unreadable', { entry: '1' }]],
    [
      'a direction of its own',
      { direction: '<CdtDbtInd>CR</CdtDbtInd>' },
      ['direction-unreadable', { entry: '1', found: 'CR' }],
    ],
    ['no day', { dates: '' }, ['date-missing', { entry: '1' }]],
    [
      'a day that does not exist',
      { dates: '<BookgDt><Dt>2026-02-30</Dt></BookgDt>' },
      ['date-unreadable', { entry: '1', found: '2026-02-30' }],
    ],
    [
      'a status of its own',
      { status: '<Sts>HELD</Sts>' },
      ['status-unreadable', { entry: '1', found: 'HELD' }],
    ],
  ])('with %s is refused with its number', async (_what, parts, refusal) => {
    expect(await refusalOf(message(stmt(entry(parts))))).toEqual(refusal)
  })
})

describe('the proof', () => {
  const proofOf = async (inside: string) => (await statementIn(message(stmt(inside)))).proof

  test('holds where the balances and the entries agree', async () => {
    expect(await proofOf(whole)).toEqual({ state: 'holds', by: 'balances' })
  })

  test('takes a previous closing balance for the opening one', async () => {
    expect(await proofOf(bal('PRCD', '100') + bal('CLBD', '350') + entry())).toMatchObject({ state: 'holds' })
  })

  test('counts an overdraft below nothing', async () => {
    expect(await proofOf(bal('OPBD', '100', 'DBIT') + bal('CLBD', '150') + entry())).toMatchObject({
      state: 'holds',
    })
  })

  test('fails with both sums where they do not agree', async () => {
    expect(await proofOf(bal('OPBD', '100') + bal('CLBD', '1350') + entry())).toEqual({
      state: 'fails',
      check: 'closing-balance',
      stated: '1,350.00',
      workedOut: '350.00',
    })
  })

  test('fails where the bank counts more entries than there are', async () => {
    const summary = '<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries></TxsSummry>'
    expect(await proofOf(bal('OPBD', '100') + bal('CLBD', '350') + summary + entry())).toMatchObject({
      state: 'fails',
      check: 'number-of-lines',
    })
  })

  test('fails where the bank sums up something else', async () => {
    const summary = '<TxsSummry><TtlCdtNtries><Sum>251.00</Sum></TtlCdtNtries></TxsSummry>'
    expect(await proofOf(summary + entry())).toMatchObject({ state: 'fails', check: 'total-in' })
  })

  test('is not given without balances, or with several currencies', async () => {
    expect(await proofOf(entry())).toEqual({ state: 'not-given', why: 'no-opening' })
    expect(await proofOf(bal('OPBD', '100') + entry())).toEqual({ state: 'not-given', why: 'no-closing' })
    expect(await proofOf(bal('OPBD', '100') + bal('CLBD', '350', 'CRDT', 'EUR') + entry())).toEqual({
      state: 'not-given',
      why: 'several-currencies',
    })
  })

  test('leaves available balances alone, and what is only pending', async () => {
    const inside = bal('OPAV', '9') + whole + bal('CLAV', '9') + entry({ status: '<Sts>PDNG</Sts>' })
    expect(await proofOf(inside)).toMatchObject({ state: 'holds' })
  })
})

describe('a file', () => {
  test('may hold several statements, each with its own proof', async () => {
    const second = bal('OPBD', '350') + bal('CLBD', '100') + entry({ direction: out })
    const statements = await statementsIn(message(stmt(whole) + stmt(second, '<Id>S2</Id>')))
    expect(statements.map(({ id, proof, all }) => [id, proof.state, all[0]?.place])).toEqual([
      ['S1', 'holds', 1],
      ['S2', 'holds', 2],
    ])
  })

  test('may be a page of a statement, with an interim balance at its ends', async () => {
    const page = (number: number, last: boolean, balances: string) =>
      stmt(
        balances + entry(),
        `<Id>S1</Id><StmtPgntn><PgNb>${number}</PgNb><LastPgInd>${last}</LastPgInd></StmtPgntn>`,
      )
    const [first] = await statementsIn(message(page(1, false, bal('OPBD', '0') + bal('ITBD', '250'))))
    const [middle] = await statementsIn(message(page(2, false, bal('ITBD', '250') + bal('ITBD', '500'))))
    const [last] = await statementsIn(message(page(3, true, bal('ITBD', '500') + bal('CLBD', '750'))))
    expect([first, middle, last].map((each) => [each?.page, each?.proof.state])).toEqual([
      [{ number: 1, last: false }, 'holds'],
      [{ number: 2, last: false }, 'holds'],
      [{ number: 3, last: true }, 'holds'],
    ])
  })

  test('has the period that the bank wrote, up to the day before a midnight', async () => {
    const period =
      '<FrToDt><FrDtTm>2026-04-01T00:00:00+01:00</FrDtTm><ToDtTm>2026-05-01T00:00:00+01:00</ToDtTm></FrToDt>'
    const { period: read } = await statementIn(message(stmt(whole, period)))
    expect(read).toEqual({ from: '2026-04-01', to: '2026-04-30' })
  })

  test('is read with any prefix, without a namespace, and inside an envelope', async () => {
    const plain = message(stmt(whole))
    const prefixed = plain.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1a:').replace('xmlns=', 'xmlns:a=')
    const bare = plain.replace(/ xmlns="[^"]*"/, '')
    const inEnvelope = `<e:Envelope xmlns:e='x'><e:Body>${plain.replace(/<\?.*?\?>/, '')}</e:Body></e:Envelope>`
    for (const file of [prefixed, bare, inEnvelope]) {
      expect(linesOf(await statementIn(file))).toEqual(['2026-04-12 250.00 '])
    }
  })

  test('may have comments, instructions, CDATA and entities anywhere', async () => {
    const more = `<!-- > <Ntry> --><?x <y> ?><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>A &amp; B<!-- c --> &#163;&#x20AC;</Nm></Dbtr></RltdPties><RmtInf><Ustrd><![CDATA[1 < 2 &amp; <b>]]></Ustrd></RmtInf></TxDtls></NtryDtls>`
    expect(linesOf(await statementIn(message(stmt(entry({ more })))))).toEqual([
      '2026-04-12 250.00 A & B £€ 1 < 2 &amp; <b>',
    ])
  })

  test('may be in any encoding that it declares, or another than it declares', async () => {
    const more = '<AddtlNtryInf>Café £5</AddtlNtryInf>'
    const file = message(stmt(entry({ more })))
    const as = (encoding: string) => file.replace('UTF-8', encoding)
    const files = [
      Buffer.from(`\ufeff${file}`),
      Buffer.from(as('ISO-8859-1'), 'latin1'),
      Buffer.from(as('windows-1252'), 'latin1'),
      Buffer.from(file, 'latin1'),
      Buffer.from(as('ISO-8859-1')),
      Buffer.from(`\ufeff${as('UTF-16')}`, 'utf16le'),
      Buffer.from(as('UTF-16'), 'utf16le'),
      Buffer.from(`\ufeff${as('UTF-16')}`, 'utf16le').swap16(),
      Buffer.from(as('iso-8859-15'), 'latin1'),
    ]
    for (const bytes of files) {
      expect(linesOf(await statementIn(bytes))).toEqual(['2026-04-12 250.00 Café £5'])
    }
    expect(await refusalOf(as('klingon'))).toEqual(['encoding-unknown', { found: 'klingon' }])
  })

  test('of the first version is read too', async () => {
    const file = message(stmt(whole)).replaceAll('BkToCstmrStmt', 'BkToCstmrStmtV01')
    expect((await statementIn(file)).proof.state).toBe('holds')
  })
})

describe('a file is refused', () => {
  const good = message(stmt(whole))

  test('where it is another message, with what it is', async () => {
    const other = (root: string) => good.replaceAll('BkToCstmrStmt', root)
    expect((await refusalOf(other('BkToCstmrAcctRpt')))[0]).toBe('interim-report')
    expect((await refusalOf(other('BkToCstmrDbtCdtNtfctn')))[0]).toBe('payment-notice')
    expect((await refusalOf(other('CstmrCdtTrfInitn')))[0]).toBe('payment-instruction')
    expect((await refusalOf('<?xml version="1.0"?><invoice/>'))[0]).toBe('not-a-statement')
    expect((await refusalOf(message('<GrpHdr/>')))[0]).toBe('no-statement-inside')
  })

  test('where it brings a DTD, before that can do anything', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>`
    const outside = `<?xml version="1.0"?>\n<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>`
    expect(await refusalOf(laughs)).toEqual(['unsafe-file', { line: '1' }])
    expect(await refusalOf(outside)).toEqual(['unsafe-file', { line: '2' }])
  })

  test.each([
    ['its tags cross', good.replace('</Ntry></Stmt>', '</Stmt></Ntry>'), 'nesting'],
    ['an entity means nothing', message(stmt(entry({ more: '<AddtlNtryInf>M&S</AddtlNtryInf>' }))), 'entity'],
    ['it goes on after its end', `${good} more`, 'outside'],
    ['there are two documents in it', `${good}<Document/>`, 'outside'],
    ['a tag is broken', good.replace('<Ntry>', '<Ntry <'), 'tag'],
    ['it is too deep', '<a>'.repeat(1000), 'too-deep'],
    [
      'its names never end',
      `<x>${Array.from({ length: 9000 }, (_, i) => `<n${i}/>`).join('')}</x>`,
      'too-many-names',
    ],
    ['a part never ends', `<x><!--${'-'.repeat(2_000_000)}`, 'too-long'],
  ])('where %s', async (_what, file, part) => {
    const [refusal, facts] = await refusalOf(file.replace(/^(?!<\?xml)/, '<?xml version="1.0"?>'))
    expect([refusal, facts['part']]).toEqual(['broken-file', part])
  })

  test('with the line where it is broken', async () => {
    const file = good.replaceAll('><', '>\n<').replace('</CdtDbtInd>\n<Sts>', '</CdtDbtInd>\n<Stz>')
    const line = file.split('\n').findIndex((text) => text.includes('<Stz>')) + 1
    expect(await refusalOf(file)).toEqual([
      'broken-file',
      { line: String(line), part: 'nesting', found: 'Stz' },
    ])
  })

  test('where it stops before its end, wherever that is', async () => {
    for (let length = 60; length < good.length - 1; length += 7) {
      expect((await refusalOf(good.slice(0, length)))[0]).toBe('cut-short')
    }
  })
})
