import { type Content, type ContentOr, isWords, optionsOf } from './content.ts'
import { type Attributes, classNames, type ElementOptions } from './element.ts'
import { Heading } from './heading.tsx'
import type { Items } from './items.ts'

export type TabsProps = ElementOptions & {
  items: Items<TabsItem>
  /** The beginning of the id of each panel that has none: the id, unless it is given. */
  idPrefix?: string | undefined
  visuallyHiddenText?: string | undefined
}

export type TabsItem = {
  label: string
  panel: ContentOr<TabsPanel>
  id?: string | undefined
  attributes?: Attributes | undefined
}

export type TabsPanel = { text?: Content; attributes?: Attributes | undefined }

/** Without a script the panels stand under one another, each linked from the list. */
export function Tabs({ items, visuallyHiddenText, id, idPrefix = id, classes, attributes }: TabsProps) {
  const panelId = (item: TabsItem, index: number) => item.id ?? `${idPrefix}-${index + 1}`
  return (
    <div class={classNames('nhsuk-tabs', classes)} id={id} data-module="nhsuk-tabs" {...attributes}>
      <Heading level={2} className="nhsuk-tabs__heading">
        {visuallyHiddenText ?? 'Contents'}
      </Heading>
      {items.length > 0 && (
        <ul class="nhsuk-tabs__list">
          {items.map((item, index) => item && tab(item, panelId(item, index), index === 0))}
        </ul>
      )}
      {items.map((item, index) => item && panel(item, panelId(item, index), index === 0))}
    </div>
  )
}

function tab(item: TabsItem, panelId: string, isFirst: boolean): Content {
  return (
    <li class={classNames('nhsuk-tabs__list-item', isFirst && 'nhsuk-tabs__list-item--selected')}>
      <a class="nhsuk-tabs__tab" href={`#${panelId}`} {...item.attributes}>
        {item.label}
      </a>
    </li>
  )
}

function panel(item: TabsItem, id: string, isFirst: boolean): Content {
  const options = optionsOf<TabsPanel>(item.panel)
  return (
    <div
      class={classNames('nhsuk-tabs__panel', !isFirst && 'nhsuk-tabs__panel--hidden')}
      id={id}
      {...options?.attributes}
    >
      {isWords(options?.text) ? <p>{options?.text}</p> : options?.text}
    </div>
  )
}
