import { describe, expect, test } from 'vitest'
import { linesOf, refusalOf, statementIn, statementsIn } from '../../../test/support/read-statement-text.ts'

/** Layouts as the banks write them, with made-up payments. */
const layouts: Record<string, { file: string; lines: string[]; proof?: string }> = {
  Barclays: {
    file: `Number,Date,Account,Amount,Subcategory,Memo
 ,05/09/2026,20-00-00 12345678,-60.00,DIRECTDEBIT,CARE AGENCY LTD   \t 1234567            DDR
 ,03/09/2026,20-00-00 12345678,2000.00,DIRECTDEP,SOUTH ICB          PHB                BGC
`,
    lines: ['2026-09-05 -60.00 CARE AGENCY LTD 1234567 DDR', '2026-09-03 2000.00 SOUTH ICB PHB BGC'],
    proof: 'not-given',
  },
  'HSBC, where only the last line of a day has a balance': {
    file: `Date,Type,Description,Paid out,Paid in,Balance
"26 Mar 2026",VIS,"PHARMACY LONDON  3223 ","23.50", ,
"26 Mar 2026",))),"TESCO STORES 5158 ","0.38", ,"976.12"
"27 Mar 2026",CR,"SOUTH ICB ", ,"1,000.00","1,976.12"
"28 Mar 2026",,"Interest rate changed",,,
"28 Mar 2026",DD,"CARE AGENCY",100.00,,"1,876.12"
`,
    lines: [
      '2026-03-26 -23.50 PHARMACY LONDON 3223',
      '2026-03-26 -0.38 TESCO STORES 5158',
      '2026-03-27 1000.00 SOUTH ICB',
      '2026-03-28 -100.00 CARE AGENCY',
    ],
    proof: 'holds',
  },
  'HSBC without headings': {
    file: `03/04/2026,TESCO STORES 3297,-12.34
02/04/2026,SOUTH ICB,"1,000.00"
28/03/2026,CARE AGENCY,-100.00
`,
    lines: [
      '2026-04-03 -12.34 TESCO STORES 3297',
      '2026-04-02 1000.00 SOUTH ICB',
      '2026-03-28 -100.00 CARE AGENCY',
    ],
    proof: 'not-given',
  },
  'first direct': {
    file: `Date,Description,Amount,Balance
25/04/2026,CARE AGENCY      DD,-100.00,976.12
02/04/2026,SOUTH ICB,1000.00,1076.12
`,
    lines: ['2026-04-25 -100.00 CARE AGENCY DD', '2026-04-02 1000.00 SOUTH ICB'],
    proof: 'holds',
  },
  'Lloyds, Halifax, Bank of Scotland and TSB': {
    file: `Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance,
02/04/2026,DEB,'11-02-39,12706368,TESCO STORES CD 1417 ,8.99,,991.01,
01/04/2026,BGC,'11-02-39,12706368,SOUTH ICB ,,1000.00,1000.00,
`,
    lines: ['2026-04-02 -8.99 TESCO STORES CD 1417', '2026-04-01 1000.00 SOUTH ICB'],
    proof: 'holds',
  },
  'Halifax card': {
    file: `Date,Date entered,Reference,Description,Amount,
13/07/2026,14/07/2026,40000189,PHARMACY            ,39.95,
15/07/2026,15/07/2026,40000190,PAYMENT RECEIVED - THANK YOU,-39.95,
`,
    lines: ['2026-07-14 -39.95 PHARMACY', '2026-07-15 39.95 PAYMENT RECEIVED - THANK YOU'],
  },
  'NatWest, Royal Bank of Scotland and Ulster Bank': {
    file: `
Date, Type, Description, Value, Balance, Account Name, Account Number

03/09/2026,BAC,"SOUTH ICB , PHB",2000.00,2988.66,"'MR J SMITH","'600000-12345678",
02/09/2026,POS,"'4321 01SEP26 TESCO , LONDON GB",-11.34,988.66,"'MR J SMITH","'600000-12345678",
`,
    lines: ['2026-09-03 2000.00 SOUTH ICB , PHB', '2026-09-02 -11.34 4321 01SEP26 TESCO , LONDON GB'],
    proof: 'holds',
  },
  'NatWest card, where a plain amount is spent': {
    file: `Date,Type,Description,Value,Balance,Account Name,Account Number
03/09/2026,Purchase,"PHARMACY",20.00,,"MR J SMITH","543210******1234"
02/09/2026,Payment,"PAYMENT",-50.00,,"MR J SMITH","543210******1234"
`,
    lines: ['2026-09-03 -20.00 PHARMACY', '2026-09-02 50.00 PAYMENT'],
  },
  Nationwide: {
    file: `"Account Name:","FlexDirect ****12345"
"Account Balance:","£2,940.00"
"Available Balance: ","£2,940.00"

"Date","Transaction type","Description","Paid out","Paid in","Balance"
"01 Sep 2026","Visa purchase","TESCO","£12.34","","£1,000.00"
"03 Sep 2026","Bank credit","SOUTH ICB","","£2,000.00","£3,000.00"
`,
    lines: ['2026-09-01 -12.34 TESCO', '2026-09-03 2000.00 SOUTH ICB'],
    proof: 'holds',
  },
  'Nationwide card': {
    file: `"Date","Transactions","Location","Paid out","Paid in"
"01 Sep 2026","PHARMACY","LONDON","£12.34",""
"02 Sep 2026","PAYMENT RECEIVED","","","£12.34"
`,
    lines: ['2026-09-01 -12.34 PHARMACY LONDON', '2026-09-02 12.34 PAYMENT RECEIVED'],
  },
  'Co-operative Bank and smile': {
    file: `Date,Description,Type,Money In,Money Out,Balance
2026-09-03,SOUTH ICB,CREDIT,2000.00,,2988.66
2026-09-02,TESCO,PURCHASE,,11.34,988.66
`,
    lines: ['2026-09-03 2000.00 SOUTH ICB', '2026-09-02 -11.34 TESCO'],
    proof: 'holds',
  },
  'Metro Bank': {
    file: `Date,Details,Transaction Type,In,Out,Balance
05/07/2026,CARE AGENCY,Direct Debit,,30.16,969.84
04/07/2026,SOUTH ICB,Inward Payment,1000.00,,1000.00
`,
    lines: ['2026-07-05 -30.16 CARE AGENCY', '2026-07-04 1000.00 SOUTH ICB'],
    proof: 'holds',
  },
  'Monzo with a payment that was declined': {
    file: `Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In
tx_1,01/02/2026,08:12:44,Card payment,Pharmacy,💊,Shopping,-4.50,GBP,-4.50,GBP,,,,PHARMACY LONDON GBR,,4.50,
tx_2,02/02/2026,09:00:00,Card payment,Café,☕,Eating out,,GBP,,GBP,,,,CAFE,,,
tx_3,03/02/2026,17:02:10,Faster payment,SOUTH ICB,,Income,2450.00,GBP,2450.00,GBP,,,,PHB,,,2450.00
`,
    lines: ['2026-02-01 -4.50 PHARMACY LONDON GBR', '2026-02-03 2450.00 SOUTH ICB PHB'],
  },
  'Monzo before 2019': {
    file: `id,created,amount,currency,local_amount,local_currency,category,emoji,name,address,notes_and_tags,receipt
tx_1,2018-02-01 08:12:44 +0000,-4.50,GBP,-4.50,GBP,shopping,💊,Pharmacy,,,
`,
    lines: ['2018-02-01 -4.50 Pharmacy'],
  },
  Starling: {
    file: `Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes
01/09/2026,Opening Balance,,,,1000.00,,
02/09/2026,TESCO STORES,TESCO 2231,CONTACTLESS,-12.34,987.66,GROCERIES,
`,
    lines: ['2026-09-02 -12.34 TESCO STORES'],
    proof: 'holds',
  },
  Tide: {
    file: `Date,Transaction ID,Transaction description,Reference,From,To,Paid in,Paid out,Category name,Transaction type,Status,Initiated by
07/06/2026,t-1,PHARMACY,REF,,Pharmacy,0,12.34,Care,Card,Settled,A Holder
08/06/2026,t-2,SOUTH ICB,PHB,South ICB,,1000,0,Income,Transfer,Settled,
09/06/2026,t-3,SHOP,,,Shop,0,5.00,Care,Card,Pending,
`,
    lines: ['2026-06-07 -12.34 PHARMACY', '2026-06-08 1000.00 SOUTH ICB'],
  },
  'Virgin Money and Tesco Bank cards': {
    file: `Transaction Date,Posting Date,Billing Amount,Merchant,Merchant City,Merchant State,Merchant Postcode,Reference Number,Debit or Credit,SICMCC Code,Status,Transaction Currency,Additional Card Holder,Card Used
02/06/2026,03/06/2026,45.20,PHARMACY,LONDON,,SW1A 1AA,74123,DBIT,5411,BILLED,GBP,,1234
05/06/2026,06/06/2026,120.00,PAYMENT RECEIVED,,,,74124,CRDT,0000,BILLED,GBP,,1234
07/06/2026,,9.00,CAFE,LONDON,,,74125,DBIT,5811,PENDING,GBP,,1234
`,
    lines: ['2026-06-03 -45.20 PHARMACY LONDON', '2026-06-06 120.00 PAYMENT RECEIVED'],
  },
  'American Express': {
    file: `Date,Description,Card Member,Account #,Amount,Extended Details,Appears On Your Statement As,Address,Town/City,Postcode,Country,Reference,Category
05/01/2026,PHARMACY,MR TEST,-12345,25.50,GOODS,PHARMACY,123 ST,LONDON,SW1A 1AA,UK,'AT123',Health
06/01/2026,PAYMENT RECEIVED - THANK YOU,MR TEST,-12345,-100.00,,PAYMENT RECEIVED,,,,,'AT456',
`,
    lines: ['2026-01-05 -25.50 PHARMACY', '2026-01-06 100.00 PAYMENT RECEIVED - THANK YOU'],
  },
  'John Lewis card': {
    file: `Date Processed,Description,Amount,
Pending,CAFE,£67.40,
12-Dec-2026,PHARMACY   LONDON,"£1,183.23",
02-Dec-2026,PAYMENT RECEIVED - THANK YOU,"+ £1,100.00",CR
`,
    lines: ['2026-12-12 -1183.23 PHARMACY LONDON', '2026-12-02 1100.00 PAYMENT RECEIVED - THANK YOU'],
  },
  'NewDay cards, by the very writing of their headings': {
    file: 'Date,Description,Amount(GBP)\n12/12/2026,PHARMACY,83.20\n',
    lines: ['2026-12-12 -83.20 PHARMACY'],
  },
  'Allied Irish Bank in Northern Ireland': {
    file: `Posted Account, Posted Transactions Date, Description1, Description2, Description3, Debit Amount, Credit Amount,Balance,Transaction Type
"93-80-92 12345678","05/06/2026","CARE","AGENCY","","4.00",,"96.00","Debit"
"93-80-92 12345678","14/06/2026","ICB","","",,"10.00","106.00","Credit"
`,
    lines: ['2026-06-05 -4.00 CARE AGENCY', '2026-06-14 10.00 ICB'],
    proof: 'holds',
  },
  Chase: {
    file: `Date,Time,Transaction Type,Transaction Description,Amount,Currency,Balance
01 Sep 2026,10:15,Purchase,Pharmacy,-9.99,GBP,90.01
02 Sep 2026,11:15,Transfer,SOUTH ICB,100.00,GBP,190.01
`,
    lines: ['2026-09-01 -9.99 Pharmacy', '2026-09-02 100.00 SOUTH ICB'],
    proof: 'holds',
  },
  Mettle: {
    file: `Date,Amount in GBP,Balance,Reference,Description,Transaction Type,Invoices,Receipts,Note,Category
01/09/2026,-9.99,90.01,,Pharmacy,Card,,,,
02/09/2026,100.00,190.01,PHB,SOUTH ICB,Transfer,,,,
`,
    lines: ['2026-09-01 -9.99 Pharmacy', '2026-09-02 100.00 SOUTH ICB'],
    proof: 'holds',
  },
  Wise: {
    file: `TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Exchange From,Exchange To,Exchange Rate,Payer Name,Payee Name,Payee Account Number,Merchant
CARD-1,08-01-2026,-4.99,GBP,Card transaction,,95.01,,,,,,,Pharmacy
T-2,06-01-2026,100,GBP,Received money,PHB,100,,,,SOUTH ICB,,,
`,
    lines: ['2026-01-08 -4.99 Pharmacy Card transaction', '2026-01-06 100.00 SOUTH ICB Received money'],
    proof: 'holds',
  },
  'midata, with bare carriage returns and a note below': {
    file: [
      'Date,Type,Merchant/Description,Debit/Credit,Balance',
      '02/08/2026,DD,AAA BBBBB,-£50.00,+£1050.00',
      '01/08/2026,VIS,CCCC ********** DDDD,-£10.00,+£1100.00',
      '31/07/2026,CR,******************,+£1000.00,+£1110.00',
      '',
      'Arranged overdraft limit,06/09/2026,£0.00',
    ].join('\r'),
    lines: [
      '2026-08-02 -50.00 AAA BBBBB',
      '2026-08-01 -10.00 CCCC ********** DDDD',
      '2026-07-31 1000.00 ******************',
    ],
    proof: 'holds',
  },
}

