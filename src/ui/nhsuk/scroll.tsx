import { type Content, isWords } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'

export type ScrollProps = ElementOptions & {
  children?: Content
  /** The id of the words that name what scrolls. */
  labelledBy?: string | undefined
  variant?: 'reverse' | undefined
}

/** What may be wider than the screen, in a region that keys can scroll. */
export function Scroll({ children, labelledBy, variant, id, classes, attributes }: ScrollProps) {
  return (
    <div
      class={classNames('nhsuk-scroll', variant && `nhsuk-scroll--${variant}`, classes)}
      id={id}
      data-module="nhsuk-scroll"
      {...attributes}
    >
      <div class="nhsuk-scroll__content" role="region" aria-labelledby={labelledBy}>
        {isWords(children) ? <p>{children}</p> : children}
      </div>
    </div>
  )
}
