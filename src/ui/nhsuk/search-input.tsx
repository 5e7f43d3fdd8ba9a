import { Button, type ButtonOptions } from './button.tsx'
import { classNames } from './element.ts'
import { Input, type InputProps } from './input.tsx'

export type SearchInputProps = InputProps & {
  /** `false` for none: then the form needs another. */
  button?: ButtonOptions | false | undefined
}

export function SearchInput({ button, ...props }: SearchInputProps) {
  const { formGroup, inputWrapper } = props
  return (
    <Input
      type="search"
      autocomplete="off"
      {...props}
      classes={classNames('nhsuk-search-input__input', props.classes)}
      inputWrapper={{
        ...inputWrapper,
        classes: classNames('nhsuk-search-input__wrapper', inputWrapper?.classes),
      }}
      formGroup={{
        ...formGroup,
        classes: classNames(
          'nhsuk-search-input',
          props.large && 'nhsuk-search-input--large',
          formGroup?.classes,
        ),
        afterInput: [button !== false && searchButton(props, button), formGroup?.afterInput],
      }}
    />
  )
}

function searchButton(props: InputProps, { text, ...button }: ButtonOptions = {}) {
  return (
    <Button
      ariaLabel="Search"
      icon="search"
      small={!props.large}
      disabled={props.disabled}
      {...button}
      classes={classNames('nhsuk-search-input__button', button.classes)}
    >
      {text}
    </Button>
  )
}
