import { Button, type ButtonOptions } from './button.tsx'
import { classNames } from './element.ts'
import { Input, type InputProps } from './input.tsx'
import { scriptWords } from './script-words.ts'

export type PasswordInputProps = Omit<
  InputProps,
  'type' | 'inputmode' | 'pattern' | 'placeholder' | 'spellcheck' | 'autocapitalize'
> & {
  /** The button that shows what is typed. */
  button?: Omit<ButtonOptions, 'text' | 'attributes'> | undefined
  showPasswordText?: string | undefined
  hidePasswordText?: string | undefined
  showPasswordAriaLabel?: string | undefined
  hidePasswordAriaLabel?: string | undefined
  passwordShownAnnouncementText?: string | undefined
  passwordHiddenAnnouncementText?: string | undefined
}

export function PasswordInput({ button, ...props }: PasswordInputProps) {
  const { id = props.name, formGroup } = props
  const showButton = (
    <Button
      small={!props.large}
      disabled={props.disabled}
      variant="secondary"
      ariaLabel={props.showPasswordAriaLabel ?? 'Show password'}
      {...button}
      type={button?.type ?? 'button'}
      classes={classNames('nhsuk-password-input__toggle nhsuk-js-password-input-toggle', button?.classes)}
      attributes={{ 'aria-controls': id, hidden: true }}
    >
      {props.showPasswordText ?? 'Show'}
    </Button>
  )
  return (
    <Input
      {...props}
      id={id}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? 'current-password'}
      classes={classNames('nhsuk-password-input__input nhsuk-js-password-input-input', props.classes)}
      formGroup={{
        classes: classNames(formGroup?.classes ?? '', 'nhsuk-password-input'),
        attributes: { 'data-module': 'nhsuk-password-input', ...words(props), ...formGroup?.attributes },
        beforeInput: formGroup?.beforeInput,
        afterInput: [showButton, formGroup?.afterInput],
      }}
    />
  )
}

function words(props: PasswordInputProps) {
  return scriptWords({
    'show-password': props.showPasswordText,
    'hide-password': props.hidePasswordText,
    'show-password-aria-label': props.showPasswordAriaLabel,
    'hide-password-aria-label': props.hidePasswordAriaLabel,
    'password-shown-announcement': props.passwordShownAnnouncementText,
    'password-hidden-announcement': props.passwordHiddenAnnouncementText,
  })
}
