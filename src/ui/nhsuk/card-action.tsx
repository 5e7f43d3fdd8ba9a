import type { Content } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'
import { type Items, itemsIn } from './items.ts'
import { LinkOrButton, type TargetOptions } from './link-or-button.tsx'

export type CardAction = ElementOptions &
  TargetOptions & {
    text: Content
    /** What it does it to, for those who hear the link alone: "Change" + "name". */
    visuallyHiddenText?: string | undefined
    name?: string | undefined
    value?: string | undefined
  }

/** The actions alone, or with the classes of the list around them. */
export type CardActions<Options = { classes?: string | undefined }> =
  Items<CardAction> | ({ items: Items<CardAction> } & Options)

export function actionsIn(actions: CardActions | undefined): readonly CardAction[] {
  return itemsIn(isList(actions) ? actions : actions?.items)
}

/** What the actions' list was told of itself. */
export function actionsOptions<Options>(actions: CardActions<Options> | undefined): Options | undefined {
  return isList(actions) ? undefined : actions
}

export function CardActionLink({ action, heading }: { action: CardAction; heading: Content }) {
  const { text, visuallyHiddenText, classes, ...target } = action
  return (
    <LinkOrButton {...target} classes={classNames('nhsuk-link', classes)}>
      {text}
      {(visuallyHiddenText || heading) && (
        <span class="nhsuk-u-visually-hidden">
          {visuallyHiddenText && ` ${visuallyHiddenText}`}
          {heading && [' (', heading, ')']}
        </span>
      )}
    </LinkOrButton>
  )
}

function isList(actions: object | undefined): actions is Items<CardAction> {
  return Array.isArray(actions)
}
