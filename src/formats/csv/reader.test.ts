import { describe, expect, test } from 'vitest'
import { linesOf, refusalOf, statementIn, statementsIn } from '../../../test/support/read-statement-text.ts'
import { cellText, createCsvScanner } from './scanner.ts'

function rowsOf(text: string, delimiter = ','): string[] {
  const rows: string[] = []
  const scanner = createCsvScanner(
    delimiter,
    (record) => {
      const cells = Array.from({ length: record.cells }, (_, index) => cellText(record, index))
      rows.push(`${record.line}: ${cells.join('|')}`)
    },
    () => {},
  )
  scanner.write(Buffer.from(text))
  scanner.end()
  return rows
}

describe('rows and cells', () => {
  test.each<[string, string, string[]]>([
    ['cells end at delimiters and lines', 'a,b\r\nc,,d\n,\re', ['1: a|b', '2: c||d', '3: |', '4: e']],
    ['quotes hold delimiters, lines and doubled quotes', '"a,b","c\r\nd"\n"e""f"', ['1: a,b|c d', '3: e"f']],
    ['space around a quoted cell is nothing', 'a , "b c" ,d', ['1: a|b c|d']],
    ['a quote inside a cell is a quote', 'a 12" pipe,b', ['1: a 12" pipe|b']],
    ['what follows a closing quote belongs to the cell', '"Joe\'s" shop,5', ['1: Joe\'s" shop|5']],
    ['marks for spreadsheets go', `'600000,="0123",'x'`, ['1: 600000|0123|x']],
    ['white space is collapsed', 'a\u00a0 \tb,\u200bc', ['1: a b|c']],
  ])('%s', (_what, text, rows) => {
    expect(rowsOf(text)).toEqual(rows)
  })

  test('tabs can be delimiters', () => {
    expect(rowsOf('a\t\t"b\tc"', '\t')).toEqual(['1: a||b c'])
  })
})

const file = (rows: string, headings = 'Date,Description,Amount,Balance') => `${headings}\n${rows}`

