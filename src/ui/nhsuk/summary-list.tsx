import {
  actionsIn,
  actionsOptions,
  type CardAction,
  CardActionLink,
  type CardActions,
} from './card-action.tsx'
import { Card, type CardHeading, type CardOptions } from './card.tsx'
import { type Content, type ContentOr, optionsOf } from './content.ts'
import { classNames, type ElementOptions, type Width } from './element.ts'
import { type Items, itemsIn } from './items.ts'

export type SummaryListProps = ElementOptions & {
  rows?: Items<SummaryListRow> | undefined
  /** Rows of another making, instead. */
  children?: Content
  border?: boolean | undefined
  lastRowBorder?: boolean | undefined
  card?: CardOptions | undefined
}

export type SummaryListRow = ElementOptions & {
  key: ContentOr<SummaryListCell>
  value: ContentOr<SummaryListCell>
  actions?: CardActions<ElementOptions & { width?: Width | undefined }> | undefined
  border?: boolean | undefined
}

export type SummaryListCell = ElementOptions & { text?: Content; width?: Width | undefined }

export function SummaryList({
  rows: given,
  children,
  border,
  lastRowBorder,
  card,
  ...list
}: SummaryListProps) {
  const rows = itemsIn(given)
  const hasActions = rows.some((row) => actionsIn(row.actions).length > 0)
  const cardHeading = optionsOf<CardHeading>(card?.heading)?.text
  const shown = (
    <dl
      class={classNames(
        'nhsuk-summary-list',
        border === false
          ? 'nhsuk-summary-list--no-border'
          : lastRowBorder === false && 'nhsuk-summary-list--no-last-row-border',
        list.classes,
      )}
      id={list.id}
      {...list.attributes}
    >
      {children ||
        rows.map((row, index) => {
          const isBorderless = row.border === false && !(lastRowBorder === false && index === rows.length - 1)
          return summaryRow(row, { hasActions, isBorderless, cardHeading })
        })}
    </dl>
  )
  return card ? <Card {...card}>{shown}</Card> : shown
}

function summaryRow(
  row: SummaryListRow,
  list: { hasActions: boolean; isBorderless: boolean; cardHeading: Content },
): Content {
  const actions = actionsIn(row.actions)
  const key = optionsOf<SummaryListCell>(row.key)
  const value = optionsOf<SummaryListCell>(row.value)
  return (
    <div
      class={classNames(
        'nhsuk-summary-list__row',
        list.hasActions && actions.length === 0 && 'nhsuk-summary-list__row--no-actions',
        list.isBorderless && 'nhsuk-summary-list__row--no-border',
        row.classes,
      )}
      id={row.id}
      {...row.attributes}
    >
      <dt class={cellClasses('nhsuk-summary-list__key', key)} id={key?.id} {...key?.attributes}>
        {key?.text}
      </dt>
      <dd class={cellClasses('nhsuk-summary-list__value', value)} id={value?.id} {...value?.attributes}>
        {value?.text}
      </dd>
      {actions.length > 0 && rowActions(actions, actionsOptions(row.actions), list.cardHeading)}
    </div>
  )
}

function rowActions(
  actions: readonly CardAction[],
  options: Omit<SummaryListCell, 'text'> | undefined,
  cardHeading: Content,
): Content {
  const links = actions.map((action) => <CardActionLink action={action} heading={cardHeading} />)
  return (
    <dd class={cellClasses('nhsuk-summary-list__actions', options)} id={options?.id} {...options?.attributes}>
      {links.length === 1 ? (
        links
      ) : (
        <ul class="nhsuk-summary-list__actions-list">
          {links.map((link) => (
            <li class="nhsuk-summary-list__actions-list-item">{link}</li>
          ))}
        </ul>
      )}
    </dd>
  )
}

function cellClasses(block: string, cell: Omit<SummaryListCell, 'text'> | undefined): string {
  return classNames(block, cell?.width && `nhsuk-u-width-${cell.width}`, cell?.classes)
}
