import { z } from 'zod'
import { dayOf, showDay } from '../platform/day.ts'
import type { Day } from '../platform/day.ts'
import { readPounds, showMoney } from '../platform/money.ts'
import type { Pence } from '../platform/money.ts'
import type { RawForm } from './visit.ts'

/** What was typed and what is wrong with it, for showing a form again with nothing lost. */
export type FormState = {
  readonly typed: RawForm
  /** By field name; an empty name is the form as a whole. */
  readonly problems: Readonly<Record<string, string>>
}

export const emptyForm: FormState = { typed: {}, problems: {} }

/** A form that begins with these values in it. */
export const startingWith = (typed: RawForm): FormState => ({ typed, problems: {} })

export type FormReading<Value> = { ok: true; value: Value } | { ok: false; form: FormState }

/**
 * Turns what was typed into values, once. A day comes in three boxes (`paidOn-day`, `-month`, `-year`), which are
 * gathered first. Only the first problem of each field is told.
 */
export function readForm<Schema extends z.ZodObject>(
  schema: Schema,
  typed: RawForm,
): FormReading<z.output<Schema>> {
  const read = schema.safeParse(gatherDays(schema, typed))
  if (read.success) return { ok: true, value: read.data }
  const problems: Record<string, string> = {}
  for (const issue of read.error.issues) problems[issue.path.join('-')] ??= issue.message
  return { ok: false, form: { typed, problems } }
}

/** The form again, with a refusal's words at a field or (no name) at its top. */
export function refused(typed: RawForm, words: string, field = ''): FormState {
  return { typed, problems: { [field]: words } }
}

function gatherDays(schema: z.ZodObject, typed: RawForm): Record<string, unknown> {
  const gathered: Record<string, unknown> = { ...typed }
  for (const name of Object.keys(schema.shape)) {
    if (name in typed || !(`${name}-day` in typed)) continue
    gathered[name] = ['day', 'month', 'year'].map((part) => one(typed[`${name}-${part}`])).join('/')
  }
  return gathered
}

const one = (value: string | readonly string[] | undefined): string =>
  (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()

const typedText = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => one(value))

type Check<Value> = (text: string) => Value | { problem: string }

const field = <Value>(check: Check<Value>) =>
  typedText.transform((text, context): Value => {
    const value = check(text)
    if (!isProblem(value)) return value
    context.addIssue({ code: 'custom', message: value.problem })
    return z.NEVER
  })

function isProblem(value: unknown): value is { problem: string } {
  return typeof value === 'object' && value !== null && 'problem' in value
}

/** A line of words. `missing` is what to say when it is left empty: "Enter the name of the line". */
export const textField = (missing: string, most = 200) =>
  field((text) => {
    if (text === '') return { problem: missing }
    return text.length > most ? { problem: `Use ${most} characters or fewer` } : text
  })

export const optionalTextField = (most = 200) =>
  field((text) => {
    if (text === '') return undefined
    return text.length > most ? { problem: `Use ${most} characters or fewer` } : text
  })

type PoundsLimits = { missing: string; zeroToo?: boolean; most?: Pence }

export const poundsField = ({ missing, zeroToo = false, most }: PoundsLimits) =>
  field((text): Pence | { problem: string } => {
    if (text === '') return { problem: missing }
    const amount = readPounds(text)
    if (amount === undefined) return { problem: 'Enter an amount in pounds and pence, like 32 or 1,304.32' }
    if (amount < 0n || (amount === 0n && !zeroToo)) return { problem: 'Enter an amount above £0.00' }
    return most !== undefined && amount > most ? { problem: `Enter ${showMoney(most)} or less` } : amount
  })

/** An amount that may be left out. */
export const optionalPoundsField = () =>
  field((text): Pence | undefined | { problem: string } => {
    if (text === '') return undefined
    return readPounds(text) ?? { problem: 'Enter an amount in pounds and pence, like 32 or 1,304.32' }
  })

