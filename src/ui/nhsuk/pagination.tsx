import { type Content, type ContentOr, isNothing, optionsOf } from './content.ts'
import { type Attributes, classNames, type ElementOptions } from './element.ts'
import { Icon } from './icon.tsx'
import { type Items, itemsIn } from './items.ts'

export type PaginationProps = ElementOptions & {
  /** The pages by number, if they have numbers. */
  items?: Items<PaginationItem | { ellipsis: true }> | undefined
  previous?: PaginationStep | undefined
  next?: PaginationStep | undefined
  ariaLabel?: string | undefined
}

export type PaginationItem = {
  number: number
  href: string
  current?: boolean | undefined
  ariaLabel?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export type PaginationStep = {
  href: string
  /** "Previous page" or "Next page", unless it is given. */
  text?: Content
  /** What that page is about, where pages have no numbers. */
  label?: ContentOr<{ text?: Content }>
  attributes?: Attributes | undefined
}

type Direction = keyof typeof directions
const directions = {
  previous: { rel: 'prev', word: 'Previous', icon: 'arrow-left' },
  next: { rel: 'next', word: 'Next', icon: 'arrow-right' },
} as const

const landmark: Attributes = { role: 'navigation' }

export function Pagination({
  items: given,
  previous,
  next,
  ariaLabel,
  id,
  classes,
  attributes,
}: PaginationProps) {
  const items = itemsIn(given)
  const hasNumbers = items.length > 0
  return (
    <nav
      class={classNames('nhsuk-pagination', hasNumbers && 'nhsuk-pagination--numbered', classes)}
      id={id}
      {...landmark}
      aria-label={ariaLabel ?? 'Pagination'}
      {...attributes}
    >
      {hasNumbers ? (
        <>
          {previous && besideNumbers(previous, 'previous')}
          <ul class="nhsuk-pagination__list">{items.map(numberedPage)}</ul>
          {next && besideNumbers(next, 'next')}
        </>
      ) : (
        <ul class="nhsuk-list nhsuk-pagination__list">
          {previous && withoutNumbers(previous, 'previous')}
          {next && withoutNumbers(next, 'next')}
        </ul>
      )}
    </nav>
  )
}

function numberedPage(item: PaginationItem | { ellipsis: true }): Content {
  if ('ellipsis' in item) return <li class="nhsuk-pagination__item nhsuk-pagination__item--ellipsis">⋯</li>
  return (
    <li
      class={classNames(
        'nhsuk-pagination__item',
        item.current && 'nhsuk-pagination__item--current',
        item.classes,
      )}
    >
      <a
        class="nhsuk-pagination__link"
        href={item.href}
        aria-label={item.ariaLabel ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  )
}

function besideNumbers(step: PaginationStep, direction: Direction): Content {
  const icon = <Icon name={directions[direction].icon} />
  return (
    <a href={step.href} class={`nhsuk-pagination__${direction}`} rel={directions[direction].rel}>
      {direction === 'previous' && icon}
      {stepTitle(step, direction)}
      {direction === 'next' && icon}
    </a>
  )
}

function withoutNumbers(step: PaginationStep, direction: Direction): Content {
  const { rel, icon } = directions[direction]
  const label = optionsOf<{ text?: Content }>(step.label)?.text
  return (
    <li class={`nhsuk-pagination-item--${direction}`}>
      <a
        class={`nhsuk-pagination__link nhsuk-pagination__link--${rel}`}
        href={step.href}
        rel={rel}
        {...step.attributes}
      >
        {stepTitle(step, direction)}
        {!isNothing(label) && [
          ' ',
          <span class="nhsuk-u-visually-hidden">:</span>,
          ' ',
          <span class="nhsuk-pagination__page">{label}</span>,
        ]}
        <Icon name={icon} />
      </a>
    </li>
  )
}

function stepTitle({ text }: PaginationStep, direction: Direction): Content {
  return (
    <span class="nhsuk-pagination__title">
      {isNothing(text)
        ? [directions[direction].word, <span class="nhsuk-u-visually-hidden"> page</span>]
        : text}
    </span>
  )
}
