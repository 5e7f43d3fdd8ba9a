import { type Content, isWords } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'

export type InsetTextProps = ElementOptions & {
  children?: Content
  /** Said before it. */
  visuallyHiddenText?: string | undefined
}

export function InsetText({ children, visuallyHiddenText, id, classes, attributes }: InsetTextProps) {
  return (
    <div class={classNames('nhsuk-inset-text', classes)} id={id} {...attributes}>
      <span class="nhsuk-u-visually-hidden">{visuallyHiddenText ?? 'Information'}: </span>
      {isWords(children) ? <p>{children}</p> : children}
    </div>
  )
}
