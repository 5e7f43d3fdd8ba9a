import { classNames } from './element.ts'
import { Hint } from './hint.tsx'
import { type PluralWords, scriptWords } from './script-words.ts'
import { Textarea, type TextareaProps } from './textarea.tsx'

export type CharacterCountProps = Omit<TextareaProps, 'describedBy'> & {
  /** In characters, unless `countType` says words. Left out, it is for the page's script to set. */
  maxlength?: number | undefined
  /** Length counts as `String.length` does: some characters count twice. */
  countType?: 'characters' | 'words' | 'length' | undefined
  /** The percentage of the most that must be reached before the count is shown. */
  threshold?: number | undefined
  countMessage?: { classes?: string | undefined } | undefined
  /** With `%{count}` for the number, as in each of these. */
  textareaDescriptionText?: string | undefined
  charactersUnderLimitText?: PluralWords | undefined
  charactersAtLimitText?: string | undefined
  charactersOverLimitText?: PluralWords | undefined
  wordsUnderLimitText?: PluralWords | undefined
  wordsAtLimitText?: string | undefined
  wordsOverLimitText?: PluralWords | undefined
}

export function CharacterCount(props: CharacterCountProps) {
  const { id = props.name, maxlength, formGroup } = props
  const description =
    props.textareaDescriptionText ??
    `You can enter up to %{count} ${props.countType === 'words' ? 'words' : 'characters'}`
  const message = (
    <Hint
      id={`${id}-info`}
      classes={classNames('nhsuk-character-count__message', props.countMessage?.classes)}
      attributes={{ hidden: maxlength === undefined }}
    >
      {maxlength !== undefined && description.replace('%{count}', String(maxlength))}
    </Hint>
  )
  return (
    <Textarea
      {...props}
      id={id}
      describedBy={`${id}-info`}
      classes={classNames('nhsuk-js-character-count', props.classes)}
      formGroup={{
        classes: classNames(formGroup?.classes ?? '', 'nhsuk-character-count'),
        attributes: { ...scriptOptions(props), ...formGroup?.attributes },
        beforeInput: formGroup?.beforeInput,
        afterInput: [message, formGroup?.afterInput],
      }}
    />
  )
}

function scriptOptions(props: CharacterCountProps) {
  const { maxlength, countType, textareaDescriptionText: description } = props
  return {
    'data-module': 'nhsuk-character-count',
    'data-maxlength': maxlength,
    'data-threshold': props.threshold,
    'data-count-type': countType,
    ...scriptWords({
      'textarea-description': maxlength === undefined && description ? { other: description } : undefined,
      'characters-under-limit': props.charactersUnderLimitText,
      'characters-at-limit': props.charactersAtLimitText,
      'characters-over-limit': props.charactersOverLimitText,
      'words-under-limit': props.wordsUnderLimitText,
      'words-at-limit': props.wordsAtLimitText,
      'words-over-limit': props.wordsOverLimitText,
    }),
  }
}
