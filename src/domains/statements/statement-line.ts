import { idSchema } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'
import type { Day } from '../../platform/day.ts'
import type { Pence } from '../../platform/money.ts'

export type ImportId = Id<'import'>
export const ImportId = idSchema<'import'>()
export type StatementLineId = Id<'statement_line'>
export const StatementLineId = idSchema<'statement_line'>()
export type MatchId = Id<'match'>
export const MatchId = idSchema<'match'>()
export type QuestionId = Id<'question'>
export const QuestionId = idSchema<'question'>()

/** A line as it was read, before anybody knows what it was for. */
export type ReadLine = {
  /** Where it stood in the file or on the page. */
  place: number
  bookedOn: Day
  /** In is above nothing, out is below. */
  amount: Pence
  payee: string
  text: string
  reference: string | undefined
  bankReference: string | undefined
  kind: string | undefined
}
