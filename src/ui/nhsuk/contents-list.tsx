import type { Content } from './content.ts'
import { type Attributes, classNames, type ElementOptions } from './element.ts'
import { type Items, itemsIn } from './items.ts'

export type ContentsListProps = ElementOptions & {
  items: Items<ContentsListItem>
  ariaLabel?: string | undefined
  visuallyHiddenText?: string | undefined
}

export type ContentsListItem = {
  text: Content
  href: string
  current?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
  items?: Items<ContentsListItem> | undefined
}

export function ContentsList({
  items,
  ariaLabel,
  visuallyHiddenText,
  id,
  classes,
  attributes,
}: ContentsListProps) {
  return (
    <nav
      class={classNames('nhsuk-contents-list', classes)}
      id={id}
      {...{ role: 'navigation' }}
      aria-label={ariaLabel ?? 'Pages in this guide'}
      {...attributes}
    >
      <h2 class="nhsuk-u-visually-hidden">{visuallyHiddenText ?? 'Contents'}</h2>
      <List items={items} />
    </nav>
  )
}

function List({ items }: { items: Items<ContentsListItem> }) {
  return (
    <ol class="nhsuk-contents-list__list">
      {itemsIn(items).map((item) => (
        <li class="nhsuk-contents-list__item" aria-current={item.current ? 'page' : undefined}>
          {item.current ? (
            <span class={classNames('nhsuk-contents-list__current', item.classes)} {...item.attributes}>
              {item.text}
            </span>
          ) : (
            <a
              class={classNames('nhsuk-contents-list__link', item.classes)}
              href={item.href}
              {...item.attributes}
            >
              {item.text}
            </a>
          )}
          {item.items && <List items={item.items} />}
        </li>
      ))}
    </ol>
  )
}
