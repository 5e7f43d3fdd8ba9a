import { type Content, isNothing, isWords } from './content.ts'
import { type Attributes, classNames, type Width } from './element.ts'

/** What head cells and others have in common. */
export type TableCell = {
  text?: Content
  visuallyHiddenText?: string | undefined
  href?: string | undefined
  format?: 'numeric' | 'string' | undefined
  align?: 'left' | 'centre' | 'right' | undefined
  width?: Width | undefined
  colspan?: number | undefined
  rowspan?: number | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** What its place in the table makes of a cell. */
export type TableCellPlace = {
  element: 'th' | 'td'
  scope: 'col' | 'row' | undefined
  /** Said because a responsive table loses its roles with its layout. */
  role: 'columnheader' | 'rowheader' | 'cell' | undefined
  /** The head cell above, which a responsive table shows beside each value. */
  heading: TableCell | undefined
  format: TableCell['format']
  align: TableCell['align']
  attributes: Attributes | undefined
}

export function tableCell(cell: TableCell, place: TableCellPlace): Content {
  const Element = place.element as 'td'
  const block = place.element === 'th' ? 'nhsuk-table__header' : 'nhsuk-table__cell'
  const classes = classNames(
    block,
    place.format === 'numeric' && `${block}--numeric`,
    place.align && `nhsuk-u-text-align-${place.align}`,
    cell.width && `nhsuk-u-width-${cell.width}`,
    cell.classes,
  )
  const attributes = cellAttributes(cell, place)
  const content = place.heading ? withHeading(cell, place.heading) : value(cell)
  return attributes ? (
    <Element class={classes} {...attributes}>
      {content}
    </Element>
  ) : (
    <Element class={classes}>{content}</Element>
  )
}

/** Undefined for most cells. A page has hundreds, and writing out an attribute that is not there costs as much as one that is. */
function cellAttributes(
  cell: TableCell,
  { scope, role, attributes }: TableCellPlace,
): Attributes | undefined {
  if (!scope && !role && !attributes && !cell.attributes && !cell.colspan && !cell.rowspan) return undefined
  const colspan = role ? undefined : cell.colspan
  return { scope, role, colspan, rowspan: cell.rowspan, ...attributes, ...cell.attributes }
}

function withHeading(cell: TableCell, heading: TableCell): Content {
  const isElements = !isNothing(cell.text) && !isWords(cell.text)
  return [
    <span class="nhsuk-table__heading" aria-hidden="true">
      {words(heading)}{' '}
    </span>,
    isElements ? <span>{value(cell)}</span> : value(cell),
  ]
}

function value(cell: TableCell): Content {
  if (!cell.href) return words(cell)
  return (
    <a class="nhsuk-link" href={cell.href}>
      {words(cell)}
    </a>
  )
}

function words({ text, visuallyHiddenText }: TableCell): Content {
  if (!visuallyHiddenText) return text
  const space = isNothing(text) ? '' : ' '
  return [text, <span class="nhsuk-u-visually-hidden">{`${space}${visuallyHiddenText}`}</span>]
}
