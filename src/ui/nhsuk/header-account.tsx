import type { Content } from './content.ts'
import { type Attributes, classNames } from './element.ts'
import { Icon } from './icon.tsx'
import { type Items, itemsIn } from './items.ts'

export type HeaderAccountOptions = {
  items: Items<HeaderAccountItem>
  ariaLabel?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** A link with `href`, a button in a form of its own with `action`, or words. */
export type HeaderAccountItem = {
  text: Content
  icon?: boolean | undefined
  href?: string | undefined
  action?: string | undefined
  method?: 'post' | 'get' | undefined
  /** What else the form sends, such as its token against forgery. */
  fields?: Content
  classes?: string | undefined
}

export function HeaderAccount({ items, ariaLabel, classes, attributes }: HeaderAccountOptions) {
  return (
    <nav
      class={classNames('nhsuk-header__account', classes)}
      aria-label={ariaLabel ?? 'Account'}
      {...attributes}
    >
      <ul class="nhsuk-header__account-list">
        {itemsIn(items).map((item) => (
          <li class={classNames('nhsuk-header__account-item', item.classes)}>{accountItem(item)}</li>
        ))}
      </ul>
    </nav>
  )
}

function accountItem({ text, icon, href, action, method, fields }: HeaderAccountItem): Content {
  const shown = icon ? [<Icon name="user" />, ' ', text] : text
  if (href) {
    return (
      <a class="nhsuk-header__account-link" href={href}>
        {shown}
      </a>
    )
  }
  if (!action) return shown
  return (
    <form class="nhsuk-header__account-form" action={action} method={method ?? 'post'} noValidate>
      {fields}
      <button class="nhsuk-header__account-button">{shown}</button>
    </form>
  )
}
