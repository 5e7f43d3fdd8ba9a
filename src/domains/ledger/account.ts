import type { Id } from '../../platform/id.ts'

declare const codeBrand: unique symbol

/** Names an account of one purse: its kind, or its kind and whose it is. Accounts open on first use. */
export type AccountCode = string & { readonly [codeBrand]: true }

export type Book = 'purpose' | 'place'

/** What a line's money is for, and how far along it is. */
export type LineState = 'available' | 'committed' | 'spent' | 'over-plan' | 'returned'

const code = (kind: string, of: string) => `${kind}:${of}` as AccountCode

/** Purpose: promised by a funder. A control: its balance is a sum, and nobody ever waits for its row. */
export const promise = (funder: Id<'organisation'> | 'own') => code('promise', funder)
export const available = (line: Id<'line'>) => code('available', line)
export const committed = (line: Id<'line'>) => code('committed', line)
export const spent = (line: Id<'line'>) => code('spent', line)
/** Purpose: what was spent beyond a line. Below nothing, or nothing. */
export const overPlan = (line: Id<'line'>) => code('over-plan', line)
export const returned = (line: Id<'line'>) => code('returned', line)

/** Place: a payer's bank (a control). */
export const payer = (organisation: Id<'organisation'>) => code('payer', organisation)
/** Place: who was paid (a control). */
export const payee = (of: Id<'payee'>) => code('payee', of)
/** Place: a real account that holds this person's money. */
export const bankAccount = (of: Id<'account'>) => code('account', of)
export const inTransit = 'in-transit' as AccountCode
/** Place: money that nobody can explain yet. */
export const unknownIn = 'unknown-in' as AccountCode
export const unknownOut = 'unknown-out' as AccountCode
export const owedByPerson = 'owed-by-person' as AccountCode
export const ownMoney = 'own-money' as AccountCode
export const interest = 'interest' as AccountCode
export const opening = 'opening' as AccountCode

export const kindOf = (of: AccountCode): string => of.split(':')[0] ?? ''
/** The id in a code such as `available:<line>`; undefined for those without, such as `in-transit`. */
export const subjectOf = (of: AccountCode): string | undefined => of.split(':')[1]
