import type { Id } from './id.ts'

/** Who is looking: the grantees that row-level security compares, and the scope that every query applies first. */
export type Viewer = {
  readonly userId: Id<'user'>
  readonly name: string
  /** Themself, and each organisation whose work they do. */
  readonly grantees: readonly Id<'grantee'>[]
  readonly scope: Scope
  readonly permissions: ReadonlySet<string>
}

/** Who is acting: a viewer in one role, on behalf of one organisation (or of themself). */
export type Actor = Viewer & {
  readonly actingAs: string
  /** The organisation whose chain records what is about no one person. */
  readonly organisationId: Id<'organisation'>
}

/**
 * What a query may return at most. `granted` is the only scope that the application makes;
 * `everything` is made by test support alone, to prove that the database still shows nothing.
 */
export type Scope = 'granted' | 'everything'

/** Somebody asked for what their role does not open. A page answers it with 403 and who can. */
export class NotAllowed extends Error {
  readonly permission: string
  constructor(permission: string) {
    super(`not allowed to ${permission}`)
    this.permission = permission
  }
}