describe('a bank’s CSV is known by its headings', () => {
  test.each(Object.entries(layouts))('%s', async (_bank, { file, lines, proof }) => {
    const statement = await statementIn(file)
    expect(linesOf(statement)).toEqual(lines)
    expect(statement.proof.state).toBe(proof ?? 'not-given')
  })

  test('and its dates are day first, even where none of them shows it', async () => {
    const file = 'Date,Details,Transaction Type,In,Out,Balance\n04/03/2026,A,DD,,1.00,9.00\n'
    expect(linesOf(await statementIn(file))).toEqual(['2026-03-04 -1.00 A'])
  })
})

describe('Revolut', () => {
  const headings = 'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\n'

  test('takes the fee off, leaves out what was undone, and counts what is pending', async () => {
    const file = `${headings}TRANSFER,Current,2026-05-01 10:15:00,2026-05-02 12:00:00,To agency,-10.00,0.50,GBP,COMPLETED,489.50
CARD_PAYMENT,Current,2026-05-03 10:15:00,,Shop,-9.99,0.00,GBP,PENDING,
CARD_PAYMENT,Current,2026-05-03 11:15:00,,Shop,-9.99,0.00,GBP,REVERTED,
TOPUP,Current,2026-05-04 10:15:00,2026-05-04 10:15:01,From ICB,100.00,0.00,GBP,COMPLETED,589.50
`
    const statement = await statementIn(file)
    expect(linesOf(statement)).toEqual(['2026-05-02 -10.50 To agency', '2026-05-04 100.00 From ICB'])
    expect(statement).toMatchObject({ pending: 1, leftOut: 1, proof: { state: 'holds' } })
  })

  test('keeps its pockets and currencies apart', async () => {
    const file = `${headings}TOPUP,Current,2026-05-02 10:15:00,2026-05-02 12:00:00,In,5.00,0.00,GBP,COMPLETED,5.00
TOPUP,Savings,2026-05-02 10:15:00,2026-05-02 12:00:00,In,7.00,0.00,GBP,COMPLETED,7.00
TOPUP,Current,2026-05-03 10:15:00,2026-05-03 12:00:00,In,5.00,0.00,GBP,COMPLETED,10.00
`
    const statements = await statementsIn(file)
    expect(statements.map(({ account, lines }) => `${account.name} ${account.currency} ${lines}`)).toEqual([
      'Current GBP 2',
      'Savings GBP 1',
    ])
  })

  test('is proven even where the balances do not follow the order of the rows', async () => {
    const file = `${headings}A,Current,2026-05-01 10:00:00,2026-05-03 12:00:00,Late,-1.00,0.00,GBP,COMPLETED,7.00
A,Current,2026-05-02 10:00:00,2026-05-02 10:00:00,First,-2.00,0.00,GBP,COMPLETED,8.00
A,Current,2026-05-04 10:00:00,2026-05-04 10:00:00,Last,-3.00,0.00,GBP,COMPLETED,4.00
`
    expect((await statementIn(file)).proof).toEqual({ state: 'holds', by: 'running-balance' })
  })

  test('does not guess at a state that it does not know', async () => {
    const file = `${headings}A,Current,2026-05-01 10:00:00,2026-05-01 12:00:00,A,-1.00,0.00,GBP,COMPLETED,7.00
${'A,Current,2026-05-01 10:00:00,2026-05-01 12:00:00,A,0.00,0.00,GBP,COMPLETED,7.00\n'.repeat(3000)}A,Current,2026-05-02 10:00:00,2026-05-03 12:00:00,A,-1.00,0.00,GBP,HELD,7.00
`
    expect(await refusalOf(file)).toEqual(['status-unreadable', { line: '3003', found: 'HELD' }])
  })
})
