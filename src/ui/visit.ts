import type { ComponentChildren, VNode } from 'preact'
import type { z } from 'zod'
import type { Actor } from '../platform/actor.ts'
import type { Command } from '../platform/command.ts'
import type { WorldTime } from '../platform/database.ts'
import type { Id } from '../platform/id.ts'
import type { Json } from '../platform/json.ts'
import type { Outcome } from '../platform/outcome.ts'
import type { Platform } from '../platform/platform.ts'
import type { Query, QueryContext } from '../platform/query.ts'
import type { KeptFile } from '../platform/uploads.ts'

/** Somebody who has signed in, as each request finds them. */
export type SignedIn = {
  readonly actor: Actor
  /** Their own file, for a person with a budget. */
  readonly personId: Id<'person'> | undefined
  /** Proves that a form was made for this session. */
  readonly csrfToken: string
}

/** One request for one page, as its `show…` and `submit…` see it. */
export type Visit = WorldTime & {
  readonly platform: Platform
  readonly requestId: string
  /** Path and query, to come back to. */
  readonly address: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly actor: Actor
  readonly personId: Id<'person'> | undefined
  /** Goes into every form that this page shows. */
  readonly csrfToken: string
  /** What was typed; empty on a GET. */
  readonly typed: RawForm
  readonly file: HandedIn | undefined
  /** Asks in the page's own transaction on a GET, so that everything shown is of one moment. */
  readonly ask: <Input, Answer>(
    query: Query<Input, Answer>,
    input: z.input<z.ZodType<Input>>,
  ) => Promise<Answer>
  readonly perform: <Input, Value extends Json | undefined, Refusal extends string>(
    command: Command<Input, Value, Refusal>,
    input: unknown,
  ) => Promise<Outcome<Value, Refusal>>
  /** How things would stand if it were done: nothing of it stays. */
  readonly rehearse: <Input, Value extends Json | undefined, Refusal extends string, Seen>(
    command: Command<Input, Value, Refusal>,
    input: unknown,
    look: (context: QueryContext, value: Value) => Promise<Seen>,
  ) => Promise<Outcome<Seen, Refusal>>
}

/** A form as the browser sent it: every value is text, and a name may have several. */
export type RawForm = Readonly<Record<string, string | readonly string[]>>

/** A file that came with the form: kept already, or why not. */
export type HandedIn = { readonly name: string; readonly kept: KeptFile } | { readonly problem: 'too-large' }

export type Reply =
  | { kind: 'page'; status: number; page: PageContent }
  | { kind: 'redirect'; to: string }
  | { kind: 'file'; name: string; type: string; body: string | AsyncIterable<string | Uint8Array> }
  | { kind: 'not-found' }
  | { kind: 'signed-in'; secret: string; to: string }
  | { kind: 'signed-out'; to: string }

export type PageContent = {
  /** The heading, and the first part of the browser's title. */
  title: string
  body: ComponentChildren
  /** Where "Back" goes; absent on pages that begin something. */
  back?: { href: string; text?: string } | undefined
  /** Stands above everything and stays when the page scrolls: whom this page is about. */
  banner?: VNode | undefined
  /** Dense staff pages use the whole width. */
  wide?: boolean
  /** Seconds after which the browser looks again, while long work is under way. */
  refreshAfter?: number | undefined
}

export const page = (content: PageContent): Reply => ({ kind: 'page', status: 200, page: content })
/** The same page again with what is wrong with what was typed. */
export const unusable = (content: PageContent): Reply => ({ kind: 'page', status: 422, page: content })
export const seeOther = (to: string): Reply => ({ kind: 'redirect', to })
export const notFound: Reply = { kind: 'not-found' }

/** One line of a domain's table of contents. */
export type Route<Visited = Visit> = {
  readonly path: string
  /** `anyone`, `anyone signed in`, or the permission that opens it. */
  readonly enter: string
  /** What the visit is called in the record of who looked. */
  readonly visit: string
  readonly show?: (visit: Visited) => Promise<Reply>
  readonly submit?: (visit: Visited) => Promise<Reply>
}
