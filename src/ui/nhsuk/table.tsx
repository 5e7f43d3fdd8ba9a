import type { CaptionOptions } from './caption.tsx'
import { Card, type CardOptions } from './card.tsx'
import { type Content, type ContentOr, isOptions, partOf } from './content.ts'
import { type Attributes, classNames, type ElementOptions } from './element.ts'
import { headingFrom, type HeadingOptions } from './heading.tsx'
import { scriptWords } from './script-words.ts'
import { Scroll } from './scroll.tsx'
import { tableCell, type TableCell } from './table-cell.tsx'

export type TableProps = ElementOptions & {
  caption?: ContentOr<TableCaption>
  /** `false` leaves the column's cell out, as `false` in each row does. */
  head?: readonly ContentOr<TableHeadCell>[] | undefined
  rows: readonly (readonly ContentOr<TableBodyCell>[] | false | null | undefined)[]
  firstCellIsHeader?: boolean | undefined
  border?: boolean | undefined
  lastRowBorder?: boolean | undefined
  compact?: boolean | undefined
  striped?: boolean | undefined
  /** Each row a block of its own on a small screen. */
  responsive?: boolean | undefined
  /** Scrolls sideways where it is too wide. */
  scroll?: boolean | undefined
  variant?: 'reverse' | undefined
  card?: CardOptions | true | undefined
  ascendingText?: string | undefined
  descendingText?: string | undefined
  sortAnnouncementText?: string | undefined
}

export type TableCaption = ElementOptions & {
  text?: Content
  visuallyHiddenText?: string | undefined
  caption?: ContentOr<CaptionOptions>
  size?: 's' | 'm' | 'l' | 'xl' | undefined
}

/** Sorted in the browser by its script, or on the server by the link in `href`. */
export type TableHeadCell = TableCell & {
  sort?: 'ascending' | 'descending' | boolean | undefined
  sortNext?: 'ascending' | 'descending' | undefined
}

export type TableBodyCell = TableCell & { sortValue?: string | number | bigint | undefined }

type Head = readonly (TableHeadCell | undefined)[]

export function Table(props: TableProps) {
  const head: Head = props.head?.map((cell) => cellOptions<TableHeadCell>(cell)) ?? []
  const caption = partOf<TableCaption>(props.caption)
  const captionId =
    caption && (caption.id ?? (props.scroll ? scrollingCaptionId(props.id, caption) : undefined))
  const isSortable = head.some((cell) => cell?.sort)
  const isSortedOnServer = head.some((cell) => cell?.sort && cell.href)
  const table = (
    <table
      class={tableClasses(props, isSortable)}
      id={props.id}
      data-module={isSortable && !isSortedOnServer ? 'nhsuk-table' : undefined}
      {...scriptWords({
        'sort-announcement': props.sortAnnouncementText,
        ascending: props.ascendingText,
        descending: props.descendingText,
      })}
      role={props.responsive ? 'table' : undefined}
      {...props.attributes}
    >
      {caption && tableCaption(caption, captionId, isSortable)}
      {head.length > 0 && (
        <thead class="nhsuk-table__head" role={props.responsive ? 'rowgroup' : undefined}>
          <tr class="nhsuk-table__row" role={props.responsive ? 'row' : undefined}>
            {head.map((cell) => cell && headCell(cell, props, isSortedOnServer))}
          </tr>
        </thead>
      )}
      <tbody class="nhsuk-table__body">{props.rows.map((row) => row && tableRow(row, head, props))}</tbody>
    </table>
  )
  const scrolling = props.scroll ? (
    <Scroll labelledBy={captionId} variant={props.variant}>
      {table}
    </Scroll>
  ) : (
    table
  )
  return props.card ? <Card {...(props.card === true ? {} : props.card)}>{scrolling}</Card> : scrolling
}

function tableRow(row: readonly ContentOr<TableBodyCell>[], head: Head, props: TableProps): Content {
  return (
    <tr class="nhsuk-table__row" role={props.responsive ? 'row' : undefined}>
      {row.map((cell, index) => {
        const options = cellOptions<TableBodyCell>(cell)
        return (
          options && bodyCell(options, head[index], props, index === 0 && props.firstCellIsHeader === true)
        )
      })}
    </tr>
  )
}

/** Undefined where there is no cell at all; an empty one keeps its place. */
function cellOptions<Options extends TableCell>(
  given: ContentOr<Options>,
): Options | { text: Content } | undefined {
  if (given === false || given === null || given === undefined) return undefined
  return isOptions<Options>(given) ? given : { text: given }
}

function bodyCell(
  cell: TableBodyCell,
  heading: TableHeadCell | undefined,
  { responsive }: TableProps,
  isHeader: boolean,
): Content {
  const isWordsAmongNumbers = cell.format === 'string' && heading?.format === 'numeric'
  return tableCell(cell, {
    element: isHeader ? 'th' : 'td',
    scope: isHeader ? 'row' : undefined,
    role: responsive ? (isHeader ? 'rowheader' : 'cell') : undefined,
    heading: responsive ? (heading ?? {}) : undefined,
    format: cell.format ?? heading?.format,
    align: cell.align ?? (isWordsAmongNumbers ? 'right' : heading?.align),
    attributes: cell.sortValue === undefined ? undefined : { 'data-sort-value': String(cell.sortValue) },
  })
}

function headCell(cell: TableHeadCell, { responsive }: TableProps, isSortedOnServer: boolean): Content {
  return tableCell(cell, {
    element: 'th',
    scope: 'col',
    role: responsive ? 'columnheader' : undefined,
    heading: undefined,
    format: cell.format,
    align: cell.align,
    attributes: cell.sort ? sortAttributes(cell, isSortedOnServer) : undefined,
  })
}

function sortAttributes({ sort, sortNext }: TableHeadCell, isSortedOnServer: boolean): Attributes {
  return {
    'data-sort': '',
    'data-sort-next': isSortedOnServer ? undefined : sortNext,
    'aria-sort': sort === true ? undefined : sort,
  }
}

function tableCaption(caption: TableCaption, id: string | undefined, isSortable: boolean): Content {
  const hidden = caption.visuallyHiddenText ?? (isSortable ? 'Column headers are sortable' : undefined)
  const options: HeadingOptions = { ...caption }
  return headingFrom(options, {
    id,
    visuallyHiddenText: hidden && `(${hidden})`,
    className: 'nhsuk-table__caption',
    classPrefix: 'nhsuk-table__caption--',
    element: 'caption',
  })
}

/** A region that scrolls is named by the caption, so the caption needs an id. */
function scrollingCaptionId(id: string | undefined, { text }: TableCaption): string | undefined {
  if (id) return `${id}-caption`
  return typeof text === 'string'
    ? `table-${text.replaceAll(' ', '-').toLowerCase().slice(0, 40)}-caption`
    : undefined
}

function tableClasses(props: TableProps, isSortable: boolean): string {
  return classNames(
    'nhsuk-table',
    props.variant && `nhsuk-table--${props.variant}`,
    props.compact && 'nhsuk-table--compact',
    props.responsive && 'nhsuk-table--responsive',
    props.border === false
      ? 'nhsuk-table--no-border'
      : props.lastRowBorder === false && 'nhsuk-table--no-last-row-border',
    isSortable && 'nhsuk-table--sortable',
    props.striped && 'nhsuk-table--striped',
    props.classes,
  )
}
