import { Card, type CardHeading } from './card.tsx'
import { type Content, type ContentOr, optionsOf } from './content.ts'
import type { ElementOptions } from './element.ts'
import { Icon } from './icon.tsx'
import { type Items, itemsIn } from './items.ts'

export type DoDontListProps = ElementOptions & {
  heading: ContentOr<CardHeading>
  icon?: 'tick' | 'cross' | undefined
  items: Items<{ text: Content }>
  /** Said before each item: "do not" before those with a cross. */
  prefixText?: string | undefined
  hidePrefix?: boolean | undefined
}

export function DoDontList({
  heading,
  icon = 'tick',
  items,
  prefixText,
  hidePrefix,
  ...card
}: DoDontListProps) {
  const prefix = hidePrefix ? undefined : (prefixText ?? (icon === 'cross' ? 'do not' : undefined))
  const { level = 3, ...options } = optionsOf<CardHeading>(heading) ?? {}
  return (
    <Card {...card} variant="feature" heading={{ ...options, level }}>
      <ul class={`nhsuk-list nhsuk-list--${icon}`} {...{ role: 'list' }}>
        {itemsIn(items).map((item) => (
          <li>
            <Icon name={icon} /> {prefix && `${prefix} `}
            {item.text}
          </li>
        ))}
      </ul>
    </Card>
  )
}
