import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { story } from '../../../platform/input.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { openTask } from '../../tasks/index.ts'
import { LineId } from '../budget.ts'
import { ways, wayWords } from '../holding.ts'

/** They want a line held another way: their coordinator talks it through with them. Nothing changes yet. */
export const askToHoldDifferently = command({
  name: 'budgets.ask-to-hold-differently',
  input: z.object({ personId: PersonId, lineId: LineId, way: z.enum(ways), why: story(1_000).optional() }),
  allow: 'answer for a budget',
  async run(context, { personId, lineId, way, why }) {
    const line = await context.tx
      .selectFrom('budgets.line as line')
      .innerJoin('plans.plan_line as plan_line', (join) =>
        join
          .onRef('plan_line.person_id', '=', 'line.person_id')
          .onRef('plan_line.id', '=', 'line.plan_line_id'),
      )
      .select('plan_line.name')
      .where('line.person_id', '=', personId)
      .where('line.id', '=', lineId)
      .executeTakeFirst()
    if (!line) return refuse('no-such-line')
    const words = `For ${line.name} they would like: “${wayWords[way]}”.${why ? ` Why: ${why}` : ''}`
    await openTask(context, { personId, kind: 'wants-to-hold-differently', aboutId: lineId, words })
    return done({ line: line.name })
  },
  says: ({ line }, { way }) => `Asked for ${line} to be held another way: ${wayWords[way]}`,
})
