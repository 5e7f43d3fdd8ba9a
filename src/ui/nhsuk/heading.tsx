import { Caption, type CaptionOptions, type HeadingSize } from './caption.tsx'
import { type Content, type ContentOr, isNothing, partOf, type PropsOf } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'

export type HeadingOptions = ElementOptions & {
  text?: Content
  visuallyHiddenText?: string | undefined
  href?: string | undefined
  caption?: ContentOr<CaptionOptions>
  size?: HeadingSize | undefined
  level?: HeadingLevel | undefined
}

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

export type HeadingProps = PropsOf<HeadingOptions> & {
  /** For components that dress their heading in their own class. */
  className?: string | undefined
  classPrefix?: string | undefined
  /** For components whose heading is another element. */
  element?: string | undefined
}

export function Heading({
  className = 'nhsuk-heading',
  classPrefix = `${className}-`,
  ...heading
}: HeadingProps) {
  const { children, caption, classes, href, visuallyHiddenText } = heading
  if (isNothing(children)) return null
  const size = classes?.includes(classPrefix) ? undefined : heading.size
  const sizeClass = size && `${classPrefix}${size}`
  const captionPart = partOf<CaptionOptions>(caption)
  const placement = captionPart && (captionPart.placement ?? 'start')
  const shownCaption = captionPart && (
    <Caption {...captionPart} size={captionPart.size ?? size}>
      {captionPart.text}
    </Caption>
  )
  const Element = (heading.element ?? `h${heading.level ?? 1}`) as 'h1'
  return (
    <>
      {placement === 'before' && shownCaption}
      <Element
        class={
          (sizeClass && classPrefix === `${className}-`
            ? classNames(sizeClass, classes)
            : classNames(className, sizeClass, classes)) || undefined
        }
        id={heading.id}
        {...heading.attributes}
      >
        {placement === 'start' && [shownCaption, ' ']}
        {href ? (
          <a class="nhsuk-link" href={href}>
            {children}
          </a>
        ) : (
          children
        )}
        {visuallyHiddenText && <span class="nhsuk-u-visually-hidden"> {visuallyHiddenText}</span>}
        {placement === 'end' && [' ', shownCaption]}
      </Element>
      {placement === 'after' && shownCaption}
    </>
  )
}

/** A part's heading, when the part was given one. */
export function headingFrom(heading: HeadingOptions | undefined, dressed: Omit<HeadingProps, 'children'>) {
  if (!heading) return null
  const { text, ...rest } = heading
  return (
    <Heading {...rest} {...dressed}>
      {text}
    </Heading>
  )
}
