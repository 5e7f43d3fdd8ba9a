import type { Content, PropsOf } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'

export type CaptionOptions = ElementOptions & {
  text?: Content
  /** Inside the heading at its start or end, or a neighbour before or after it. */
  placement?: 'start' | 'end' | 'before' | 'after' | undefined
  size?: 'm' | 'l' | 'xl' | 'xxl' | HeadingSize | undefined
  element?: 'span' | 'p' | 'div' | 'h1' | 'h2' | 'h3' | undefined
}

export type HeadingSize = 'xxs' | 'xs' | 's' | 'm' | 'l' | 'xl'

/** The small words beside a heading that say what it is part of. */
export function Caption({
  id,
  children,
  placement,
  size,
  element,
  classes,
  attributes,
}: PropsOf<CaptionOptions>) {
  const Element = (element ?? 'span') as 'span'
  const isBelow = placement === 'after' || placement === 'end'
  return (
    <Element
      class={classNames(
        size !== undefined && captionSizes.has(size) ? `nhsuk-caption-${size}` : 'nhsuk-caption',
        isBelow && 'nhsuk-caption--bottom',
        classes,
      )}
      id={id}
      {...attributes}
    >
      {children}
    </Element>
  )
}

/** A heading passes its own size on; there are no captions as small as the smallest headings. */
const captionSizes = new Set(['m', 'l', 'xl', 'xxl'])
