import { type Content, type ContentOr, isNothing, partOf } from './content.ts'
import { type Attributes, classNames } from './element.ts'
import { type FieldOptions, FormGroup, readHelp } from './form-group.tsx'

export type InputProps = FieldOptions & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'number' | 'date' | 'time' | undefined
  value?: string | number | undefined
  inputmode?: 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url' | undefined
  prefix?: ContentOr<AffixOptions>
  suffix?: ContentOr<AffixOptions>
  /** In characters. */
  width?: InputWidth | undefined
  large?: boolean | undefined
  /** In a typeface where each character can be told apart. */
  code?: boolean | undefined
  autocomplete?: string | undefined
  autocapitalize?: 'off' | 'none' | 'on' | 'sentences' | 'words' | 'characters' | undefined
  pattern?: string | undefined
  placeholder?: string | undefined
  spellcheck?: boolean | undefined
  inputWrapper?: InputWrapperOptions | undefined
}

export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30
export type InputWrapperOptions = { classes?: string | undefined; attributes?: Attributes | undefined }
export type AffixOptions = {
  text?: Content
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function Input(props: InputProps) {
  const { id = props.name, formGroup, inputWrapper } = props
  const help = readHelp(id, props)
  const control = <InputControl {...props} id={id} isWrong={help.isWrong} describedBy={help.describedBy} />
  const prefix = partOf<AffixOptions>(props.prefix)
  const suffix = partOf<AffixOptions>(props.suffix)
  const hasWrapper =
    prefix ||
    suffix ||
    inputWrapper ||
    !isNothing(formGroup?.beforeInput) ||
    !isNothing(formGroup?.afterInput)
  return (
    <FormGroup id={id} label={props.label} help={help} formGroup={formGroup}>
      {hasWrapper ? (
        <div
          class={classNames(
            'nhsuk-input-wrapper',
            props.large && 'nhsuk-input-wrapper--large',
            inputWrapper?.classes,
          )}
          {...inputWrapper?.attributes}
        >
          {formGroup?.beforeInput}
          {prefix && <Affix side="prefix" {...prefix} />}
          {control}
          {suffix && <Affix side="suffix" {...suffix} />}
          {formGroup?.afterInput}
        </div>
      ) : (
        control
      )}
    </FormGroup>
  )
}

function InputControl(props: InputProps & { isWrong: boolean }) {
  const { large, code, isWrong, width, classes } = props
  // Apart from the others because JSX has a type of its own for each type of input.
  const type: Attributes = { type: props.type ?? 'text' }
  return (
    <input
      class={classNames(
        'nhsuk-input',
        large && 'nhsuk-input--large',
        code && 'nhsuk-input--code',
        isWrong && 'nhsuk-input--error',
        width && !classes?.includes('nhsuk-input--width-') && `nhsuk-input--width-${width}`,
        classes,
      )}
      id={props.id}
      name={props.name}
      {...type}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={props.describedBy}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      placeholder={props.placeholder}
      inputmode={props.inputmode}
      {...props.attributes}
    />
  )
}

function Affix({ side, text, classes, attributes }: AffixOptions & { side: 'prefix' | 'suffix' }) {
  return (
    <div class={classNames(`nhsuk-input-wrapper__${side}`, classes)} aria-hidden="true" {...attributes}>
      {text}
    </div>
  )
}
