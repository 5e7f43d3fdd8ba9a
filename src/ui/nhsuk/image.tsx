import { type Content, type ContentOr, isNothing, partOf } from './content.ts'
import { classNames, type ElementOptions, type Width } from './element.ts'

export type ImageProps = ElementOptions & {
  src?: string | undefined
  /** `''` where it shows nothing that the words do not say. */
  alt?: string | undefined
  sizes?: string | undefined
  srcset?: string | undefined
  /** Instead of `src`. */
  children?: Content
  caption?: ContentOr<{ text?: Content; classes?: string | undefined }>
  border?: boolean | undefined
  background?: boolean | undefined
  width?: Width | undefined
}

export function Image({ children, src, alt, sizes, srcset, ...figure }: ImageProps) {
  const { border, background, width, classes, id, attributes } = figure
  const caption = partOf<{ text?: Content; classes?: string | undefined }>(figure.caption)
  return (
    <figure
      class={classNames(
        'nhsuk-image',
        border === false && 'nhsuk-image--no-border',
        background === false && 'nhsuk-image--no-background',
        width && `nhsuk-u-width-${width}`,
        classes,
      )}
      id={id}
      {...attributes}
    >
      {isNothing(children) && src ? (
        <img class="nhsuk-image__img" src={src} alt={alt ?? ''} sizes={sizes} srcset={srcset} />
      ) : (
        children
      )}
      {caption && (
        <figcaption class={classNames('nhsuk-image__caption', caption.classes)}>{caption.text}</figcaption>
      )}
    </figure>
  )
}
