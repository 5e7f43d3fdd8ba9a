import { classNames } from './element.ts'
import { type FieldOptions, FormGroup, readHelp } from './form-group.tsx'
import { type PluralWords, scriptWords } from './script-words.ts'

export type FileUploadProps = FieldOptions & {
  multiple?: boolean | undefined
  chooseFilesButtonClassList?: readonly string[] | undefined
  chooseFilesButtonText?: string | undefined
  noFileChosenText?: string | undefined
  multipleFilesChosenText?: PluralWords | undefined
  dropInstructionText?: string | undefined
  enteredDropZoneText?: string | undefined
  leftDropZoneText?: string | undefined
}

export function FileUpload(props: FileUploadProps) {
  const { id = props.name, formGroup } = props
  const help = readHelp(id, props)
  return (
    <FormGroup
      id={id}
      label={props.label}
      help={help}
      formGroup={{
        classes: classNames(formGroup?.classes ?? '', 'nhsuk-file-upload'),
        attributes: { 'data-module': 'nhsuk-file-upload', ...scriptOptions(props), ...formGroup?.attributes },
      }}
    >
      {formGroup?.beforeInput}
      <input
        class={classNames('nhsuk-file-upload__input', props.classes)}
        id={id}
        name={props.name}
        type="file"
        disabled={props.disabled}
        multiple={props.multiple}
        aria-describedby={help.describedBy}
        {...props.attributes}
      />
      {formGroup?.afterInput}
    </FormGroup>
  )
}

function scriptOptions(props: FileUploadProps) {
  const { chooseFilesButtonClassList: buttonClasses } = props
  return {
    'data-choose-files-button-class-list': buttonClasses && JSON.stringify(buttonClasses),
    ...scriptWords({
      'choose-files-button': props.chooseFilesButtonText,
      'no-file-chosen': props.noFileChosenText,
      'multiple-files-chosen': props.multipleFilesChosenText,
      'drop-instruction': props.dropInstructionText,
      'entered-drop-zone': props.enteredDropZoneText,
      'left-drop-zone': props.leftDropZoneText,
    }),
  }
}
