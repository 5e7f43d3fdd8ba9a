/**
 * What a rule or a command answers: its value, or a refusal by name. A page words each name
 * (`Record<Refusal, string>`), so a new one cannot be forgotten. Exceptions are for bugs.
 */
export type Outcome<Value, Refusal extends string> = Done<Value> | Refused<Refusal>

export type Done<Value> = { readonly ok: true; readonly value: Value }
export type Refused<Refusal extends string> = {
  readonly ok: false
  readonly refusal: Refusal
  /** Facts for the words: `{ available: '£30.00' }`. */
  readonly facts: Readonly<Record<string, string>>
}

export function done(): Done<undefined>
export function done<Value>(value: Value): Done<Value>
export function done(value?: unknown): Done<unknown> {
  return { ok: true, value }
}

export function refuse<Refusal extends string>(
  refusal: Refusal,
  facts: Record<string, string> = {},
): Refused<Refusal> {
  return { ok: false, refusal, facts }
}
