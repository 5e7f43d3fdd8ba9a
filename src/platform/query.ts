import type { z } from 'zod'
import { NotAllowed } from './actor.ts'
import type { Viewer } from './actor.ts'
import { reading } from './database.ts'
import type { Database, Databases, WorldTime } from './database.ts'

/** One question, shaped for the page that asks it. Visibility is part of its `where`. */
export type Query<Input, Answer> = {
  readonly name: string
  readonly input: z.ZodType<Input>
  readonly allow: string
  readonly read: (context: QueryContext, input: Input) => Promise<Answer>
}

export type QueryContext = WorldTime & { readonly database: Database; readonly viewer: Viewer }

export function query<Input, Answer>(definition: Query<Input, Answer>): Query<Input, Answer> {
  return definition
}

/** Answers a question in a read-only transaction of its own. Throws {@link NotAllowed}. */
export async function ask<Input, Answer>(
  databases: Databases,
  definition: Query<Input, Answer>,
  viewer: Viewer,
  rawInput: unknown,
): Promise<Answer> {
  if (!viewer.permissions.has(definition.allow)) throw new NotAllowed(definition.allow)
  const input = definition.input.parse(rawInput)
  return reading(databases, viewer, (database, time) => definition.read({ database, viewer, ...time }, input))
}
