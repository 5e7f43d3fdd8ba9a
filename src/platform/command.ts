import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import { enter } from './database.ts'
import type { Databases, Tx, WorldTime } from './database.ts'
import { newId } from './id.ts'
import type { Id } from './id.ts'
import { canonicalJson } from './json.ts'
import type { Json } from './json.ts'
import { NotAllowed } from './actor.ts'
import type { Actor } from './actor.ts'
import type { Outcome } from './outcome.ts'
import { appendToRecord } from './record/append.ts'

/**
 * One thing that somebody can do. `Value` says what came of it; it is kept for a second click's answer,
 * so it holds ids and short facts, never amounts as numbers.
 */
export type Command<Input, Value extends Json | undefined, Refusal extends string> = {
  /** `domain.words-on-the-button` */
  readonly name: string
  readonly input: z.ZodType<Input>
  /** The permission that a role needs: static, so that the matrix can be printed. */
  readonly allow: string
  readonly run: (context: CommandContext, input: Input) => Promise<Outcome<Value, Refusal>>
  /** The sentence in the record. */
  readonly says: (value: Value, input: Input) => string
  /** Whom it is about, where that is not the input's `personId`. */
  readonly about?: (value: Value, input: Input) => Id<'person'> | undefined
}

/** The names of a command's refusals, for the words of a page. */
export type RefusalOf<Of> = Of extends Command<infer _Input, infer _Value, infer Refusal> ? Refusal : never

export type CommandContext = WorldTime & {
  readonly tx: Tx
  readonly actor: Actor
  /** The record's entry that this command will be. */
  readonly entryId: Id<'entry'>
  /** Notes in the record which version of a rule decided. */
  readonly cite: (rule: string, version: string) => void
}

/** Input that no page of ours could have sent. A door answers it with what is wrong, in the schema's words. */
export class UnusableInput extends Error {}

export type PerformOptions = {
  /** From the form that was sent: with it, the same click again finds the first one's answer. */
  key?: string | undefined
}

export function command<Input, Value extends Json | undefined, Refusal extends string>(
  definition: Command<Input, Value, Refusal>,
): Command<Input, Value, Refusal> {
  return definition
}

const attempts = 4

/**
 * The one path for every change: permission, schema, one transaction, who is acting, a second click's answer,
 * the command, the record, commit. A refusal rolls everything back. Deadlocks and serialisation failures are
 * tried again a few times. Throws {@link NotAllowed} and {@link UnusableInput}.
 */
export async function perform<Input, Value extends Json | undefined, Refusal extends string>(
  databases: Databases,
  definition: Command<Input, Value, Refusal>,
  actor: Actor,
  rawInput: unknown,
  options: PerformOptions = {},
): Promise<Outcome<Value, Refusal>> {
  if (!actor.permissions.has(definition.allow)) throw new NotAllowed(definition.allow)
  const parsed = definition.input.safeParse(rawInput)
  if (!parsed.success) throw new UnusableInput(`${definition.name}: ${problemOf(parsed.error)}`)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(databases, definition, actor, parsed.data, options)
    } catch (problem) {
      if (problem instanceof RolledBack) return problem.refusal as Outcome<Value, Refusal>
      if (attempt >= attempts || !worthTryingAgain(problem)) throw problem
    }
  }
}

async function once<Input, Value extends Json | undefined, Refusal extends string>(
  databases: Databases,
  definition: Command<Input, Value, Refusal>,
  actor: Actor,
  input: Input,
  { key }: PerformOptions,
): Promise<Outcome<Value, Refusal>> {
  const entryId = newId<'entry'>()
  return databases.app.transaction().execute(async (tx) => {
    const time = await enter(tx, actor, entryId)
    const claim = key === undefined ? undefined : { key, hash: hashOf(input) }
    if (claim) {
      const earlier = await claimAnswer(tx, actor, definition.name, claim)
      if (earlier) return { ok: true, value: earlier.answer as Value }
    }
    const rules: Record<string, string> = {}
    const cite = (rule: string, version: string) => void (rules[rule] = version)
    const outcome = await definition.run({ tx, actor, entryId, cite, ...time }, input)
    if (!outcome.ok) throw new RolledBack(outcome)
    const personId = definition.about?.(outcome.value, input) ?? personIn(input)
    const says = definition.says(outcome.value, input)
    const name = definition.name
    await appendToRecord(tx, {
      id: entryId,
      actor,
      personId,
      command: name,
      rules,
      says,
      input,
      at: time.now,
    })
    if (claim) await keepAnswer(tx, actor, name, claim, outcome.value)
    return outcome
  })
}

type Claim = { key: string; hash: Buffer }

/** Waits for the same click that is still under way; answers what an earlier one came to. */
async function claimAnswer(tx: Tx, actor: Actor, name: string, { key, hash }: Claim) {
  const claimed = await sql`
    insert into platform.answered (user_id, command, key, input_hash, at)
    values (${actor.userId}, ${name}, ${key}, ${hash}, clock_timestamp())
    on conflict do nothing`.execute(tx)
  if (claimed.numAffectedRows === 1n) return undefined
  const earlier = await tx
    .selectFrom('platform.answered')
    .select('answer')
    .where('user_id', '=', actor.userId)
    .where('command', '=', name)
    .where('key', '=', key)
    .where('input_hash', '=', hash)
    .executeTakeFirst()
  return earlier ? { answer: earlier.answer ?? undefined } : undefined
}

async function keepAnswer(tx: Tx, actor: Actor, name: string, { key, hash }: Claim, value: Json | undefined) {
  await sql`
    update platform.answered set answer = ${value === undefined ? null : JSON.stringify(value)}::jsonb
    where user_id = ${actor.userId} and command = ${name} and key = ${key} and input_hash = ${hash}`.execute(
    tx,
  )
}

/** Carries a refusal out of the transaction, so that nothing of it stays. */
class RolledBack extends Error {
  readonly refusal: Outcome<never, string>
  constructor(refusal: Outcome<never, string>) {
    super('refused')
    this.refusal = refusal
  }
}

const hashOf = (input: unknown) => createHash('sha256').update(canonicalJson(input)).digest()

function personIn(input: unknown): Id<'person'> | undefined {
  return (input as { personId?: Id<'person'> } | undefined)?.personId
}

function problemOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
}

/** A deadlock or a serialisation failure: PostgreSQL rolled back, and the same again may succeed. */
function worthTryingAgain(problem: unknown): boolean {
  const { code } = problem as { code?: string }
  return code === '40001' || code === '40P01'
}
