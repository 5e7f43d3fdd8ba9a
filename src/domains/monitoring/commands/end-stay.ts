import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { showDay } from '../../../platform/day.ts'
import { daySchema } from '../../../platform/input.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { closeTasksAbout } from '../../tasks/index.ts'
import { StayId } from '../stay.ts'

/** Home again. */
export const endStay = command({
  name: 'monitoring.end-stay',
  input: z.object({ personId: PersonId, stayId: StayId, homeOn: daySchema }),
  allow: 'answer for a budget',
  async run(context, { personId, stayId, homeOn }) {
    const { tx, today } = context
    if (homeOn > today) return refuse('not-yet')
    const stay = await tx
      .selectFrom('monitoring.stay')
      .select('from_on')
      .where('person_id', '=', personId)
      .where('id', '=', stayId)
      .where('home_on', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!stay) return refuse('not-away')
    if (homeOn < stay.from_on) return refuse('before-it-began')
    await tx
      .updateTable('monitoring.stay')
      .set({ home_on: homeOn })
      .where('person_id', '=', personId)
      .where('id', '=', stayId)
      .execute()
    await closeTasksAbout(
      context,
      { personId, kind: 'in-hospital', aboutId: stayId },
      `Home on ${showDay(homeOn)}`,
    )
    return done({ stayId })
  },
  says: (_value, { homeOn }) => `Home again on ${showDay(homeOn)}`,
})
