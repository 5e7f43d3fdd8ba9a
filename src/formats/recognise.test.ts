import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { refusalOf, statementIn } from '../../test/support/read-statement-text.ts'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

describe('a file is known by its beginning, whatever its name', () => {
  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'empty-file'],
    ['blank lines', '\ufeff \r\n\r\n\0', 'empty-file'],
    ['a PDF', '%PDF-1.7\n%âãÏÓ', 'pdf-file'],
    [
      'an Excel file',
      latin('PK\x03\x04\x14\0\x06\0.....[Content_Types].xml....xl/workbook.xml'),
      'spreadsheet',
    ],
    [
      'an OpenDocument file',
      latin('PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      'spreadsheet',
    ],
    ['an old Excel file', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'spreadsheet'],
    [
      'an Excel file in XML',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
      'spreadsheet',
    ],
    ['a Word file', latin('PK\x03\x04.....[Content_Types].xml....word/document.xml'), 'word-document'],
    ['rich text', '{\\rtf1 Statement}', 'word-document'],
    ['a zip file', latin('PK\x03\x04......statement.csv'), 'zip-file'],
    ['a gzip file', latin('\x1f\x8b\x08'), 'zip-file'],
    ['a photo', latin('\xff\xd8\xff\xe0..JFIF'), 'picture'],
    ['a screenshot', latin('\x89PNG\r\n\x1a\n'), 'picture'],
    ['a photo of an iPhone', latin('\0\0\0\x18ftypheic'), 'picture'],
    ['a web page', '<!DOCTYPE html><html><table>', 'web-page'],
    ['a bare table', '\n<table><tr><td>Date', 'web-page'],
    ['MT940', '{1:F01BANKGB2LAXXX0000000000}{2:O940}{4:\n:20:X', 'mt940-file'],
    ['MT940 without its envelope', 'BANKGB2L\r\n940\r\n:20:X\r\n:25:1\r\n', 'mt940-file'],
    ['QIF', '!Type:Bank\nD01/02/2026\nT-1.00\n^\n', 'qif-file'],
    ['JSON', '[{"date": "2026-01-01"}]', 'not-a-statement'],
    ['other XML', '<?xml version="1.0"?><feed/>', 'not-a-statement'],
    ['UTF-32', latin('\xff\xfe\0\0<\0\0\0'), 'encoding-unknown'],
    ['something that is no text', latin('ab\0cd\x01\x02,e\n'), 'not-a-statement'],
    ['a letter', 'Dear bank, where is my statement?', 'not-a-statement'],
  ])('%s', async (_what, file, refusal) => {
    expect((await refusalOf(file, { fileName: 'statement.csv' }))[0]).toBe(refusal)
  })
})

describe('the text export of Santander', () => {
  const file = `From:\u00a001/09/2026 to\u00a030/09/2026

Account:\u00a0XXXX XXXX XXXX 9876

Date:\u00a005/09/2026
Description:\u00a0DIRECT DEBIT PAYMENT TO
 CARE AGENCY
Amount:\u00a0-60.00\u00a0
Balance:\u00a02940.00\u00a0

Date:\u00a003/09/2026
Description:\u00a0BANK GIRO CREDIT REF SOUTH ICB
Amount:\u00a02000.00\u00a0
Balance:\u00a03000.00\u00a0
`
  const expected = {
    format: 'Santander text',
    account: { number: undefined, lastDigits: '9876' },
    period: { from: '2026-09-01', to: '2026-09-30' },
    opening: { amount: { units: 100000n } },
    closing: { amount: { units: 294000n } },
    order: 'newest-first',
    proof: { state: 'holds', by: 'running-balance' },
    all: [{ text: 'DIRECT DEBIT PAYMENT TO CARE AGENCY', place: 5 }, { place: 11 }],
  }

  test('is read with any line ends and in either encoding', async () => {
    for (const bytes of [latin(file), Buffer.from(file), latin(file.replaceAll('\n', '\r\n'))]) {
      expect(await statementIn(bytes)).toMatchObject(expected)
    }
  })

  test('is refused where it stops in a payment, or has one that cannot be read', async () => {
    expect(await refusalOf(file.slice(0, file.lastIndexOf('Balance')))).toEqual(['cut-short', { line: '11' }])
    expect(await refusalOf(file.slice(0, file.lastIndexOf('Amount')))).toEqual([
      'amount-missing',
      { line: '11' },
    ])
    expect((await refusalOf(file.replace('-60.00', '6O.00')))[0]).toBe('amount-unreadable')
    expect((await refusalOf(file.replace('05/09/2026', '31/09/2026')))[0]).toBe('date-unreadable')
  })
})

describe('CSV that is broken off in its last row', () => {
  const rows = [
    'Date,Details,Transaction Type,In,Out,Balance',
    '05/07/2026,A,DD,,1.00,99.00',
    '04/07/2026,B,BGC,1.00,,100.00',
  ]
  const file = [...rows, '03/07/2026,C,DD,,1.00,99.00', '02/07/2026,D,BGC,1.00,,100.00'].join('\n')

  test('is refused', async () => {
    for (const lost of ['0', '00', '.00', '100.00', ',100.00']) {
      expect(await refusalOf(file.slice(0, -lost.length))).toEqual(['cut-short', { line: '5' }])
    }
  })

  test('is told from one that only has no line end, or leaves noughts away', async () => {
    expect((await statementIn(file)).lines).toBe(4)
    expect((await statementIn(`${file.slice(0, -3)}\n`)).lines).toBe(4)
    const short = 'Date,Description,Amount\n14/02/2026,A,-1.50\n15/02/2026,B,-2'
    expect((await statementIn(short)).lines).toBe(2)
  })
})
