/** A list in which an item may be left out where it stands: `[always, mayChange && change, error && summary]`. */
export type Items<Item> = readonly (Item | '' | false | null | undefined)[]

export function itemsIn<Item extends object>(items: Items<Item> | undefined): readonly Item[] {
  return items?.filter((item) => typeof item === 'object' && item !== null) ?? []
}

/** What was given, as a list where it was given alone. */
export function listOf<Item extends object>(given: Item | readonly Item[] | undefined): readonly Item[] {
  if (given === undefined) return []
  return isList(given) ? given : [given]
}

export function inRows<Item>(items: readonly Item[], size: number): Item[][] {
  const rows: Item[][] = []
  for (let index = 0; index < items.length; index += size) rows.push(items.slice(index, index + size))
  return rows
}

function isList<Item>(given: Item | readonly Item[]): given is readonly Item[] {
  return Array.isArray(given)
}
