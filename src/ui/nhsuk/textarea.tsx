import { classNames } from './element.ts'
import { type FieldOptions, FormGroup, readHelp } from './form-group.tsx'

export type TextareaProps = FieldOptions & {
  value?: string | undefined
  rows?: number | undefined
  autocomplete?: string | undefined
  spellcheck?: boolean | undefined
}

export function Textarea(props: TextareaProps) {
  const { id = props.name, formGroup } = props
  const help = readHelp(id, props)
  return (
    <FormGroup id={id} label={props.label} help={help} formGroup={formGroup}>
      {formGroup?.beforeInput}
      <textarea
        class={classNames('nhsuk-textarea', help.isWrong && 'nhsuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={help.describedBy}
        autocomplete={props.autocomplete}
        {...props.attributes}
      >
        {props.value}
      </textarea>
      {formGroup?.afterInput}
    </FormGroup>
  )
}
