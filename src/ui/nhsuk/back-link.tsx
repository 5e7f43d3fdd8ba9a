import { type Content, isNothing } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'
import { LinkOrButton, type TargetOptions } from './link-or-button.tsx'

export type BackLinkOptions = ElementOptions &
  TargetOptions & {
    text?: Content
    visuallyHiddenText?: string | undefined
    variant?: 'reverse' | undefined
  }

export type BackLinkProps = Omit<BackLinkOptions, 'text'> & { children?: Content }

export function BackLink({ children, visuallyHiddenText, variant, classes, ...target }: BackLinkProps) {
  return (
    <LinkOrButton
      {...target}
      classes={classNames('nhsuk-back-link', variant && `nhsuk-back-link--${variant}`, classes)}
    >
      {visuallyHiddenText && <span class="nhsuk-u-visually-hidden">{visuallyHiddenText} </span>}
      {isNothing(children) ? 'Back' : children}
    </LinkOrButton>
  )
}
