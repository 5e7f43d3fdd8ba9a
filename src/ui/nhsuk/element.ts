/**
 * More attributes for an element, as JSX takes them: `true` gives the bare attribute, `false`, `null` and `undefined`
 * leave it out (on `aria-…` and `data-…`, `true` and `false` are words).
 */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** What every component lets its caller set on its element. */
export type ElementOptions = {
  id?: string | undefined
  /** Added after the component's own classes. */
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** A share of the width that is there. */
export type Width = 'full' | 'three-quarters' | 'two-thirds' | 'one-half' | 'one-third' | 'one-quarter'

/** `classNames('nhsuk-tag', colour && `nhsuk-tag--${colour}`, classes)`: those that are there, with spaces between. */
export function classNames(first: string, ...more: readonly (string | false | undefined | null)[]): string {
  let names = first
  for (const name of more) if (name) names += names === '' ? name : ` ${name}`
  return names
}
