import { type Content, type ContentOr, optionsOf, partOf } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'
import { headingFrom, type HeadingOptions } from './heading.tsx'
import type { Items } from './items.ts'
import { Tag, type TagOptions } from './tag.tsx'

export type TaskListProps = ElementOptions & {
  items: Items<TaskListItem>
  /** The beginning of the ids of hints and statuses; two lists on a page need one each. */
  idPrefix?: string | undefined
}

export type TaskListItem = {
  heading: ContentOr<Omit<HeadingOptions, 'href' | 'caption' | 'size' | 'level'>>
  /** Left out where it cannot be started yet. */
  href?: string | undefined
  hint?: ContentOr<{ text?: Content }>
  status: ContentOr<TaskListStatus>
  classes?: string | undefined
}

export type TaskListStatus = {
  tag?: TagOptions | undefined
  text?: Content
  classes?: string | undefined
}

export function TaskList({ items, idPrefix = 'task-list', id, classes, attributes }: TaskListProps) {
  return (
    <ul class={classNames('nhsuk-task-list', classes)} id={id} {...attributes}>
      {items.map((item, index) => item && taskListItem(item, `${idPrefix}-${index + 1}`))}
    </ul>
  )
}

function taskListItem({ heading, href, hint, status, classes }: TaskListItem, id: string): Content {
  const options = optionsOf<HeadingOptions>(heading)
  const hintText = partOf<{ text?: Content }>(hint)?.text
  const statusPart = optionsOf<TaskListStatus>(status)
  const described = href && classNames(hintText ? `${id}-hint` : '', `${id}-status`)
  return (
    <li class={classNames('nhsuk-task-list__item', href && 'nhsuk-task-list__item--with-link', classes)}>
      <div class="nhsuk-task-list__name-and-hint">
        {headingFrom(options, {
          className: href ? 'nhsuk-task-list__link' : '',
          classes: classNames(href ? 'nhsuk-link' : '', options?.classes),
          element: href ? 'a' : 'div',
          attributes: { href, 'aria-describedby': described, ...options?.attributes },
        })}
        {hintText && (
          <div class="nhsuk-task-list__hint" id={`${id}-hint`}>
            {hintText}
          </div>
        )}
      </div>
      <div class={classNames('nhsuk-task-list__status', statusPart?.classes)} id={`${id}-status`}>
        {statusPart?.tag ? <Tag {...statusPart.tag}>{statusPart.tag.text}</Tag> : statusPart?.text}
      </div>
    </li>
  )
}
