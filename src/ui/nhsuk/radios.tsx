import { Choice, type ChoiceOptions, choiceId, type Divider } from './choice.tsx'
import type { Content } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'
import type { FieldsetOptions } from './fieldset.tsx'
import { FieldsetGroup, type FormGroupOptions, type HelpOptions, readHelp } from './form-group.tsx'
import type { Items } from './items.ts'

export type RadiosProps = ElementOptions &
  Omit<HelpOptions, 'describedBy'> & {
    name: string
    /** The beginning of each item's id: the name, unless it is given. */
    idPrefix?: string | undefined
    fieldset?: FieldsetOptions | undefined
    items: Items<ChoiceOptions | Divider>
    /** The value that is chosen. */
    value?: string | undefined
    disabled?: boolean | undefined
    small?: boolean | undefined
    inline?: boolean | undefined
    formGroup?: (FormGroupOptions & { beforeInputs?: Content; afterInputs?: Content }) | undefined
  }

export function Radios(props: RadiosProps) {
  const { idPrefix = props.name, fieldset, formGroup } = props
  const help = readHelp(idPrefix, { ...props, describedBy: fieldset?.describedBy })
  return (
    <FieldsetGroup fieldset={fieldset} help={help} formGroup={formGroup}>
      <div
        class={classNames(
          'nhsuk-radios',
          props.small && 'nhsuk-radios--small',
          props.inline && 'nhsuk-radios--inline',
          props.classes,
        )}
        id={props.id}
        data-module="nhsuk-radios"
        {...props.attributes}
      >
        {formGroup?.beforeInputs}
        {props.items.map((item, index) => item && radio(props, item, choiceId(item, idPrefix, index)))}
        {formGroup?.afterInputs}
      </div>
    </FieldsetGroup>
  )
}

function radio(props: RadiosProps, item: ChoiceOptions | Divider, id: string): Content {
  if ('divider' in item) return <div class="nhsuk-radios__divider">{item.divider}</div>
  const isChosen = props.value !== undefined && props.value !== '' && item.value === props.value
  return (
    <Choice
      block="nhsuk-radios"
      type="radio"
      item={item}
      id={id}
      name={props.name}
      isChecked={item.checked ?? isChosen}
      isDisabled={item.disabled ?? props.disabled}
    />
  )
}
