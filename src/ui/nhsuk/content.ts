import { isValidElement, type VNode } from 'preact'

/**
 * What a component shows: words or JSX. The macros' `text` and `html` are both this: words are escaped, elements
 * stand as they are. Money (a bigint) is left out on purpose: it is words only after `showMoney`.
 */
export type Content = VNode | string | number | readonly Content[] | false | null | undefined

type Shown = { readonly text?: Content }

/** A part of a component: its options, or only what it shows. `hint="…"` is `hint={{ text: '…' }}`. */
export type ContentOr<Options extends Shown> = Content | Options

/** The props of a component that can also be a part of another: there it has `text`, on its own it has children. */
export type PropsOf<Options extends Shown> = Omit<Options, 'text'> & { children?: Content }

/** The options of a part, however it was given; undefined where nothing was. */
export function optionsOf<Options extends Shown>(given: ContentOr<Options>): Options | undefined {
  if (isOptions<Options>(given)) return given
  return isNothing(given) ? undefined : ({ text: given } as Options)
}

/** As {@link optionsOf}, for a part that is left out when it has nothing to show. */
export function partOf<Options extends Shown>(given: ContentOr<Options>): Options | undefined {
  const options = optionsOf<Options>(given)
  return isNothing(options?.text) ? undefined : options
}

/** Whether there is nothing to show, so that the element around it is left out. */
export function isNothing(content: Content): boolean {
  if (Array.isArray(content)) return content.every(isNothing)
  return content === undefined || content === null || content === false || content === ''
}

/** Whether this is words alone, which some components put in a paragraph. */
export function isWords(content: Content): boolean {
  if (Array.isArray(content)) return content.length > 0 && content.every(isWords)
  return typeof content === 'string' || typeof content === 'number'
}

/** Whether a part was given as options, not only as what it shows. */
export function isOptions<Options extends object>(given: Content | Options): given is Options {
  return typeof given === 'object' && given !== null && !Array.isArray(given) && !isValidElement(given)
}
