import type { Content } from './content.ts'
import { type Attributes, classNames } from './element.ts'
import { type Items, itemsIn } from './items.ts'

export type HeaderNavigationOptions = {
  items: Items<HeaderNavigationItem>
  ariaLabel?: string | undefined
  /** The button for what does not fit: "Browse" (heard, not seen) and "More". */
  toggleMenuText?: string | undefined
  toggleMenuVisuallyHiddenText?: string | undefined
  colour?: 'white' | undefined
  justified?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export type HeaderNavigationItem = {
  text: Content
  href?: string | undefined
  /** This is the page. */
  current?: boolean | undefined
  /** The page is within this. */
  active?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function HeaderNavigation({
  items: given,
  colour,
  justified,
  containerClasses,
  ...navigation
}: HeaderNavigationOptions & { containerClasses: string | undefined }) {
  const items = itemsIn(given)
  if (items.length === 0) return null
  return (
    <nav
      class={classNames(
        'nhsuk-header__navigation',
        colour && `nhsuk-header__navigation--${colour}`,
        justified && 'nhsuk-header__navigation--justified',
        navigation.classes,
      )}
      aria-label={navigation.ariaLabel ?? 'Menu'}
      {...navigation.attributes}
    >
      <div class={classNames('nhsuk-header__navigation-container nhsuk-width-container', containerClasses)}>
        <ul class="nhsuk-header__navigation-list">
          {items.map(navigationItem)}
          <li class="nhsuk-header__menu" hidden>
            <button
              class="nhsuk-header__menu-toggle nhsuk-header__navigation-link"
              id="toggle-menu"
              aria-expanded="false"
            >
              <span class="nhsuk-u-visually-hidden">
                {navigation.toggleMenuVisuallyHiddenText ?? 'Browse'}{' '}
              </span>
              {navigation.toggleMenuText ?? 'More'}
            </button>
          </li>
        </ul>
      </div>
    </nav>
  )
}

function navigationItem({ text, href, current, active, classes, attributes }: HeaderNavigationItem): Content {
  const isHere = current || active
  const ariaCurrent = current ? 'page' : active ? 'true' : undefined
  const shown = isHere ? <strong class="nhsuk-header__navigation-item-current-fallback">{text}</strong> : text
  return (
    <li
      class={classNames(
        'nhsuk-header__navigation-item',
        isHere && 'nhsuk-header__navigation-item--current',
        classes,
      )}
      {...attributes}
    >
      {href ? (
        <a class="nhsuk-header__navigation-link" href={href} aria-current={ariaCurrent}>
          {shown}
        </a>
      ) : (
        <span class="nhsuk-header__navigation-text" aria-current={ariaCurrent}>
          {shown}
        </span>
      )}
    </li>
  )
}
