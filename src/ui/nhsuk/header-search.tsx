import { Button } from './button.tsx'
import { type Attributes, classNames } from './element.ts'
import { Input } from './input.tsx'

/** Where it searches and what it says are ours to state: the macro's are those of the NHS website. */
export type HeaderSearchOptions = {
  action: string
  method?: 'get' | 'post' | undefined
  name?: string | undefined
  label: { visuallyHiddenText: string }
  input?: { placeholder?: string | undefined } | undefined
  button?: { ariaLabel?: string | undefined } | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function HeaderSearch({
  action,
  method = 'get',
  label,
  input,
  button,
  ...search
}: HeaderSearchOptions) {
  return (
    <search class={classNames('nhsuk-header__search', search.classes)} {...search.attributes}>
      <form class="nhsuk-header__search-form" id="search" action={action} method={method} noValidate>
        <Input
          label={{ text: label.visuallyHiddenText, classes: 'nhsuk-u-visually-hidden' }}
          id="search-field"
          name={search.name ?? 'q'}
          type="search"
          autocomplete="off"
          placeholder={input?.placeholder ?? 'Search'}
          formGroup={{
            afterInput: <Button icon="search" small ariaLabel={button?.ariaLabel ?? 'Search'} />,
          }}
        />
      </form>
    </search>
  )
}
