import { z } from 'zod'
import { daySchema, penceSchema } from '../../platform/input.ts'
import type { Account } from '../budgets/index.ts'

/** What reading a file came to: its statements without their lines (those are staged), or why it cannot be read. */
export const statementRead = z.object({
  /** Counts the file's statements, from 0. */
  statement: z.int(),
  account: z.object({
    /** `20-00-00 12345678`, as the file writes it. */
    written: z.string().optional(),
    sortCode: z.string().optional(),
    number: z.string().optional(),
    lastDigits: z.string().optional(),
    iban: z.string().optional(),
  }),
  opening: penceSchema.optional(),
  closing: penceSchema.optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  lines: z.int(),
  proof: z.enum(['holds', 'fails', 'not-given']),
  /** Where its own sums break, in words. */
  failure: z.record(z.string(), z.string()).optional(),
  newestFirst: z.boolean(),
})
export type StatementRead = z.output<typeof statementRead>

export const reading = z.union([
  z.object({ ok: z.literal(false), problem: z.string(), facts: z.record(z.string(), z.string()) }),
  z.object({
    ok: z.literal(true),
    format: z.string(),
    statements: z.array(statementRead).max(1_000),
    notBooked: z.int(),
  }),
])
export type Reading = z.output<typeof reading>
export type WholeReading = Extract<Reading, { ok: true }>

type Found = StatementRead['account']

/**
 * Which of a person's accounts a statement is of: by its number where the file has one (whole, or its last digits);
 * files without a number are normal, and then it is the only account there is. Undefined where somebody must say.
 */
export function recogniseAccount(accounts: readonly Account[], found: Found): Account | undefined {
  if (!saysWhose(found)) return accounts.length === 1 ? accounts[0] : undefined
  const fitting = accounts.filter((account) => fits(account, found) === 'yes')
  if (fitting.length === 1) return fitting[0]
  const possible = accounts.filter((account) => fits(account, found) === 'unknown')
  return fitting.length === 0 && possible.length === 1 && accounts.length === 1 ? possible[0] : undefined
}

const saysWhose = (found: Found) => (found.iban ?? found.number ?? found.lastDigits) !== undefined

/** Whether a statement can be of an account: an account whose number we do not know may be anybody's. */
export function fits(account: Account, found: Found): 'yes' | 'no' | 'unknown' {
  const { accountNumber, sortCode } = account
  if (accountNumber === undefined || !saysWhose(found)) return 'unknown'
  const iban = found.iban?.replaceAll(' ', '')
  if (iban?.startsWith('GB')) return iban.endsWith(`${sortCode ?? ''}${accountNumber}`) ? 'yes' : 'no'
  const digits = (found.number ?? found.lastDigits ?? '').replaceAll(/\D/g, '')
  if (digits === '') return 'unknown'
  const sameNumber = accountNumber.endsWith(digits) || digits.endsWith(accountNumber)
  const sameSortCode = !sortCode || !found.sortCode || sortCode === found.sortCode
  return sameNumber && sameSortCode ? 'yes' : 'no'
}
