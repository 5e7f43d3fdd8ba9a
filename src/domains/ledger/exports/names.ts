import { kindOf, subjectOf } from '../account.ts'
import type { AccountCode, Book } from '../account.ts'

type Root = 'Assets' | 'Liabilities' | 'Equity' | 'Income' | 'Expenses'

/**
 * Which of the five kinds of account that other programs know each of ours is. Assets and expenses are what is there
 * and what it went to; a promise and a payer are where it came from.
 */
const rootOf: Readonly<Record<string, { book: Book; root: Root }>> = {
  promise: { book: 'purpose', root: 'Income' },
  available: { book: 'purpose', root: 'Assets' },
  committed: { book: 'purpose', root: 'Assets' },
  spent: { book: 'purpose', root: 'Expenses' },
  'over-plan': { book: 'purpose', root: 'Liabilities' },
  returned: { book: 'purpose', root: 'Expenses' },
  payer: { book: 'place', root: 'Income' },
  payee: { book: 'place', root: 'Expenses' },
  'in-transit': { book: 'place', root: 'Assets' },
  account: { book: 'place', root: 'Assets' },
  'unknown-in': { book: 'place', root: 'Liabilities' },
  'unknown-out': { book: 'place', root: 'Assets' },
  'owed-by-person': { book: 'place', root: 'Assets' },
  'own-money': { book: 'place', root: 'Income' },
  interest: { book: 'place', root: 'Income' },
  opening: { book: 'place', root: 'Equity' },
}

/** How an export calls whose account it is: the line, the payee, the bank account. */
export type SubjectName = (subject: string) => string

/**
 * An account's name in other programs, `Assets:Purpose:Available:Swimming`: legal in hledger and in beancount (parts
 * of letters, digits and dashes of ASCII, each beginning with a capital or a digit), and of one account only.
 */
export function accountNames(
  purse: string | undefined,
  subjectName: SubjectName,
): (code: AccountCode) => string {
  const names = new Map<AccountCode, string>()
  const taken = new Set<string>()
  return (code) => {
    const known = names.get(code)
    if (known !== undefined) return known
    const wanted = nameOf(code, purse, subjectName)
    let name = wanted
    for (let count = 2; taken.has(name); count += 1) name = `${wanted}-${count}`
    names.set(code, name)
    taken.add(name)
    return name
  }
}

export function bookOf(code: AccountCode): Book {
  return knownKind(code).book
}

/** Where money comes from and goes to, without a balance that the purse keeps. */
export const isControl = (code: AccountCode): boolean => ['promise', 'payer', 'payee'].includes(kindOf(code))

function nameOf(code: AccountCode, purse: string | undefined, subjectName: SubjectName): string {
  const { book, root } = knownKind(code)
  const subject = subjectOf(code)
  const parts = [book, purse, kindOf(code), subject && subjectName(subject)]
  return [root, ...parts.filter((each) => each !== undefined).map(part)].join(':')
}

function knownKind(code: AccountCode) {
  const known = rootOf[kindOf(code)]
  if (!known) throw new Error(`No export knows the account ${code}`)
  return known
}

/** `Able-Swim`, `Cafe-Luca`. What has no letter of ASCII at all is still something. */
function part(text: string): string {
  // An id stays as it is, to be found by it elsewhere.
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return /^\d/.test(text) ? text : `Id-${text}`
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  const dashed = plain.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
  return (
    dashed.replaceAll(
      /(^|-)([a-z])/g,
      (_all, before: string, first: string) => before + first.toUpperCase(),
    ) || 'X'
  )
}
