import type { MarkupListener } from './scan.ts'

/**
 * The elements of an XML message that we read, as a tree of their names. What is not in the tree is passed over with
 * all that is in it. An element's text is put into a field of the group around it.
 */
export type Shape = { readonly [element: string]: Shape | Leaf | Group }

/** A field; the first one wins, unless it gathers all of them. */
export type Leaf = {
  readonly field: string
  /** The field for its `Ccy` attribute. */
  readonly currencyField?: string
  readonly gathers?: boolean
  readonly inside?: Shape
}

/** Elements whose fields belong together, handed over when the element ends. */
export type Group = { readonly group: string; readonly inside: Shape }

export type Fields = Record<string, string | undefined>

export const text = (field: string, inside?: Shape): Leaf => (inside ? { field, inside } : { field })
export const texts = (field: string): Leaf => ({ field, gathers: true })
export const money = (field: string): Leaf => ({ field, currencyField: `${field}Currency` })
export const group = (name: string, inside: Shape): Group => ({ group: name, inside })

type Node = {
  readonly field?: string
  readonly currencyField?: string
  readonly gathers: boolean
  readonly group?: string
  readonly children: ReadonlyMap<string, Node>
}

export type ShapeReader = {
  /** An element outside every known root: the place to refuse other messages. */
  outside(name: string): void
  /** With the fields, so far, of the group around it. */
  closed(group: string, fields: Fields, around: Fields | undefined): void
  end(): void
}

/** Follows the tags of a message along the shape below any of the roots, wherever those stand in the file. */
export function createShapeListener(roots: Shape, reader: ShapeReader): MarkupListener {
  const rootNodes = childrenOf(roots)
  const path: (Node | undefined)[] = []
  const open: Fields[] = []
  let ignoredDepth = 0
  let value = ''

  return {
    open(name, attribute) {
      if (ignoredDepth > 0) {
        ignoredDepth += 1
        return false
      }
      const parent = path[path.length - 1]
      const node = parent ? parent.children.get(name) : rootNodes.get(name)
      if (!node) {
        if (parent) ignoredDepth = 1
        else {
          reader.outside(name)
          path.push(undefined)
        }
        return false
      }
      path.push(node)
      if (node.group !== undefined) open.push({})
      if (node.field === undefined) return false
      value = ''
      if (node.currencyField !== undefined) {
        const fields = open[open.length - 1]
        if (fields && fields[node.currencyField] === undefined) fields[node.currencyField] = attribute('Ccy')
      }
      return true
    },
    text: (piece) => {
      if (value.length < longestText) value += piece.slice(0, longestText)
    },
    close() {
      if (ignoredDepth > 0) {
        ignoredDepth -= 1
        return
      }
      const node = path.pop()
      if (!node) return
      if (node.field !== undefined) {
        const fields = open[open.length - 1]
        if (fields && value !== '') put(fields, node.field, trim(value), node.gathers)
        value = ''
      }
      if (node.group !== undefined) {
        const fields = open.pop() ?? {}
        reader.closed(node.group, fields, open[open.length - 1])
      }
    },
    end: () => reader.end(),
  }
}

/** Longer than all that a bank prints on one line; the rest is dropped. */
const longestText = 4_000

function put(fields: Fields, field: string, value: string, gathers: boolean): void {
  if (value === '') return
  const before = fields[field]
  if (before === undefined) fields[field] = value
  else if (gathers && before.length < longestText) fields[field] = `${before} ${value}`
}

const trim = (value: string): string =>
  value.charCodeAt(0) > 0x20 && value.charCodeAt(value.length - 1) > 0x20 ? value : value.trim()

function childrenOf(shape: Shape): ReadonlyMap<string, Node> {
  return new Map(Object.entries(shape).map(([name, kind]) => [name, nodeOf(kind)]))
}

function nodeOf(kind: Shape | Leaf | Group): Node {
  if (isLeaf(kind)) {
    const { field, currencyField, gathers = false, inside = {} } = kind
    return { field, gathers, children: childrenOf(inside), ...(currencyField ? { currencyField } : {}) }
  }
  if (isGroup(kind)) return { group: kind.group, gathers: false, children: childrenOf(kind.inside) }
  return { gathers: false, children: childrenOf(kind) }
}

const isLeaf = (kind: Shape | Leaf | Group): kind is Leaf => typeof (kind as Leaf).field === 'string'
const isGroup = (kind: Shape | Leaf | Group): kind is Group => typeof (kind as Group).group === 'string'
