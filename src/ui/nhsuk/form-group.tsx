import { type Content, type ContentOr, optionsOf, partOf } from './content.ts'
import { type Attributes, classNames } from './element.ts'
import { ErrorMessage, type ErrorMessageOptions } from './error-message.tsx'
import { Fieldset, type FieldsetOptions } from './fieldset.tsx'
import { Hint, type HintOptions } from './hint.tsx'
import { Label, type LabelOptions } from './label.tsx'

export type FormGroupOptions = { classes?: string | undefined; attributes?: Attributes | undefined }

/** What stands beside a field's question: how to answer, and what is wrong with the answer. */
export type HelpOptions = {
  hint?: ContentOr<HintOptions>
  /** `true` marks the field without words of its own, when another message speaks for it. */
  errorMessage?: ContentOr<ErrorMessageOptions> | true
  describedBy?: string | undefined
}

/** The options of every field that has one label and one control. */
export type FieldOptions = HelpOptions & {
  name: string
  /** The name, unless it is given. */
  id?: string | undefined
  label: ContentOr<LabelOptions>
  disabled?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
  formGroup?: (FormGroupOptions & { beforeInput?: Content; afterInput?: Content }) | undefined
}

export type Help = ReturnType<typeof readHelp>

/** The hint and the error with their ids, and what the control says describes it. */
export function readHelp(id: string | undefined, { hint, errorMessage, describedBy }: HelpOptions) {
  const hintPart = partOf<HintOptions>(hint)
  const errorPart = errorMessage === true ? undefined : partOf<ErrorMessageOptions>(errorMessage)
  const shownHint = hintPart && { ...hintPart, id: hintPart.id ?? `${id}-hint` }
  const shownError = errorPart && { ...errorPart, id: errorPart.id ?? `${id}-error` }
  return {
    hint: shownHint,
    error: shownError,
    isWrong: errorMessage === true || shownError !== undefined,
    describedBy: classNames(describedBy ?? '', shownHint?.id, shownError?.id) || undefined,
  }
}

/** A control with its label, hint and error around it. */
export function FormGroup({
  id,
  label,
  help,
  formGroup,
  children,
}: {
  id: string
  label: ContentOr<LabelOptions>
  help: Help
  formGroup: FormGroupOptions | undefined
  children: Content
}) {
  const { text, ...labelOptions } = optionsOf<LabelOptions>(label) ?? {}
  return (
    <div class={groupClasses(help.isWrong, formGroup)} {...formGroup?.attributes}>
      <Label {...labelOptions} for={labelOptions.for ?? id}>
        {text}
      </Label>
      {shownHelp(help)}
      {children}
    </div>
  )
}

/** Several controls with a hint and error, in a fieldset if there is one. */
export function FieldsetGroup({
  fieldset,
  help,
  formGroup,
  children,
}: {
  fieldset: FieldsetOptions | null | undefined
  help: Help
  formGroup: FormGroupOptions | undefined
  children: Content
}) {
  return (
    <div class={groupClasses(help.isWrong, formGroup)} {...formGroup?.attributes}>
      {fieldset ? (
        <Fieldset {...fieldset} describedBy={help.describedBy}>
          {shownHelp(help)}
          {children}
        </Fieldset>
      ) : (
        <>
          {shownHelp(help)}
          {children}
        </>
      )}
    </div>
  )
}

function shownHelp({ hint, error }: Help): Content {
  return [
    hint && <Hint {...hint}>{hint.text}</Hint>,
    error && <ErrorMessage {...error}>{error.text}</ErrorMessage>,
  ]
}

function groupClasses(isWrong: boolean, formGroup: FormGroupOptions | undefined): string {
  return classNames('nhsuk-form-group', isWrong && 'nhsuk-form-group--error', formGroup?.classes)
}