type DayLimits = { missing: string; notBefore?: Day; notAfter?: Day }

export const dayField = ({ missing, notBefore, notAfter }: DayLimits) =>
  field((text): Day | { problem: string } => {
    const [date = '', month = '', year = ''] = text.split('/').map((part) => part.trim())
    if (date === '' && month === '' && year === '') return { problem: missing }
    const on = dayOf(toYear(year), toMonth(month), Number(date))
    if (!on) return { problem: 'Enter a real date, like 3 6 2026' }
    if (notBefore && on < notBefore) return { problem: `Enter ${showDay(notBefore)} or a later date` }
    if (notAfter && on > notAfter) return { problem: `Enter ${showDay(notAfter)} or an earlier date` }
    return on
  })

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function toMonth(text: string): number {
  const named = months.indexOf(text.slice(0, 3).toLowerCase())
  return named === -1 ? Number(text) : named + 1
}

const toYear = (text: string): number => (/^\d{2}$/.test(text) ? 2000 + Number(text) : Number(text))

/** One of a few. `missing` is what to say when none is chosen. */
export const choiceField = <const Choice extends string>(choices: readonly Choice[], missing: string) =>
  field(
    (text): Choice | { problem: string } => choices.find((choice) => choice === text) ?? { problem: missing },
  )

/** A tick: yes or no. */
export const tickField = () => field((text) => text !== '')

/** A whole number. */
export const numberField = ({ missing, least, most }: { missing: string; least: number; most: number }) =>
  field((text): number | { problem: string } => {
    if (text === '') return { problem: missing }
    const number = Number(text.replaceAll(',', ''))
    const usable = Number.isInteger(number) && number >= least && number <= most
    return usable ? number : { problem: `Enter a whole number from ${least} to ${most}` }
  })

/** An id that a page put into a choice or a hidden field. */
export const idField = <Name extends string>(schema: z.ZodType<Name>, missing: string) =>
  field((text): Name | { problem: string } => {
    const read = schema.safeParse(text)
    return read.success ? read.data : { problem: missing }
  })

/** Several of a few; at least one. `missing` is what to say when none is chosen. */
export const choicesField = <Choice extends string>(choices: readonly Choice[], missing: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((chosen, context): Choice[] => {
      const all = typeof chosen === 'string' ? [chosen] : (chosen ?? [])
      const known = choices.filter((choice) => all.includes(choice))
      if (known.length === 0) context.addIssue({ code: 'custom', message: missing })
      return known
    })

/** Parts of ten thousand from a percentage: `70` or `33.33`. */
export const percentField = (missing: string) =>
  field((text): number | { problem: string } => {
    if (text === '') return { problem: missing }
    const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(text)
    const parts = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : Infinity
    return parts <= 10_000 ? parts : { problem: 'Enter a percentage from 0 to 100, like 70 or 33.33' }
  })

/** So many digits, however they are spaced; may be left out. `wrong` is what to say of anything else. */
export const digitsField = (count: number, wrong: string) =>
  field((text): string | undefined | { problem: string } => {
    const digits = text.replaceAll(/[\s–-]/g, '')
    if (digits === '') return undefined
    return digits.length === count && /^\d+$/.test(digits) ? digits : { problem: wrong }
  })

/** A day that may be left out. */
export const optionalDayField = () =>
  field((text): Day | undefined | { problem: string } => {
    const [date = '', month = '', year = ''] = text.split('/').map((part) => part.trim())
    if (date === '' && month === '' && year === '') return undefined
    return (
      dayOf(toYear(year), toMonth(month), Number(date)) ?? { problem: 'Enter a real date, like 3 6 2026' }
    )
  })

/** A line of words that may be left out, and must be read by `read` where it is not. `wrong` is what to say otherwise. */
export const checkedTextField = (read: (text: string) => string | undefined, wrong: string) =>
  field((text): string | undefined | { problem: string } => {
    if (text === '') return undefined
    return read(text) ?? { problem: wrong }
  })
