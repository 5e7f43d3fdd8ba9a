import type { CaptionOptions, HeadingSize } from './caption.tsx'
import { type Content, type ContentOr, isNothing, optionsOf, partOf } from './content.ts'
import type { ElementOptions } from './element.ts'
import type { HeadingLevel } from './heading.tsx'

export type LabelSize = 's' | 'm' | 'l' | 'xl'

/** What a label and a legend have in common: either may also be the page's heading. */
export type LabelledOptions = ElementOptions & {
  text?: Content
  visuallyHiddenText?: string | undefined
  caption?: ContentOr<CaptionOptions>
  /** `true` makes a heading of the text; words or options are the heading. */
  heading?: ContentOr<LabelHeading> | true
  size?: LabelSize | undefined
}

export type LabelHeading = Omit<ElementOptions, 'classes'> & {
  text?: Content
  visuallyHiddenText?: string | undefined
  caption?: ContentOr<CaptionOptions>
  size?: LabelSize | undefined
  level?: HeadingLevel | undefined
}

/** The words, size and caption, which the heading's own options go before. */
export function readLabelled(options: LabelledOptions) {
  const heading: LabelHeading | undefined =
    options.heading === true ? {} : optionsOf<LabelHeading>(options.heading)
  const size: HeadingSize | undefined = heading?.size ?? options.size
  const caption = partOf<CaptionOptions>(heading?.caption ?? options.caption)
  return {
    heading,
    text: isNothing(heading?.text) ? options.text : heading?.text,
    visuallyHiddenText: heading?.visuallyHiddenText ?? options.visuallyHiddenText,
    size,
    caption: caption && { ...caption, size: caption.size ?? size },
  }
}
