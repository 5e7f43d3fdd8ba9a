import { Card, type CardHeading, type CardOptions } from './card.tsx'
import { type Content, type ContentOr, optionsOf } from './content.ts'
import type { ElementOptions } from './element.ts'

export type WarningCalloutProps = ElementOptions & {
  heading: ContentOr<CardHeading>
  children?: Content
  actions?: CardOptions['actions']
  /** Said before the heading, unless it says "important" itself. */
  visuallyHiddenText?: string | undefined
}

export function WarningCallout({ heading, visuallyHiddenText, children, ...card }: WarningCalloutProps) {
  const { level = 3, ...options } = optionsOf<CardHeading>(heading) ?? {}
  const before = options.visuallyHiddenText ?? visuallyHiddenText ?? 'Important'
  return (
    <Card
      {...card}
      variant="warning"
      description={children}
      heading={{
        ...options,
        level,
        visuallyHiddenText: saysImportant(options.text) ? undefined : before,
      }}
    />
  )
}

function saysImportant(text: Content): boolean {
  return typeof text !== 'string' || text.includes('Important') || text.includes('important')
}
