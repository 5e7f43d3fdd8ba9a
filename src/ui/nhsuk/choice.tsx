import { type Content, type ContentOr, isNothing, partOf } from './content.ts'
import { type Attributes, classNames, type ElementOptions } from './element.ts'
import { Hint, type HintOptions } from './hint.tsx'
import { Label, type LabelOptions } from './label.tsx'

/** One radio or checkbox of a list. */
export type ChoiceOptions = ElementOptions & {
  text: Content
  value: string
  hint?: ContentOr<HintOptions>
  label?: Pick<LabelOptions, 'id' | 'classes' | 'attributes' | 'visuallyHiddenText'> | undefined
  checked?: boolean | undefined
  disabled?: boolean | undefined
  /** Shown only while it is chosen. */
  conditional?: Content
}

export type Divider = { divider: string }

type ChoiceProps = {
  block: 'nhsuk-radios' | 'nhsuk-checkboxes'
  type: 'radio' | 'checkbox'
  item: ChoiceOptions
  id: string
  name: string | undefined
  isChecked: boolean
  isDisabled: boolean | undefined
  /** What describes the whole list, where no fieldset says so. */
  describedBy?: string | undefined
  itemClasses?: string | false | undefined
  inputAttributes?: Attributes | undefined
}

export function Choice({ block, type, item, id, name, isChecked, describedBy, ...rest }: ChoiceProps) {
  const hint = partOf<HintOptions>(item.hint)
  const hintId = hint && (hint.id ?? `${id}-item-hint`)
  const hasConditional = !isNothing(item.conditional)
  return (
    <>
      <div class={classNames(`${block}__item`, rest.itemClasses)}>
        <input
          class={classNames(`${block}__input`, item.classes)}
          id={id}
          name={name}
          type={type}
          value={item.value}
          checked={isChecked}
          disabled={rest.isDisabled}
          data-aria-controls={hasConditional ? `conditional-${id}` : undefined}
          aria-describedby={classNames(describedBy ?? '', hintId) || undefined}
          {...rest.inputAttributes}
          {...item.attributes}
        />
        <Label {...item.label} for={id} classes={classNames(`${block}__label`, item.label?.classes)}>
          {item.text}
        </Label>
        {hint && (
          <Hint {...hint} id={hintId} classes={classNames(`${block}__hint`, hint.classes)}>
            {hint.text}
          </Hint>
        )}
      </div>
      {hasConditional && (
        <div
          class={classNames(`${block}__conditional`, !isChecked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}

/** The first has the list's own id, so that an error summary can link to it. */
export function choiceId(item: ChoiceOptions | Divider, prefix: string | undefined, index: number): string {
  return ('id' in item && item.id) || (index === 0 ? `${prefix}` : `${prefix}-${index + 1}`)
}
