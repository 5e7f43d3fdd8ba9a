import type { Content, PropsOf } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'

export type HintOptions = ElementOptions & { text?: Content }

export function Hint({ id, children, classes, attributes }: PropsOf<HintOptions>) {
  return (
    <div class={classNames('nhsuk-hint', classes)} id={id} {...attributes}>
      {children}
    </div>
  )
}
