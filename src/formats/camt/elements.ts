import type { ProblemName } from '../problem.ts'
import { group, money, text, texts } from '../markup/shape.ts'
import type { Shape } from '../markup/shape.ts'

/**
 * The parts of camt.053 that we read, the same for versions .01 to .13. Between them a status became an element of
 * its own (`Sts/Cd`), a party moved one down (`Dbtr/Pty/Nm`), dates may be instants (`DtTm`), and in the first one
 * names ended in `V01` and payments stood directly in the entry.
 */
const dates = (field: string): Shape => ({ Dt: text(field), DtTm: text(field) })
const party = (field: string): Shape => ({ Nm: text(field), Pty: { Nm: text(field) } })

const payment = group('payment', {
  Refs: {
    EndToEndId: text('endToEnd'),
    AcctSvcrRef: text('bankReference'),
    TxId: text('transaction'),
    ChqNb: text('cheque'),
  },
  Amt: money('amount'),
  AmtDtls: {
    TxAmt: { Amt: money('transactionAmount') },
    InstdAmt: { Amt: money('instructedAmount') },
  },
  BkTxCd: { Prtry: { Cd: text('ownKind') } },
  RltdPties: {
    Dbtr: party('debtor'),
    UltmtDbtr: party('ultimateDebtor'),
    Cdtr: party('creditor'),
    UltmtCdtr: party('ultimateCreditor'),
  },
  RmtInf: {
    Ustrd: texts('remittance'),
    Strd: {
      CdtrRefInf: { Ref: text('creditorReference'), CdtrRef: text('creditorReference') },
      AddtlRmtInf: texts('remittance'),
    },
  },
  AddtlTxInf: texts('more'),
})

const entry = group('entry', {
  NtryRef: text('entryReference'),
  Amt: money('amount'),
  CdtDbtInd: text('direction'),
  RvslInd: text('reversal'),
  Sts: text('status', { Cd: text('status'), Prtry: text('status') }),
  BookgDt: dates('bookedOn'),
  ValDt: dates('valueOn'),
  AcctSvcrRef: text('bankReference'),
  BkTxCd: {
    Domn: { Cd: text('kind'), Fmly: { Cd: text('kindFamily'), SubFmlyCd: text('kindPart') } },
    Prtry: { Cd: text('ownKind') },
  },
  AmtDtls: {
    InstdAmt: { Amt: money('instructedAmount') },
    TxAmt: { Amt: money('transactionAmount') },
  },
  NtryDtls: { TxDtls: payment },
  TxDtls: payment,
  AddtlNtryInf: texts('more'),
})

const account: Shape = {
  Id: {
    IBAN: text('iban'),
    Othr: { Id: text('number') },
    BBAN: text('number'),
    PrtryAcct: { Id: text('number') },
  },
  Ccy: text('currency'),
  Nm: text('accountName'),
  Ownr: { Nm: text('owner'), Pty: { Nm: text('owner') } },
  Svcr: {
    FinInstnId: { ClrSysMmbId: { MmbId: text('member') }, CmbndId: { ClrSysMmbId: { Id: text('member') } } },
  },
}

const total = (name: string): Shape => ({ NbOfNtries: text(`${name}Count`), Sum: text(`${name}Sum`) })

const statement = group('statement', {
  Id: text('id'),
  StmtPgntn: { PgNb: text('page'), LastPgInd: text('lastPage') },
  ElctrncSeqNb: text('sequence'),
  LglSeqNb: text('legalSequence'),
  FrToDt: {
    FrDt: text('from'),
    FrDtTm: text('from'),
    ToDt: text('to'),
    ToDtTm: text('to'),
  },
  Acct: account,
  Bal: group('balance', {
    Tp: { Cd: text('type'), CdOrPrtry: { Cd: text('type'), Prtry: text('type') } },
    Amt: money('amount'),
    CdtDbtInd: text('direction'),
    Dt: dates('on'),
  }),
  TxsSummry: { TtlNtries: total('all'), TtlCdtNtries: total('in'), TtlDbtNtries: total('out') },
  Ntry: entry,
})

const message = group('message', {
  GrpHdr: group('header', { MsgPgntn: { PgNb: text('page'), LastPgInd: text('lastPage') } }),
  Stmt: statement,
})

export const camtRoots: Shape = { BkToCstmrStmt: message, BkToCstmrStmtV01: message }

/** What else may come as XML, by the name of its root. */
export const otherMessages: Readonly<Record<string, ProblemName>> = {
  BkToCstmrAcctRpt: 'interim-report',
  BkToCstmrAcctRptV01: 'interim-report',
  BkToCstmrDbtCdtNtfctn: 'payment-notice',
  BkToCstmrDbtCdtNtfctnV01: 'payment-notice',
  CstmrCdtTrfInitn: 'payment-instruction',
  CstmrDrctDbtInitn: 'payment-instruction',
  CstmrPmtStsRpt: 'other-bank-message',
  CstmrPmtRvsl: 'other-bank-message',
  FIToFICstmrCdtTrf: 'other-bank-message',
  AcctRptgReq: 'other-bank-message',
  Workbook: 'spreadsheet',
  html: 'web-page',
}
