import { type Content, type ContentOr, optionsOf } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'
import { Legend, type LegendOptions } from './legend.tsx'

export type FieldsetOptions = ElementOptions & {
  legend?: ContentOr<LegendOptions>
  describedBy?: string | undefined
  role?: 'group' | 'radiogroup' | undefined
}

export function Fieldset({
  legend,
  id,
  describedBy,
  role,
  classes,
  attributes,
  children,
}: FieldsetOptions & { children?: Content }) {
  const { text, ...legendOptions } = optionsOf<LegendOptions>(legend) ?? {}
  return (
    <fieldset
      class={classNames('nhsuk-fieldset', classes)}
      id={id}
      role={role}
      aria-describedby={describedBy || undefined}
      {...attributes}
    >
      <Legend {...legendOptions}>{text}</Legend>
      {children}
    </fieldset>
  )
}
