import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { showDay } from '../../../platform/day.ts'
import { showMoney } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { contributionsNotReceived } from '../../budgets/index.ts'
import { PersonId } from '../../people/index.ts'
import { addWorkingDays, patience } from '../../rules/index.ts'
import { statementsReach } from '../../statements/index.ts'
import { openTask } from '../../tasks/index.ts'

/**
 * Contributions that have not come some working days after they were due, though a statement of those days is here: the
 * coordinator asks kindly. Nothing stops. Without a statement nobody knows, and nobody is asked.
 */
export const askAboutContributions = command({
  name: 'monitoring.ask-about-contributions',
  input: z.object({ personId: PersonId }),
  allow: 'keep watch',
  async run(context, { personId }) {
    const { tx, today, cite } = context
    cite(patience.name, patience.version)
    const seenUntil = await statementsReach(tx, personId)
    const missing = (await contributionsNotReceived(tx, personId)).filter(
      ({ dueOn }) =>
        seenUntil !== undefined &&
        dueOn <= seenUntil &&
        addWorkingDays(dueOn, patience.contribution) <= today,
    )
    if (missing.length === 0) return refuse('none-is-late')
    for (const { id, dueOn, amount } of missing) {
      const words = `${showMoney(amount)} was due on ${showDay(dueOn)}, and the statement does not show it`
      await openTask(context, { personId, kind: 'contribution-missing', aboutId: id, words })
    }
    return done({ missing: missing.length })
  },
  says: ({ missing }) => `Asked after contributions: ${String(missing)} have not come`,
})
