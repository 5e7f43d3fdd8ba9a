import { type Content, isNothing } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'
import { Icon, type IconName } from './icon.tsx'

export type ButtonOptions = ElementOptions & {
  text?: Content
  /** Makes it a link that looks like a button, unless it has a `type`. */
  href?: string | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  disabled?: boolean | undefined
  variant?: ButtonVariant | undefined
  small?: boolean | undefined
  ariaLabel?: string | undefined
  /** Ignores a second click that comes at once; says nothing of requests sent twice. */
  preventDoubleClick?: boolean | undefined
  icon?: IconName | ButtonIcon | false | undefined
}

export type ButtonVariant = 'secondary' | 'secondary-solid' | 'reverse' | 'warning' | 'brand' | 'login'
export type ButtonIcon = { name: IconName; placement?: 'start' | 'end' | undefined }
export type ButtonProps = Omit<ButtonOptions, 'text'> & { children?: Content }

export function Button({ children, icon, href, type, ...button }: ButtonProps) {
  const shared = {
    class: classNames(
      'nhsuk-button',
      button.variant && `nhsuk-button--${button.variant}`,
      icon && 'nhsuk-button--icon',
      button.small && 'nhsuk-button--small',
      button.classes,
    ),
    id: button.id,
    'data-module': 'nhsuk-button',
    'data-prevent-double-click': button.preventDoubleClick,
    'aria-label': button.ariaLabel,
  }
  const content = withIcon(children, icon)
  return href && !type ? (
    <a {...shared} href={href} role="button" draggable={false} {...button.attributes}>
      {content}
    </a>
  ) : (
    <button
      {...shared}
      name={button.name}
      type={type ?? 'submit'}
      value={button.value}
      disabled={button.disabled}
      aria-disabled={button.disabled || undefined}
      {...button.attributes}
    >
      {content}
    </button>
  )
}

function withIcon(children: Content, icon: ButtonProps['icon']): Content {
  if (!icon) return children
  const { name, placement = 'start' } = typeof icon === 'string' ? { name: icon } : icon
  const words = !isNothing(children) && <span class="nhsuk-button__content">{children}</span>
  return placement === 'start' ? [<Icon name={name} />, words] : [words, <Icon name={name} />]
}
