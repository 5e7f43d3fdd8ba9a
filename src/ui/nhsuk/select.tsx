import { isNothing } from './content.ts'
import { type Attributes, classNames } from './element.ts'
import { type FieldOptions, FormGroup, readHelp } from './form-group.tsx'
import type { InputWrapperOptions } from './input.tsx'
import { type Items, itemsIn } from './items.ts'

export type SelectProps = FieldOptions & {
  items: Items<SelectItem | { divider: true }>
  /** The value that is chosen. */
  value?: string | undefined
  inputWrapper?: InputWrapperOptions | undefined
}

export type SelectItem = {
  text: string
  /** The text, unless it is given. */
  value?: string | undefined
  selected?: boolean | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

export function Select(props: SelectProps) {
  const { id = props.name, formGroup, inputWrapper } = props
  const help = readHelp(id, props)
  const control = (
    <select
      class={classNames('nhsuk-select', help.isWrong && 'nhsuk-select--error', props.classes)}
      id={id}
      name={props.name}
      disabled={props.disabled}
      aria-describedby={help.describedBy}
      {...props.attributes}
    >
      {itemsIn(props.items).map((item) => ('divider' in item ? <hr /> : option(item, props.value)))}
    </select>
  )
  const hasWrapper = inputWrapper || !isNothing(formGroup?.beforeInput) || !isNothing(formGroup?.afterInput)
  return (
    <FormGroup id={id} label={props.label} help={help} formGroup={formGroup}>
      {hasWrapper ? (
        <div class={classNames('nhsuk-input-wrapper', inputWrapper?.classes)} {...inputWrapper?.attributes}>
          {formGroup?.beforeInput}
          {control}
          {formGroup?.afterInput}
        </div>
      ) : (
        control
      )}
    </FormGroup>
  )
}

function option(item: SelectItem, chosen: string | undefined) {
  const isChosen = chosen !== undefined && chosen !== '' && (item.value ?? item.text) === chosen
  return (
    <option
      value={item.value}
      selected={item.selected ?? isChosen}
      disabled={item.disabled}
      {...item.attributes}
    >
      {item.text}
    </option>
  )
}
