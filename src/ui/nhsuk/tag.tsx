import type { Content } from './content.ts'
import { classNames, type ElementOptions } from './element.ts'

export type TagOptions = ElementOptions & {
  text?: Content
  /** `false` for words with no tag about them. */
  colour?: TagColour | false | undefined
  border?: boolean | undefined
}

const tagColours = [
  'white',
  'grey',
  'green',
  'aqua-green',
  'blue',
  'purple',
  'pink',
  'red',
  'orange',
  'yellow',
] as const

export type TagColour =
  'white' | 'grey' | 'green' | 'aqua-green' | 'blue' | 'purple' | 'pink' | 'red' | 'orange' | 'yellow'

export type TagProps = Omit<TagOptions, 'text'> & { children?: Content }

export function Tag({ children, colour, border, id, classes, attributes }: TagProps) {
  return (
    <strong
      class={classNames(
        'nhsuk-tag',
        colour && !namesColour(classes) && `nhsuk-tag--${colour}`,
        colour === false && 'nhsuk-tag--no-colour',
        border === false && 'nhsuk-tag--no-border',
        classes,
      )}
      id={id}
      {...attributes}
    >
      {children}
    </strong>
  )
}

function namesColour(classes: string | undefined): boolean {
  return classes !== undefined && tagColours.some((colour) => classes.includes(`nhsuk-tag--${colour}`))
}
