import { Caption } from './caption.tsx'
import { isNothing, type PropsOf } from './content.ts'
import { classNames } from './element.ts'
import { Heading } from './heading.tsx'
import { type LabelledOptions, readLabelled } from './labelled.ts'

export type LegendOptions = LabelledOptions

export function Legend({ children, ...options }: PropsOf<LegendOptions>) {
  const { heading, text, visuallyHiddenText, size, caption } = readLabelled({ ...options, text: children })
  if (isNothing(text)) return null
  const { id, classes, attributes } = options
  const sizeClass =
    size && !classes?.includes('nhsuk-fieldset__legend--') && `nhsuk-fieldset__legend--${size}`
  const legendClasses = classNames('nhsuk-fieldset__legend', sizeClass, classes)
  const isCaptionInside = caption?.placement !== 'after'
  const inside = {
    visuallyHiddenText,
    caption: isCaptionInside
      ? caption && { ...caption, placement: insideLegend(caption.placement) }
      : undefined,
    children: text,
  }
  return (
    <>
      {heading ? (
        <legend class={legendClasses} id={id} {...attributes}>
          <Heading
            className="nhsuk-fieldset__heading"
            id={heading.id}
            level={heading.level}
            attributes={heading.attributes}
            {...inside}
          />
        </legend>
      ) : (
        <Heading element="legend" className={legendClasses} id={id} attributes={attributes} {...inside} />
      )}
      {!isCaptionInside && caption && <Caption {...caption}>{caption.text}</Caption>}
    </>
  )
}

/** Nothing may stand before a legend in its fieldset. */
function insideLegend(placement: 'start' | 'end' | 'before' | 'after' | undefined) {
  return placement === 'before' ? 'start' : placement
}
