import { addDays } from '../../platform/day.ts'
import type { Day } from '../../platform/day.ts'
import { idSchema } from '../../platform/id.ts'
import type { Id } from '../../platform/id.ts'
import { patience } from '../rules/index.ts'

export type StayId = Id<'stay'>
export const StayId = idSchema<'stay'>()

export const places = ['hospital', 'respite', 'elsewhere'] as const
export type Place = (typeof places)[number]

export const placeWords: Record<Place, string> = {
  hospital: 'In hospital',
  respite: 'In respite care',
  elsewhere: 'Away from home',
}

/** Time away from home: what goes on meanwhile was agreed, and nothing stops by itself. */
export type Stay = {
  id: StayId
  place: Place
  fromOn: Day
  homeOn: Day | undefined
  payUntil: Day
  words: string | undefined
}

/** The last day on which pay goes on as planned. */
export const payGoesOnUntil = (fromOn: Day): Day => addDays(fromOn, patience.stay - 1)
