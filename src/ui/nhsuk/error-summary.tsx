import { type Content, type ContentOr, isNothing, optionsOf } from './content.ts'
import { type Attributes, classNames, type ElementOptions } from './element.ts'
import { headingFrom, type HeadingOptions } from './heading.tsx'
import { type Items, itemsIn } from './items.ts'

export type ErrorSummaryProps = ElementOptions & {
  /** "There is a problem", unless it is given. */
  heading?: ContentOr<Pick<HeadingOptions, 'id' | 'text' | 'attributes'>>
  /** The description, before the errors. */
  children?: Content
  errorList?: Items<ErrorSummaryItem> | undefined
  disableAutoFocus?: boolean | undefined
}

export type ErrorSummaryItem = {
  text: Content
  /** To the field, where a field is wrong: `#amount`. */
  href?: string | undefined
  attributes?: Attributes | undefined
}

export function ErrorSummary(props: ErrorSummaryProps) {
  const { heading = 'There is a problem', children, disableAutoFocus, id, classes, attributes } = props
  const errors = itemsIn(props.errorList)
  return (
    <div
      class={classNames('nhsuk-error-summary', classes)}
      id={id}
      data-module="nhsuk-error-summary"
      data-disable-auto-focus={disableAutoFocus}
      {...attributes}
    >
      <div role="alert">
        {headingFrom(optionsOf<HeadingOptions>(heading), {
          className: 'nhsuk-error-summary__heading',
          level: 2,
        })}
        <div class="nhsuk-error-summary__body">
          {!isNothing(children) && <p>{children}</p>}
          {errors.length > 0 && (
            <ul class="nhsuk-list nhsuk-error-summary__list">
              {errors.map((error) => (
                <li>
                  {error.href ? (
                    <a href={error.href} {...error.attributes}>
                      {error.text}
                    </a>
                  ) : (
                    error.text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
