import type { Content, PropsOf } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'

export type ErrorMessageOptions = ElementOptions & {
  text?: Content
  /** Said before the message; `''` for nothing. */
  visuallyHiddenText?: string | undefined
}

export function ErrorMessage({
  id,
  children,
  visuallyHiddenText = 'Error',
  ...rest
}: PropsOf<ErrorMessageOptions>) {
  return (
    <span class={classNames('nhsuk-error-message', rest.classes)} id={id} {...rest.attributes}>
      {visuallyHiddenText && <span class="nhsuk-u-visually-hidden">{visuallyHiddenText}: </span>}
      {children}
    </span>
  )
}
