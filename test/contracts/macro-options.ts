import { safeHtml } from '../../src/ui/safe-html.ts'

/** A fixture's context: the options that the Nunjucks macro was given. */
export type MacroOptions = { readonly [option: string]: unknown }

/**
 * A macro's options as our props. `text` and `html` become one: the component's children at the top, `text` in its
 * parts. What a call block held is children too.
 */
export function propsFrom(options: MacroOptions, callBlock: string | undefined): MacroOptions {
  const { text, ...props } = partFrom(options)
  if (callBlock) return { ...props, children: safeHtml(callBlock) }
  return text === undefined ? props : { ...props, children: text }
}

function partFrom({ html, ...options }: MacroOptions): MacroOptions {
  const part = Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, valueFrom(name, value)]),
  )
  return typeof html === 'string' && html !== '' ? { ...part, text: safeHtml(html.trim()) } : part
}

/** Parts that are content themselves: they have no options but `text` or `html`, or are JSX instead of options. */
const contentOnly = new Set([
  'afterInput',
  'afterInputs',
  'beforeInput',
  'beforeInputs',
  'below',
  'conditional',
  'image',
])

function valueFrom(name: string, value: unknown): unknown {
  if (name === 'text' && typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map((item: unknown) => valueFrom(name, item))
  if (!isMapping(value)) return value
  if (name === 'attributes') return attributesFrom(value)
  const part = partFrom(value)
  return contentOnly.has(name) && 'text' in part ? part['text'] : part
}

/** Macros write `required: true` as `required="true"` and `hidden: null` as `hidden=""`. */
function attributesFrom(attributes: MacroOptions): MacroOptions {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      value === null ? '' : `${value as string | number | boolean}`,
    ]),
  )
}

export function isMapping(value: unknown): value is MacroOptions {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
