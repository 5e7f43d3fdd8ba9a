import { NotAllowed } from './actor.ts'
import type { Actor } from './actor.ts'
import { UnusableInput } from './command.ts'
import type { Command } from './command.ts'
import { enter } from './database.ts'
import type { Databases } from './database.ts'
import { newId } from './id.ts'
import type { Json } from './json.ts'
import type { Outcome } from './outcome.ts'
import { done } from './outcome.ts'
import type { QueryContext } from './query.ts'

/**
 * Does a command, looks at how things would then stand, and takes everything back: what a page shows before it asks
 * "Do you want to do this?". Nothing is recorded, since nothing was done. Throws {@link NotAllowed} and
 * {@link UnusableInput}, as `perform` does.
 */
export async function rehearse<Input, Value extends Json | undefined, Refusal extends string, Seen>(
  databases: Databases,
  definition: Command<Input, Value, Refusal>,
  actor: Actor,
  rawInput: unknown,
  look: (context: QueryContext, value: Value) => Promise<Seen>,
): Promise<Outcome<Seen, Refusal>> {
  if (!actor.permissions.has(definition.allow)) throw new NotAllowed(definition.allow)
  const parsed = definition.input.safeParse(rawInput)
  if (!parsed.success) throw new UnusableInput(definition.name)
  try {
    return await databases.app.transaction().execute(async (tx) => {
      const entryId = newId<'entry'>()
      const time = await enter(tx, actor, entryId)
      const cite = () => undefined
      const outcome = await definition.run({ tx, actor, entryId, cite, ...time }, parsed.data)
      if (!outcome.ok) throw new TakenBack(outcome)
      throw new TakenBack(done(await look({ database: tx, viewer: actor, ...time }, outcome.value)))
    })
  } catch (problem) {
    if (problem instanceof TakenBack) return problem.outcome as Outcome<Seen, Refusal>
    throw problem
  }
}

/** Carries what was seen out of the transaction, and so undoes it. */
class TakenBack extends Error {
  readonly outcome: Outcome<unknown, string>
  constructor(outcome: Outcome<unknown, string>) {
    super('only a rehearsal')
    this.outcome = outcome
  }
}