describe('a file that is not known by its headings', () => {
  test('is read by what its headings say', async () => {
    const rows = '2026-01-13,Care,CARD,4.00,,96.00\n2026-01-14,ICB,BACS,,10.00,106.00\n'
    const read = await statementIn(
      file(rows, 'Posted,Particulars,Method,Withdrawals,Deposits,Balance').replace('Posted', 'Posting date'),
    )
    expect(linesOf(read)).toEqual(['2026-01-13 -4.00 Care', '2026-01-14 10.00 ICB'])
    expect(read.proof).toEqual({ state: 'holds', by: 'running-balance' })
  })

  test('is read with any delimiter, marks of currency, notes above and below, and columns left over', async () => {
    const text = `sep=;
Account number;12345678;;;
Sort code;20-00-00;;;

Date;Description;Money out (£);Money in (£);Balance (£);
01/02/2026;Care;£4.00;;£96.00;
02/02/2026;ICB;;£10.00;£106.00;
;;;;;
Total;;£4.00;£10.00;;
This is not a statement of tax
`
    const statement = await statementIn(text)
    expect(linesOf(statement)).toEqual(['2026-02-01 -4.00 Care', '2026-02-02 10.00 ICB'])
    expect(statement.account).toMatchObject({ sortCode: '200000', number: '12345678', currency: 'GBP' })
    expect(statement.proof.state).toBe('holds')
  })

  test('takes the balances at its ends for balances and not for payments', async () => {
    const rows = `01/02/2026,Balance brought forward,,100.00
14/02/2026,Care,-4.00,96.00
28/02/2026,Closing balance,96.00,96.00
`
    const statement = await statementIn(file(rows))
    expect(linesOf(statement)).toEqual(['2026-02-14 -4.00 Care'])
    expect(statement).toMatchObject({
      opening: { source: 'stated', amount: { units: 10000n }, on: '2026-02-01' },
      closing: { source: 'stated', amount: { units: 9600n }, on: '2026-02-28' },
      proof: { state: 'holds' },
    })
  })

  test('joins a description that goes on in the next row', async () => {
    const rows = '14/02/2026,Care,-4.00,96.00\n,visit on Monday,,\n15/02/2026,ICB,4.00,100.00\n'
    expect(linesOf(await statementIn(file(rows)))).toEqual([
      '2026-02-14 -4.00 Care visit on Monday',
      '2026-02-15 4.00 ICB',
    ])
  })

  test('keeps a last description that has commas of its own', async () => {
    const rows = '14/02/2026,-4.00,Care, on Monday, at home\n'
    expect(linesOf(await statementIn(file(rows, 'Date,Amount,Memo')))).toEqual([
      '2026-02-14 -4.00 Care on Monday at home',
    ])
  })

  test('passes over headings that come again on each page', async () => {
    const rows = `14/02/2026,Care,-4.00,96.00
Date,Description,Amount,Balance
15/02/2026,ICB,4.00,100.00
`
    expect((await statementIn(file(rows))).lines).toBe(2)
  })

  test('with headings and nothing below is a statement without lines', async () => {
    expect(await statementIn(file(''))).toMatchObject({ lines: 0, proof: { state: 'not-given' } })
  })

  test('may have a word for the direction of each amount', async () => {
    const rows = '14/02/2026,Care,4.00,Debit\n15/02/2026,ICB,10.00,Credit\n'
    const headings = 'Date,Description,Amount,Debit/Credit'
    expect(linesOf(await statementIn(file(rows, headings)))).toEqual([
      '2026-02-14 -4.00 Care',
      '2026-02-15 10.00 ICB',
    ])
  })

  test('may have several accounts, each proven by itself', async () => {
    const rows = `14/02/2026,11111111,Care,-4.00,96.00
14/02/2026,22222222,Care,-1.00,9.00
15/02/2026,11111111,ICB,4.00,100.00
15/02/2026,22222222,ICB,1.00,10.00
`
    const statements = await statementsIn(file(rows, 'Date,Account number,Description,Amount,Balance'))
    expect(statements.map(({ account, lines, proof }) => [account.number, lines, proof.state])).toEqual([
      ['11111111', 2, 'holds'],
      ['22222222', 2, 'holds'],
    ])
  })

  test('says at which line its balances stop fitting', async () => {
    const rows = '13/02/2026,A,-1.00,99.00\n14/02/2026,B,-4.00,95.00\n15/02/2026,C,5.00,110.00\n'
    expect((await statementIn(file(rows))).proof).toEqual({
      state: 'fails',
      check: 'running-balance',
      place: 4,
      stated: '110.00',
      workedOut: '100.00',
    })
  })
})

