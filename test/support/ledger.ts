import type { Town } from './app.ts'
import { ledgerNames } from '../../src/domains/budgets/index.ts'
import { movements, printLedger } from '../../src/domains/ledger/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { reading } from '../../src/platform/database.ts'
import type { Day } from '../../src/platform/day.ts'
import type { Id } from '../../src/platform/id.ts'

/** A person's whole ledger, printed: what every story ends in. */
export async function ledgerOf(
  { platform }: Town,
  actor: Actor,
  personId: Id<'person'>,
  from?: Day,
): Promise<string> {
  return reading(platform.databases, actor, async (database) => {
    const all = await movements(database, actor, [personId])
    const names = await ledgerNames(database, actor, [personId])
    return printLedger(from ? all.filter((movement) => movement.occurredOn >= from) : all, names)
  })
}
