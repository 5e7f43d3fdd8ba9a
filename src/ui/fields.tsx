import type { ComponentChildren } from 'preact'
import { newId } from '../platform/id.ts'
import type { FormState } from './form.ts'
import { Checkboxes, DateInput, ErrorSummary, Input, Radios, Select, Textarea } from './nhsuk/index.ts'
import type {
  CheckboxesItem,
  Content,
  ContentOr,
  HintOptions,
  InputProps,
  RadiosProps,
} from './nhsuk/index.ts'
import type { Visit } from './visit.ts'

/**
 * Fields that know their form: what was typed stays in them, and what is wrong stands at them. A page gives the form
 * and the field's name; everything else is as nhsuk-frontend has it.
 */

type FieldProps = { form: FormState; name: string; label: Content; hint?: ContentOr<HintOptions> }

/** A form that is sent once, whoever clicks how often, and only from a page of ours. */
export function Form(props: {
  visit: Pick<Visit, 'csrfToken'>
  action?: string
  withFile?: boolean
  children: ComponentChildren
}) {
  const { visit, action, withFile, children } = props
  return (
    <form method="post" action={action} novalidate enctype={withFile ? 'multipart/form-data' : undefined}>
      <input type="hidden" name="csrf" value={visit.csrfToken} />
      <input type="hidden" name="key" value={newId()} />
      {children}
    </form>
  )
}

/** What is wrong, at the top of the page, each with a link to where. Nothing where nothing is wrong. */
export function Problems({ form }: { form: FormState }) {
  const problems = Object.entries(form.problems)
  if (problems.length === 0) return null
  return (
    <ErrorSummary errorList={problems.map(([name, words]) => ({ text: words, href: whereIs(name, form) }))} />
  )
}

/** Of a day's three boxes the first; a problem with the form as a whole is nowhere in particular. */
function whereIs(name: string, form: FormState): string | undefined {
  if (name === '') return undefined
  return `${name}-day` in form.typed ? `#${name}-day` : `#${name}`
}

type TextProps = FieldProps &
  Pick<InputProps, 'width' | 'prefix' | 'suffix' | 'inputmode' | 'autocomplete' | 'type' | 'spellcheck'>

export function TextField({ form, name, label, hint, ...rest }: TextProps) {
  return (
    <Input
      id={name}
      name={name}
      label={label}
      hint={hint}
      value={typedIn(form, name)}
      errorMessage={form.problems[name]}
      {...rest}
    />
  )
}

export function PoundsField(props: FieldProps) {
  return <TextField {...props} prefix="£" width={10} inputmode="decimal" spellcheck={false} />
}

export function WordsField({ form, name, label, hint, rows = 4 }: FieldProps & { rows?: number }) {
  return (
    <Textarea
      id={name}
      name={name}
      label={label}
      hint={hint}
      rows={rows}
      value={typedIn(form, name)}
      errorMessage={form.problems[name]}
    />
  )
}

/** Three boxes. The link from the summary goes to the first. */
export function DayField({ form, name, label, hint = 'For example, 3 6 2026' }: FieldProps) {
  const part = (which: string, words: string, width: 2 | 4) => ({
    id: `${name}-${which}`,
    name: `${name}-${which}`,
    label: words,
    width,
    value: typedIn(form, `${name}-${which}`),
  })
  return (
    <DateInput
      id={name}
      fieldset={{ legend: { text: label, size: 's' } }}
      hint={hint}
      items={[part('day', 'Day', 2), part('month', 'Month', 2), part('year', 'Year', 4)]}
      errorMessage={form.problems[name]}
    />
  )
}

type ChoiceProps = FieldProps & { items: RadiosProps['items']; heading?: boolean; inline?: boolean }

export function ChoiceField({ form, name, label, hint, items, heading, inline }: ChoiceProps) {
  return (
    <Radios
      idPrefix={name}
      name={name}
      fieldset={{ legend: heading ? { text: label, size: 'l', heading: true } : { text: label, size: 's' } }}
      hint={hint}
      items={items}
      value={typedIn(form, name)}
      errorMessage={form.problems[name]}
      inline={inline}
    />
  )
}

export function TickField({ form, name, label, hint }: FieldProps) {
  const item: CheckboxesItem = { value: 'yes', text: label, hint }
  return (
    <Checkboxes
      idPrefix={name}
      name={name}
      items={[item]}
      values={typedIn(form, name) === '' ? [] : ['yes']}
      errorMessage={form.problems[name]}
    />
  )
}

type TicksProps = FieldProps & { items: readonly CheckboxesItem[] }

/** Several of a few, all under one name. */
export function TicksField({ form, name, label, hint, items }: TicksProps) {
  return (
    <Checkboxes
      idPrefix={name}
      name={name}
      fieldset={{ legend: { text: label, size: 's' } }}
      hint={hint}
      items={items}
      values={allTypedIn(form, name)}
      errorMessage={form.problems[name]}
    />
  )
}

type SelectProps = FieldProps & { items: readonly { value: string; text: string }[] }

export function SelectField({ form, name, label, hint, items }: SelectProps) {
  return (
    <Select
      id={name}
      name={name}
      label={label}
      hint={hint}
      items={items}
      value={typedIn(form, name)}
      errorMessage={form.problems[name]}
    />
  )
}

const allTypedIn = (form: FormState, name: string): readonly string[] => {
  const value = form.typed[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}

/** The typed value of a field as it stands in the form. */
export function typedIn(form: FormState, name: string): string {
  const value = form.typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
