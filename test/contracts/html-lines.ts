/**
 * HTML as lines that can be compared: one for each tag and each run of text, attributes by name. What a browser
 * shows alike becomes alike; tags, attributes, classes, text and their order all stay.
 *
 * White space with a line break in it is layout: it goes, but beside words or between phrases, where a browser shows
 * it, it becomes a space. White space without a line break was written on purpose and stays.
 */
export function htmlLines(html: string): string {
  const lines: string[] = []
  printAll(parse(html), 0, lines)
  return lines.join('\n')
}

type Element = { tag: string; attributes: ReadonlyMap<string, string>; children: Node[] }
type Node = Element | string

const voidTags = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
/** Tags of words within a sentence, and those that stand among words. */
const phraseTags = new Set('a abbr b code em i kbd q s small span strong sub sup u'.split(' '))
const inlineTags = new Set([...phraseTags, 'button', 'img', 'input', 'label', 'select', 'svg', 'textarea'])
const spacedTags = new Set(['textarea', 'pre'])
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  ctdot: '⋯',
  copy: '©',
}

function parse(html: string): Node[] {
  const root: Element = { tag: '', attributes: new Map(), children: [] }
  const open = [root]
  const pieces =
    /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*"|='[^']*')?)*)\s*(\/?)>|[^<]+/gy
  let end = 0
  for (const [piece, closing, tag, attributes, selfClosing] of html.matchAll(pieces)) {
    end += piece.length
    const parent = open.at(-1) ?? root
    if (tag === undefined) {
      if (!piece.startsWith('<!--')) parent.children.push(decode(piece))
    } else if (closing) {
      if (parent.tag !== tag) throw new Error(`</${tag}> closes <${parent.tag}>`)
      open.pop()
    } else {
      const element: Element = { tag, attributes: readAttributes(attributes ?? ''), children: [] }
      parent.children.push(element)
      if (!selfClosing && !voidTags.has(tag)) open.push(element)
    }
  }
  if (end !== html.length) throw new Error(`Cannot be read as HTML: ${html.slice(end, end + 60)}`)
  if (open.length > 1) throw new Error(`<${open.at(-1)?.tag}> is not closed`)
  return root.children
}

/** Where a name is given twice, the first holds, as in a browser. */
function readAttributes(text: string): Map<string, string> {
  const read = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(/([^\s"'<>/=]+)(?:="([^"]*)"|='([^']*)')?/g)) {
    const value = decode(double ?? single ?? '')
    if (!read.has(name)) read.set(name, name === 'class' ? value.trim().replaceAll(/\s+/g, ' ') : value)
  }
  return read
}

function decode(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    const character = entities[name]
    if (character === undefined) throw new Error(`Which character is ${entity}?`)
    return character
  })
}

function printAll(nodes: readonly Node[], depth: number, lines: string[]): void {
  const indent = '  '.repeat(depth)
  nodes.forEach((node, index) => {
    if (typeof node === 'string') {
      const text = visibleText(node, nodes[index - 1], nodes[index + 1])
      if (text !== '') lines.push(`${indent}${JSON.stringify(text)}`)
      return
    }
    const attributes = [...node.attributes].sort(([a], [b]) => (a < b ? -1 : 1))
    const shown = attributes.map(([name, value]) => ` ${name}=${JSON.stringify(value)}`).join('')
    lines.push(`${indent}<${node.tag}${shown}>`)
    if (spacedTags.has(node.tag)) lines.push(`${indent}  ${JSON.stringify(node.children)}`)
    else printAll(node.children, depth + 1, lines)
  })
}

function visibleText(text: string, before: Node | undefined, after: Node | undefined): string {
  const words = text.replaceAll(/^[ \t\r\n\f]+|[ \t\r\n\f]+$/g, '').replaceAll(/[ \t\r\n\f]+/g, ' ')
  const start = /^[ \t\r\n\f]*/.exec(text)?.[0] ?? ''
  if (words === '') {
    return !start.includes('\n') || (isOf(phraseTags, before) && isOf(phraseTags, after)) ? ' ' : ''
  }
  const finish = /[ \t\r\n\f]*$/.exec(text)?.[0] ?? ''
  return edge(start, before) + words + edge(finish, after)
}

function edge(space: string, neighbour: Node | undefined): string {
  if (space === '') return ''
  return !space.includes('\n') || isOf(inlineTags, neighbour) ? ' ' : ''
}

function isOf(tags: ReadonlySet<string>, node: Node | undefined): boolean {
  return node !== undefined && typeof node !== 'string' && tags.has(node.tag)
}