describe('which way an amount went', () => {
  const signs = (rows: string) => file(rows, 'Date,Description,Amount')

  test('is settled by the balance, also where a plain amount is spent', async () => {
    const rows = '13/02/2026,A,1.00,99.00\n14/02/2026,B,4.00,95.00\n15/02/2026,C,-5.00,100.00\n'
    expect(linesOf(await statementIn(file(rows)))).toEqual([
      '2026-02-13 -1.00 A',
      '2026-02-14 -4.00 B',
      '2026-02-15 5.00 C',
    ])
  })

  test('is settled by a payment that a card company thanks for', async () => {
    const rows = '13/02/2026,SHOP,1.00\n14/02/2026,PAYMENT RECEIVED - THANK YOU,-4.00\n'
    expect(linesOf(await statementIn(signs(rows)))).toEqual([
      '2026-02-13 -1.00 SHOP',
      '2026-02-14 4.00 PAYMENT RECEIVED - THANK YOU',
    ])
  })

  test('is not turned round by what an account holder wrote', async () => {
    const rows = signs(`13/02/2026,DIRECT DEBIT PAYMENT TO CARE AGENCY,-60.00
13/02/2026,FASTER PAYMENT JANE THANK YOU,-20.00
14/02/2026,SOUTH ICB,1000.00
`)
    expect((await statementIn(rows)).all.map(({ amount }) => amount.units)).toEqual([-6000n, -2000n, 100000n])
  })

  test('is not guessed on a card that we do not know', async () => {
    const rows = '29/08/2026,SHOP,A,11.18\n30/08/2026,MONEY BACK,A,-11.18\n'
    expect((await refusalOf(file(rows, 'Date,Description,Card holder,Amount')))[0]).toBe('direction-unclear')
    const thanks = '29/08/2026,SHOP,11.18\n30/08/2026,AUTOPAY PAYMENT - THANK YOU,-11.18\n'
    expect((await refusalOf(signs(thanks)))[0]).toBe('direction-unclear')
  })

  test('is settled by a mark that only one direction has', async () => {
    const rows = '13/02/2026,SHOP,1.00,\n14/02/2026,ICB,2.00,CR\n'
    expect(linesOf(await statementIn(file(rows, 'Date,Description,Amount,')))).toEqual([
      '2026-02-13 -1.00 SHOP',
      '2026-02-14 2.00 ICB',
    ])
  })

  test('is not guessed where no amount has a sign, but can be told', async () => {
    const rows = signs('13/02/2026,SHOP,1.00\n14/02/2026,SHOP,2.00\n')
    expect((await refusalOf(rows))[0]).toBe('direction-unclear')
    expect(linesOf(await statementIn(rows, { plainAmountIs: 'out' }))[0]).toBe('2026-02-13 -1.00 SHOP')
    expect(linesOf(await statementIn(rows, { plainAmountIs: 'in' }))[0]).toBe('2026-02-13 1.00 SHOP')
  })

  test('is not guessed where nearly every amount is plain', async () => {
    const rows = `${'13/02/2026,SHOP,1.00\n'.repeat(9)}14/02/2026,SHOP,-2.00\n`
    expect((await refusalOf(signs(rows)))[0]).toBe('direction-unclear')
  })
})

describe('which way round a date is', () => {
  const dates = (...days: string[]) =>
    file(days.map((day) => `${day},A,-1.00\n`).join(''), 'Date,Description,Amount')

  test('is settled by a date that can be read one way only', async () => {
    expect((await statementIn(dates('01/02/2026', '13/02/2026'))).firstLineOn).toBe('2026-02-01')
    expect((await statementIn(dates('01/02/2026', '02/13/2026'))).firstLineOn).toBe('2026-01-02')
  })

  test('is settled by the order of the lines', async () => {
    expect((await statementIn(dates('05/01/2026', '02/02/2026', '03/02/2026'))).firstLineOn).toBe(
      '2026-01-05',
    )
    expect((await statementIn(dates('01/05/2026', '02/02/2026', '02/03/2026'))).firstLineOn).toBe(
      '2026-01-05',
    )
  })

  test('is day first in pounds, and in words that only such banks use', async () => {
    const pounds = dates('01/02/2026').replace('-1.00', '-£1.00')
    expect((await statementIn(pounds)).firstLineOn).toBe('2026-02-01')
    const words = file('01/02/2026,A,1.00,\n', 'Date,Description,Paid out,Paid in')
    expect((await statementIn(words)).firstLineOn).toBe('2026-02-01')
  })

  test('is not guessed, but can be told', async () => {
    expect(await refusalOf(dates('03/04/2026'))).toEqual(['dates-unclear', { found: '03/04/2026' }])
    const told = await statementIn(dates('03/04/2026'), { dates: 'month-first' })
    expect(told.firstLineOn).toBe('2026-03-04')
    const settled = await statementIn(dates('13/04/2026', '03/04/2026'), { dates: 'month-first' })
    expect(settled.firstLineOn).toBe('2026-04-03')
  })

  test('cannot be both', async () => {
    expect(await refusalOf(dates('13/02/2026', '02/13/2026'))).toEqual([
      'dates-unclear',
      { part: 'contradictory' },
    ])
  })
})

