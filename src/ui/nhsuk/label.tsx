import { Caption } from './caption.tsx'
import { isNothing, type PropsOf } from './content.ts'
import { Heading } from './heading.tsx'
import { type LabelledOptions, readLabelled } from './labelled.ts'

export type LabelOptions = LabelledOptions & { for?: string | undefined }

export function Label({ children, ...options }: PropsOf<LabelOptions>) {
  const { heading, text, visuallyHiddenText, size, caption } = readLabelled({ ...options, text: children })
  if (isNothing(text)) return null
  const isCaptionInside = caption?.placement !== 'before' && caption?.placement !== 'after'
  const shownCaption = caption && !isCaptionInside && <Caption {...caption}>{caption.text}</Caption>
  const label = (
    <Heading
      element="label"
      className="nhsuk-label"
      classPrefix="nhsuk-label--"
      id={options.id}
      size={size}
      classes={options.classes}
      attributes={{ for: options.for, ...options.attributes }}
      caption={isCaptionInside ? caption : undefined}
      visuallyHiddenText={visuallyHiddenText}
    >
      {text}
    </Heading>
  )
  const Element = `h${heading?.level ?? 1}` as 'h1'
  return (
    <>
      {caption?.placement === 'before' && shownCaption}
      {heading ? (
        <Element class="nhsuk-label-wrapper" id={heading.id} {...heading.attributes}>
          {label}
        </Element>
      ) : (
        label
      )}
      {caption?.placement === 'after' && shownCaption}
    </>
  )
}
