import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { showDay } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import { daySchema, story } from '../../../platform/input.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { patience } from '../../rules/index.ts'
import { openTask } from '../../tasks/index.ts'
import { payGoesOnUntil, placeWords, places } from '../stay.ts'

/** Somebody is in hospital, or away: said once, it is known to everybody who should know. Pay goes on as planned. */
export const noteStay = command({
  name: 'monitoring.note-stay',
  input: z.object({
    personId: PersonId,
    place: z.enum(places),
    fromOn: daySchema,
    words: story(1_000).optional(),
  }),
  allow: 'answer for a budget',
  async run(context, { personId, place, fromOn, words }) {
    const { tx, actor, today, cite } = context
    if (fromOn > today) return refuse('not-yet')
    const away = await tx
      .selectFrom('monitoring.stay')
      .select('id')
      .where('person_id', '=', personId)
      .where('home_on', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (away) return refuse('away-already')
    cite(patience.name, patience.version)
    const stayId = newId<'stay'>()
    const payUntil = payGoesOnUntil(fromOn)
    await tx
      .insertInto('monitoring.stay')
      .values({
        person_id: personId,
        id: stayId,
        place,
        from_on: fromOn,
        pay_until: payUntil,
        words: words ?? null,
        noted_by: actor.userId,
      })
      .execute()
    const said = `${placeWords[place]} since ${showDay(fromOn)}. Pay goes on as planned until ${showDay(payUntil)}.${words ? ` ${words}` : ''}`
    await openTask(context, { personId, kind: 'in-hospital', aboutId: stayId, words: said })
    return done({ stayId })
  },
  says: (_value, { place, fromOn }) => `${placeWords[place]} since ${showDay(fromOn)}`,
})