describe('a CSV file is refused', () => {
  test.each<[string, string, unknown]>([
    [
      'an amount is garbled',
      file('14/02/2026,A,12..34,1.00\n'),
      ['amount-unreadable', { line: '2', found: '12..34', part: 'Amount' }],
    ],
    [
      'a row with an amount has no date',
      file('14/02/2026,A,-1.00,1.00\n,B,-1.00,0.00\n'),
      ['date-missing', { line: '3', found: '' }],
    ],
    [
      'a date is none',
      file('14/02/2026,A,-1.00,1.00\n31/02/2026,B,-1.00,0.00\n'),
      ['date-unreadable', { line: '3', found: '31/02/2026' }],
    ],
    [
      'both columns have an amount',
      file('14/02/2026,A,1.00,2.00\n', 'Date,Description,Paid out,Paid in'),
      ['columns-unclear', { line: '2', part: 'money in and money out' }],
    ],
    [
      'there is no column for what came in',
      file('14/02/2026,A,1.00\n', 'Date,Description,Paid out'),
      ['columns-unclear', { part: 'money in' }],
    ],
    [
      'a quotation mark is never closed',
      file('14/02/2026,"A,-1.00,1.00\n15/02/2026,B,-1.00,0.00\n'),
      ['broken-file', { line: '2', part: 'quote' }],
    ],
    [
      'a quotation mark is closed on another line by mistake',
      file('14/02/2026,"A,-1.00,1.00\n15/02/2026,"B",-1.00,0.00\n'),
      ['broken-file', { line: '2', part: 'quote' }],
    ],
    ['its decimals are written in two ways', file('14/02/2026,A,"-1,00",1.00\n'), ['decimals-unclear', {}]],
    [
      'its headings are in another language',
      'Datum,Zweck,Betrag,Saldo\n14.02.2026,A,"-1,00","5,00"\n',
      ['headings-unknown', { found: 'Datum, Zweck, Betrag, Saldo' }],
    ],
    [
      'it has no headings and two columns of amounts',
      '14/02/2026,A,1.00,2.00\n15/02/2026,A,5.00,9.00\n',
      ['columns-unclear', { part: 'amounts' }],
    ],
    ['it has no amounts', '14/02/2026,A\n15/02/2026,B\n', ['columns-unclear', { part: 'no amounts' }]],
    ['it is a letter', 'Dear bank,\nplease send me a statement, or two.\n', ['not-a-statement', {}]],
  ])('where %s', async (_what, text, refusal) => {
    expect(await refusalOf(text)).toEqual(refusal)
  })
})

describe('a file without headings', () => {
  test('is read where the balances can follow from one way of reading only', async () => {
    const rows = `02/01/2026,A,10.00,,110.00
03/01/2026,B,,4.00,106.00
14/01/2026,C,,6.00,100.00
`
    expect(linesOf(await statementIn(rows))).toEqual([
      '2026-01-02 10.00 A',
      '2026-01-03 -4.00 B',
      '2026-01-14 -6.00 C',
    ])
  })

  test('has a word for the direction of each amount before it has anything else', async () => {
    const rows = `25/09/2026,09-09-09,12345678,100.00,Debit,CARE,900.00
24/09/2026,09-09-09,12345678,50.00,Credit,ICB,1000.00
23/09/2026,09-09-09,12345678,50.00,Credit,ICB,950.00
`
    const statement = await statementIn(rows)
    expect(statement.all.map(({ amount }) => amount.units)).toEqual([-10000n, 5000n, 5000n])
    expect(statement).toMatchObject({
      account: { sortCode: '090909', number: '12345678' },
      proof: { state: 'holds' },
    })
  })

  test('is read in any language then, even below headings that we do not know', async () => {
    const rows =
      'Datum;Zweck;Betrag;Saldo\n14.02.2026;A;-1,00;5,00\n15.02.2026;B;2,50;7,50\n16.02.2026;C;-7,50;0,00\n'
    expect(linesOf(await statementIn(rows))).toEqual([
      '2026-02-14 -1.00 A',
      '2026-02-15 2.50 B',
      '2026-02-16 -7.50 C',
    ])
  })
})

test('a big file is read in the same way to its end', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, index) => `14/02/2026,Line ${index},-0.01,${(1000 - (index + 1) / 100).toFixed(2)}\n`,
  )
  const statement = await statementIn(file(rows.join('')))
  expect(statement).toMatchObject({ lines: 20_000, proof: { state: 'holds' } })
  expect(statement.all.at(-1)).toMatchObject({ place: 20_001, text: 'Line 19999' })
})
