import { startImport } from '../src/domains/statements/index.ts'
import type { ImportId } from '../src/domains/statements/index.ts'
import type { AccountId } from '../src/domains/budgets/index.ts'
import type { PersonId } from '../src/domains/people/index.ts'
import type { Actor } from '../src/platform/actor.ts'
import { perform } from '../src/platform/command.ts'
import type { Command } from '../src/platform/command.ts'
import type { Json } from '../src/platform/json.ts'
import type { Platform } from '../src/platform/platform.ts'
import { doWhatIsDue } from '../src/platform/worker.ts'
import { work } from '../src/work.ts'

/** What a life is told with: the real commands, and files handed in as a browser would. */
export type World = {
  platform: Platform
  /** Performs a command that must succeed: a refusal here is a mistake in the story. */
  act: <Input, Value extends Json | undefined, Refusal extends string>(
    actor: Actor,
    command: Command<Input, Value, Refusal>,
    input: unknown,
  ) => Promise<Value>
  /** Hands in a statement and lets the worker take it in. */
  handIn: (
    actor: Actor,
    statement: { personId: PersonId; accountId?: AccountId; fileName: string; text: string },
  ) => Promise<ImportId>
  /** Lets the worker do what is due. */
  work: () => Promise<void>
}

export function worldOn(platform: Platform): World {
  const { databases, uploads } = platform
  const world: World = {
    platform,
    async act(actor, command, input) {
      const outcome = await perform(databases, command, actor, input)
      if (outcome.ok) return outcome.value
      throw new Error(`${command.name} was refused: ${outcome.refusal} ${JSON.stringify(outcome.facts)}`)
    },
    async handIn(actor, { text, ...statement }) {
      const kept = await uploads.keep(inOnePiece(text))
      const sha256 = kept.sha256.toString('hex')
      const { importId } = await world.act(actor, startImport, { ...statement, sha256, size: kept.size })
      await world.work()
      return importId
    },
    work: () => doWhatIsDue(platform, work),
  }
  return world
}

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
