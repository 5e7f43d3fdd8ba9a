import { type Content, type ContentOr, optionsOf } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'
import type { FieldsetOptions } from './fieldset.tsx'
import { FieldsetGroup, type FormGroupOptions, type HelpOptions, readHelp } from './form-group.tsx'
import { Input, type InputProps } from './input.tsx'
import { type Items, itemsIn } from './items.ts'
import type { LabelOptions } from './label.tsx'

export type DateInputProps = Omit<ElementOptions, 'id'> &
  Omit<HelpOptions, 'describedBy'> & {
    id: string
    /** `bornOn` makes the names `bornOn[day]` and so on. */
    namePrefix?: string | undefined
    fieldset?: FieldsetOptions | undefined
    /** `false` leaves the part out. */
    day?: Partial<DateInputItem> | false | undefined
    month?: Partial<DateInputItem> | false | undefined
    year?: Partial<DateInputItem> | false | undefined
    /** Instead of day, month and year. */
    items?: Items<DateInputItem> | undefined
    /** By the names of the parts. */
    values?: Readonly<Record<string, string | undefined>> | undefined
    disabled?: boolean | undefined
    formGroup?: (FormGroupOptions & { beforeInputs?: Content; afterInputs?: Content }) | undefined
  }

export type DateInputItem = Omit<InputProps, 'label' | 'hint' | 'errorMessage' | 'formGroup'> & {
  /** Its name with a capital, unless it is given. */
  label?: ContentOr<Omit<LabelOptions, 'heading' | 'caption' | 'size'>>
  /** Which parts are wrong; all of them, if the date is and no part says so. */
  error?: boolean | undefined
}

export function DateInput(props: DateInputProps) {
  const { id, fieldset, formGroup } = props
  const items = dateItems(props)
  const help = readHelp(id, { ...props, describedBy: fieldset?.describedBy })
  const isOneWrong = items.some((item) => item.error)
  return (
    <FieldsetGroup
      // JAWS reads a fieldset's description only if it has a role; inputs of text need it, radios do not.
      fieldset={fieldset && { role: 'group', ...fieldset }}
      help={{ ...help, isWrong: help.isWrong || isOneWrong }}
      formGroup={formGroup}
    >
      <div class={classNames('nhsuk-date-input', props.classes)} id={id} {...props.attributes}>
        {formGroup?.beforeInputs}
        {items.map((item) => dateItem(props, item, item.error ?? (help.isWrong && !isOneWrong)))}
        {formGroup?.afterInputs}
      </div>
    </FieldsetGroup>
  )
}

function dateItems({ items, day, month, year }: DateInputProps): readonly DateInputItem[] {
  if (items && items.length > 0) return itemsIn(items)
  return itemsIn([
    day !== false && { name: 'day', ...day },
    month !== false && { name: 'month', ...month },
    year !== false && { name: 'year', width: 4, ...year },
  ])
}

function dateItem(props: DateInputProps, item: DateInputItem, isWrong: boolean): Content {
  const { name } = item
  const label = optionsOf<LabelOptions>(item.label)
  return (
    <div class="nhsuk-date-input__item">
      <Input
        inputmode="numeric"
        {...item}
        width={item.width ?? (name === 'year' ? 4 : 2)}
        label={{
          ...label,
          text: label?.text ?? name.charAt(0).toUpperCase() + name.slice(1),
          classes: classNames('nhsuk-date-input__label', label?.classes),
        }}
        errorMessage={isWrong || undefined}
        id={item.id ?? `${props.id}-${name}`}
        name={props.namePrefix ? `${props.namePrefix}[${name}]` : name}
        value={item.value ?? props.values?.[name]}
        disabled={item.disabled ?? props.disabled}
        classes={classNames('nhsuk-date-input__input', item.classes)}
      />
    </div>
  )
}
