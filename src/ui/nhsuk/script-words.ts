import type { Attributes } from './element.ts'

/** The words that a component's script says, as it reads them: `data-i18n.show-password="Dangos"`. */
export function scriptWords(words: Readonly<Record<string, string | PluralWords | undefined>>): Attributes {
  const attributes: Record<string, string | undefined> = {}
  for (const [key, said] of Object.entries(words)) {
    if (typeof said === 'string') attributes[`data-i18n.${key}`] = said || undefined
    else for (const rule in said) attributes[`data-i18n.${key}.${rule}`] = said[rule as Intl.LDMLPluralRule]
  }
  return attributes
}

/** Words for each form of the plural that the language has; `%{count}` stands for the number. */
export type PluralWords = { readonly [rule in Intl.LDMLPluralRule]?: string | undefined } & {
  readonly other: string
}
