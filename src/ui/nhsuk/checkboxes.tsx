import { Choice, type ChoiceOptions, choiceId, type Divider } from './choice.tsx'
import type { Content } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'
import type { FieldsetOptions } from './fieldset.tsx'
import { FieldsetGroup, type FormGroupOptions, type HelpOptions, readHelp } from './form-group.tsx'
import type { Items } from './items.ts'

export type CheckboxesProps = ElementOptions &
  HelpOptions & {
    /** May be left out where each item has its own. */
    name?: string | undefined
    /** The beginning of each item's id: the name, unless it is given. */
    idPrefix?: string | undefined
    fieldset?: FieldsetOptions | undefined
    items: Items<CheckboxesItem | CheckboxesDivider>
    /** The values that are chosen. */
    values?: readonly string[] | undefined
    disabled?: boolean | undefined
    small?: boolean | undefined
    inline?: boolean | undefined
    formGroup?: (FormGroupOptions & { beforeInputs?: Content; afterInputs?: Content }) | undefined
  }

export type CheckboxesItem = ChoiceOptions & {
  name?: string | undefined
  /** "All of them" (inclusive) and "none of them" (exclusive). */
  behaviour?: 'inclusive' | 'exclusive' | undefined
  behaviourGroup?: string | undefined
}

/** Inclusive: shown only where the "all of them" before it is. */
export type CheckboxesDivider = Divider & { behaviour?: 'inclusive' | undefined }

export function Checkboxes(props: CheckboxesProps) {
  const { idPrefix = props.name, fieldset, formGroup } = props
  const help = readHelp(idPrefix, { ...props, describedBy: fieldset?.describedBy ?? props.describedBy })
  const itemDescribedBy = fieldset ? undefined : help.describedBy
  return (
    <FieldsetGroup fieldset={fieldset} help={help} formGroup={formGroup}>
      <div
        class={classNames(
          'nhsuk-checkboxes',
          props.small && 'nhsuk-checkboxes--small',
          props.inline && 'nhsuk-checkboxes--inline',
          props.classes,
        )}
        id={props.id}
        data-module="nhsuk-checkboxes"
        {...props.attributes}
      >
        {formGroup?.beforeInputs}
        {props.items.map(
          (item, index) => item && checkbox(props, item, choiceId(item, idPrefix, index), itemDescribedBy),
        )}
        {formGroup?.afterInputs}
      </div>
    </FieldsetGroup>
  )
}

function checkbox(
  props: CheckboxesProps,
  item: CheckboxesItem | CheckboxesDivider,
  id: string,
  describedBy: string | undefined,
): Content {
  const needsScript = item.behaviour === 'inclusive' && 'nhsuk-u-frontend-not-supported-hidden'
  if ('divider' in item) {
    return <div class={classNames('nhsuk-checkboxes__divider', needsScript)}>{item.divider}</div>
  }
  return (
    <Choice
      block="nhsuk-checkboxes"
      type="checkbox"
      item={item}
      id={id}
      name={item.name ?? props.name}
      isChecked={item.checked ?? props.values?.includes(item.value) ?? false}
      isDisabled={item.disabled ?? props.disabled}
      describedBy={describedBy}
      itemClasses={needsScript}
      inputAttributes={{
        'data-behaviour': item.behaviour,
        'data-behaviour-group': item.behaviourGroup,
      }}
    />
  )
}
