import { z } from 'zod'
import { readDay } from './day.ts'
import { pence } from './money.ts'

/** Schemas that commands are made of. The command's schema is canonical: ISO days, whole pence, trimmed text. */

export const daySchema = z.string().transform((text, context) => {
  const on = readDay(text)
  if (on) return on
  context.addIssue({ code: 'custom', message: 'must be a day such as 2026-06-03' })
  return z.NEVER
})

/** Whole pence: a bigint, a whole number, or digits as text. */
export const penceSchema = z
  .union([z.bigint(), z.int(), z.string().regex(/^-?\d{1,15}$/, 'must be whole pence')])
  .transform((amount) => pence(BigInt(amount)))

export const penceAboveNothing = penceSchema.refine((amount) => amount > 0n, 'must be more than nothing')

/** A name or a line of words: trimmed, one line, not empty. */
export const words = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
    .refine((text) => text.length > 0, 'must not be empty')
    .refine((text) => text.length <= most, `must be ${most} characters or fewer`)

/** The same where it may be left out: an empty text is absent. */
export const optionalWords = (most: number) =>
  z
    .string()
    .nullish()
    .transform((text) => text?.replaceAll(/\s+/g, ' ').trim() || undefined)
    .refine((text) => (text ?? '').length <= most, `must be ${most} characters or fewer`)

/** Several lines of a person's own words, kept as written. */
export const story = (most: number) =>
  z
    .string()
    .trim()
    .refine((text) => text.length > 0, 'must not be empty')
    .refine((text) => text.length <= most, `must be ${most} characters or fewer`)
