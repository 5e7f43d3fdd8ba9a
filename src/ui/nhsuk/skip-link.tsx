import { type Content, isNothing } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'

export type SkipLinkProps = ElementOptions & { children?: Content; href?: string | undefined }

export function SkipLink({ children, href = '#maincontent', id, classes, attributes }: SkipLinkProps) {
  return (
    <a
      class={classNames('nhsuk-skip-link', classes)}
      id={id}
      data-module="nhsuk-skip-link"
      href={href}
      {...attributes}
    >
      {isNothing(children) ? 'Skip to main content' : children}
    </a>
  )
}
