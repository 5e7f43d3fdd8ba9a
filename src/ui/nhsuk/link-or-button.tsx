import type { Content } from './content.ts'
import type { ElementOptions } from './element.ts'

/** With an address a link; without one, or with a `type`, a button of the form around it. */
export type TargetOptions = {
  href?: string | undefined
  type?: 'submit' | 'button' | undefined
}

export function LinkOrButton({
  href,
  type,
  openInNewWindow,
  name,
  value,
  id,
  classes,
  attributes,
  children,
}: ElementOptions &
  TargetOptions & {
    openInNewWindow?: boolean | undefined
    name?: string | undefined
    value?: string | undefined
    children?: Content
  }) {
  return href && !type ? (
    <a class={classes} id={id} href={href} target={openInNewWindow ? '_blank' : undefined} {...attributes}>
      {children}
    </a>
  ) : (
    <button class={classes} id={id} name={name} type={type ?? 'submit'} value={value} {...attributes}>
      {children}
    </button>
  )
}
