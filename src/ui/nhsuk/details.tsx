import { type Content, type ContentOr, optionsOf } from './content.ts'
import { type Attributes, classNames, type ElementOptions } from './element.ts'

export type DetailsProps = ElementOptions & {
  summary: ContentOr<DetailsSummary>
  children?: Content
  open?: boolean | undefined
  variant?: 'reverse' | undefined
}

export type DetailsSummary = {
  text?: Content
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function Details({ summary, children, open, variant, id, classes, attributes }: DetailsProps) {
  const summaryPart = optionsOf<DetailsSummary>(summary)
  return (
    <details
      class={classNames('nhsuk-details', variant && `nhsuk-details--${variant}`, classes)}
      id={id}
      open={open}
      {...attributes}
    >
      <summary
        class={classNames('nhsuk-details__summary', summaryPart?.classes)}
        {...summaryPart?.attributes}
      >
        <span class="nhsuk-details__summary-text">{summaryPart?.text}</span>
      </summary>
      <div class="nhsuk-details__text">{children}</div>
    </details>
  )
}
