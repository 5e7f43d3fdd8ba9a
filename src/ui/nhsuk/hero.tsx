import { type Content, type ContentOr, isNothing, isWords, optionsOf } from './content.ts'
import { classNames, type ElementOptions, type Width } from './element.ts'
import { headingFrom, type HeadingOptions } from './heading.tsx'
import { Image, type ImageProps } from './image.tsx'
import { inRows, listOf } from './items.ts'

export type HeroProps = ElementOptions & {
  heading?: ContentOr<HeadingOptions>
  /** Words become a paragraph. */
  children?: Content
  /** Of the heading and the children. */
  width?: Width | undefined
  /** More beside them, two in a row. */
  content?: HeroContent | readonly HeroContent[] | undefined
  /** Behind it all. */
  image?: { src: string } | undefined
  border?: boolean | undefined
  containerClasses?: string | undefined
}

export type HeroContent = {
  heading?: ContentOr<HeadingOptions>
  text?: Content
  image?: ImageProps | undefined
  width?: Width | undefined
  classes?: string | undefined
}

export function Hero({ heading, children, width, content, image, border, ...section }: HeroProps) {
  const isTitled = !isNothing(optionsOf<HeadingOptions>(heading)?.text)
  const main: HeroContent = { heading, text: children, width: width ?? 'two-thirds' }
  const blocks = isTitled || !isNothing(children) ? [main, ...listOf(content)] : listOf(content)
  return (
    <section
      class={classNames(
        'nhsuk-hero',
        image && 'nhsuk-hero--image',
        image && isTitled && 'nhsuk-hero--image-description',
        !image && border !== false && 'nhsuk-hero--border',
        section.classes,
      )}
      id={section.id}
      style={image && `background-image: url('${image.src.replaceAll("'", '%27')}');`}
      {...section.attributes}
    >
      {blocks.length > 0 && (
        <div class={classNames('nhsuk-width-container', section.containerClasses)}>
          {inRows(blocks, 2).map((row) => (
            <div class="nhsuk-grid-row">
              {row.map((block) => heroBlock(block, image !== undefined && blocks.length === 1))}
            </div>
          ))}
        </div>
      )}
      {image && <div class="nhsuk-hero__overlay" />}
    </section>
  )
}

function heroBlock({ heading, text, image, width, classes }: HeroContent, hasArrow: boolean): Content {
  const options = optionsOf<HeadingOptions>(heading)
  return (
    <div class={`nhsuk-grid-column-${width ?? 'one-half'}`}>
      <div class={classNames('nhsuk-hero__content', classes)}>
        {hasArrow && <span class="nhsuk-hero__arrow" aria-hidden="true" />}
        {headingFrom(options, {
          size: options?.size ?? 'xl',
          classes: classNames('nhsuk-hero__heading', options?.classes),
        })}
        {isWords(text) ? <p class="nhsuk-body-l">{text}</p> : text}
        {image && <Image {...image} />}
      </div>
    </div>
  )
}
