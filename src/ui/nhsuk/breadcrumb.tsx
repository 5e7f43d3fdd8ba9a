import { BackLink, type BackLinkOptions } from './back-link.tsx'
import type { Content } from './content.ts'
import { type Attributes, classNames, type ElementOptions } from './element.ts'
import { type Items, itemsIn } from './items.ts'

export type BreadcrumbProps = ElementOptions & {
  /** From the top to the page above this one. */
  items: Items<BreadcrumbItem>
  variant?: 'reverse' | undefined
  ariaLabel?: string | undefined
  /** The way back that small screens show instead; to the last item unless it says otherwise. */
  backLink?: BackLinkOptions | undefined
}

export type BreadcrumbItem = { text: Content; href: string; attributes?: Attributes | undefined }

export function Breadcrumb({
  items,
  variant,
  ariaLabel,
  backLink,
  id,
  classes,
  attributes,
}: BreadcrumbProps) {
  const steps = itemsIn(items)
  const last = steps.at(-1)
  const { text = last?.text, ...back } = backLink ?? {}
  return (
    <nav
      class={classNames('nhsuk-breadcrumb', variant && `nhsuk-breadcrumb--${variant}`, classes)}
      id={id}
      aria-label={ariaLabel ?? 'Breadcrumb'}
      {...attributes}
    >
      <ol class="nhsuk-breadcrumb__list">
        {steps.map((step) => (
          <li class="nhsuk-breadcrumb__list-item">
            <a class="nhsuk-breadcrumb__link" href={step.href} {...step.attributes}>
              {step.text}
            </a>
          </li>
        ))}
      </ol>
      <BackLink
        href={last?.href}
        visuallyHiddenText="Back to"
        variant={variant}
        attributes={last?.attributes}
        {...back}
      >
        {text}
      </BackLink>
    </nav>
  )
}
