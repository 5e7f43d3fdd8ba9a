import type { CommandContext } from '../../platform/command.ts'
import { absolute, nothing, showMoney } from '../../platform/money.ts'
import { linesOfBudgets } from '../budgets/index.ts'
import * as ledger from '../ledger/index.ts'
import type { AccountCode, Balances } from '../ledger/index.ts'
import type { PersonId } from '../people/index.ts'
import { closeTasksAbout, openTask } from '../tasks/index.ts'

/** Asks the coordinator where a line is now more overspent than it was, and is content where there is enough again. */
export async function noteOverspending(
  context: CommandContext,
  personId: PersonId,
  before: Balances,
  after: Balances,
): Promise<void> {
  const codes = new Set<AccountCode>([...before.keys(), ...after.keys()])
  const changed = [...codes].filter(
    (code) =>
      ledger.kindOf(code) === 'over-plan' && (before.get(code) ?? nothing) !== (after.get(code) ?? nothing),
  )
  if (changed.length === 0) return
  const lines = await linesOfBudgets(context.tx, context.actor, [personId], context.today)
  for (const code of changed.toSorted()) {
    const line = lines.find((each) => each.id === ledger.subjectOf(code))
    if (!line) continue
    const about = { personId, kind: 'line-overspent', aboutId: line.id } as const
    const beyond = after.get(code) ?? nothing
    if (beyond === 0n) await closeTasksAbout(context, about, 'There is enough again')
    else if (beyond < (before.get(code) ?? nothing)) {
      const words = `${showMoney(absolute(beyond))} more was spent on ${line.name} than it had`
      await openTask(context, { ...about, words })
    }
  }
}
