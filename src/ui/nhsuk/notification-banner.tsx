import { type Content, type ContentOr, isWords, partOf } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'
import { headingFrom, type HeadingOptions } from './heading.tsx'

export type NotificationBannerProps = ElementOptions & {
  /** "Important" or "Success", unless it is given. */
  title?: ContentOr<HeadingOptions>
  heading?: ContentOr<HeadingOptions & { element?: string | undefined }>
  children?: Content
  variant?: 'success' | undefined
  role?: 'alert' | 'region' | undefined
  disableAutoFocus?: boolean | undefined
}

export function NotificationBanner(props: NotificationBannerProps) {
  const { variant, children, classes } = props
  const title: HeadingOptions = partOf<HeadingOptions>(props.title) ?? {
    text: variant === 'success' ? 'Success' : 'Important',
  }
  const heading = partOf<HeadingOptions>(props.heading)
  const titleId = title.id ?? 'nhsuk-notification-banner-title'
  return (
    <div
      class={classNames(
        'nhsuk-notification-banner',
        classes,
        variant && `nhsuk-notification-banner--${variant}`,
      )}
      id={props.id}
      data-module="nhsuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      role={props.role ?? (variant === 'success' ? 'alert' : 'region')}
      aria-labelledby={titleId}
      {...props.attributes}
    >
      <div class="nhsuk-notification-banner__header">
        {headingFrom(title, {
          id: titleId,
          className: 'nhsuk-notification-banner__title',
          level: title.level ?? 2,
        })}
      </div>
      <div class="nhsuk-notification-banner__content">
        {headingFrom(heading, {
          className: 'nhsuk-notification-banner__heading',
          level: heading?.level ?? 3,
        })}
        {isWords(children) ? (
          <p class={heading ? 'nhsuk-body' : 'nhsuk-notification-banner__heading'}>{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  )
}
