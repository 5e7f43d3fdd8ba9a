import type { Content } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'
import { Icon } from './icon.tsx'
import { LinkOrButton, type TargetOptions } from './link-or-button.tsx'

export type ActionLinkProps = ElementOptions &
  TargetOptions & {
    children?: Content
    variant?: 'reverse' | undefined
    openInNewWindow?: boolean | undefined
  }

export function ActionLink({ children, variant, classes, ...target }: ActionLinkProps) {
  return (
    <LinkOrButton
      {...target}
      classes={classNames('nhsuk-action-link', variant && `nhsuk-action-link--${variant}`, classes)}
    >
      <Icon name="arrow-right-circle" />
      <span class="nhsuk-action-link__text">{children}</span>
    </LinkOrButton>
  )
}
