import { type Content, type ContentOr, isNothing, optionsOf } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'
import { headingFrom, type HeadingOptions } from './heading.tsx'

export type PanelProps = ElementOptions & {
  heading: ContentOr<HeadingOptions>
  children?: Content
  variant?: 'interruption' | undefined
}

export function Panel({ heading, children, variant, id, classes, attributes }: PanelProps) {
  return (
    <div
      class={classNames('nhsuk-panel', variant && `nhsuk-panel--${variant}`, classes)}
      id={id}
      {...attributes}
    >
      {headingFrom(optionsOf<HeadingOptions>(heading), {
        className: 'nhsuk-panel__heading',
        classPrefix: 'nhsuk-panel__heading--',
      })}
      {!isNothing(children) && <div class="nhsuk-panel__body">{children}</div>}
    </div>
  )
}
