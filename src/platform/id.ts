import { v7 } from 'uuid'
import { z } from 'zod'

declare const idBrand: unique symbol

/** A UUIDv7 that says what it names: a `PersonId` can not be passed where a `LineId` is wanted. */
export type Id<Name extends string> = string & { readonly [idBrand]: Name }

/** A new id; ids made later in one process sort later. */
export function newId<Name extends string>(): Id<Name> {
  return v7() as Id<Name>
}

/** The schema that turns text from outside into an id. */
export function idSchema<Name extends string>() {
  return z.guid().transform((text) => text.toLowerCase() as Id<Name>)
}
