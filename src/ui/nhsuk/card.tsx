import {
  actionsIn,
  actionsOptions,
  type CardAction,
  CardActionLink,
  type CardActions,
} from './card-action.tsx'
import { type Content, type ContentOr, isNothing, isOptions, isWords, optionsOf } from './content.ts'
import { type Attributes, classNames, type ElementOptions } from './element.ts'
import { Heading, type HeadingOptions } from './heading.tsx'
import { Icon } from './icon.tsx'

export type CardOptions = ElementOptions & {
  heading?: ContentOr<CardHeading>
  /** Makes a link of the heading. */
  href?: string | undefined
  /** Makes the whole card lead there too. */
  clickable?: boolean | undefined
  variant?: CardVariant | undefined
  image?: CardImage | Content
  description?: ContentOr<CardDescription>
  actions?: CardActions | undefined
}

/** The last three are care cards: how quickly somebody should get help. */
export type CardVariant = 'feature' | 'primary' | 'secondary' | 'warning' | CareVariant
type CareVariant = keyof typeof careAdvice

export type CardImage = { src: string; alt?: string | undefined }

export type CardHeading = Omit<HeadingOptions, 'href'> & {
  /** What stands under the heading, or where it would. */
  below?: Content
}

export type CardDescription = {
  text?: Content
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** Some screen readers stop between the hidden words and the others without it. */
const readAsOne: Attributes = { role: 'text' }

const careAdvice = {
  'non-urgent': 'Non-urgent advice',
  urgent: 'Urgent advice',
  emergency: 'Immediate action required',
} as const

/** Children are the description, as elements. */
export function Card({ children, ...card }: CardOptions & { children?: Content }) {
  const heading = optionsOf<CardHeading>(card.heading)
  const hasHeading = !isNothing(heading?.text) || !isNothing(heading?.below)
  const care = hasHeading && isCare(card.variant) ? card.variant : undefined
  const actions = actionsIn(card.actions)
  const isHeadingAbove = care !== undefined || actions.length > 0
  const description = optionsOf<CardDescription>(card.description)
  const shownHeading = hasHeading && cardHeading(card, heading, care)
  return (
    <div class={cardClasses(card, care)} id={card.id} {...card.attributes}>
      {shownImage(card.image)}
      {isHeadingAbove && (
        <div class="nhsuk-card__heading-container">
          {shownHeading}
          {cardActions(actions, actionsOptions(card.actions)?.classes, heading?.text)}
        </div>
      )}
      <div class={classNames('nhsuk-card__content', description?.classes)} {...description?.attributes}>
        {!isHeadingAbove && shownHeading}
        {isNothing(children) ? shownDescription(description?.text) : children}
        {card.variant === 'primary' && <Icon name="chevron-right-circle" />}
      </div>
    </div>
  )
}

function cardClasses({ clickable, variant, classes }: CardOptions, care: CareVariant | undefined): string {
  return classNames(
    'nhsuk-card',
    clickable && 'nhsuk-card--clickable',
    variant && !isCare(variant) && `nhsuk-card--${variant}`,
    care && `nhsuk-card--care nhsuk-card--care--${care}`,
    classes,
  )
}

function cardHeading(
  card: CardOptions,
  heading: CardHeading | undefined,
  care: CareVariant | undefined,
): Content {
  const { text, below, visuallyHiddenText, ...options } = heading ?? {}
  const before = visuallyHiddenText ?? (care && careAdvice[care])
  return [
    <Heading
      {...options}
      level={options.level ?? 2}
      className="nhsuk-card__heading"
      classPrefix="nhsuk-heading-"
    >
      {card.href && !care && card.variant !== 'feature' && !isNothing(text) ? (
        <a class="nhsuk-card__link" href={card.href}>
          {text}
        </a>
      ) : (
        withWordsBefore(before, text)
      )}
    </Heading>,
    below,
    care && <span class="nhsuk-card--care__arrow" aria-hidden="true" />,
  ]
}

function withWordsBefore(before: string | undefined, text: Content): Content {
  if (!before || isNothing(text)) return text
  return (
    <span {...readAsOne}>
      <span class="nhsuk-u-visually-hidden">{before}: </span>
      {text}
    </span>
  )
}

function cardActions(actions: readonly CardAction[], classes: string | undefined, heading: Content): Content {
  const [first] = actions
  if (!first) return null
  if (actions.length === 1) {
    return (
      <div class={classNames('nhsuk-card__actions', classes)}>
        <CardActionLink action={first} heading={heading} />
      </div>
    )
  }
  return (
    <ul class={classNames('nhsuk-card__actions', classes)}>
      {actions.map((action) => (
        <li class="nhsuk-card__action">
          <CardActionLink action={action} heading={heading} />
        </li>
      ))}
    </ul>
  )
}

function shownDescription(text: Content): Content {
  return isWords(text) ? <p class="nhsuk-card__description">{text}</p> : text
}

function shownImage(image: CardImage | Content): Content {
  if (!isOptions<CardImage>(image)) return image
  return <img class="nhsuk-card__img" src={image.src} alt={image.alt ?? ''} />
}

function isCare(variant: CardVariant | undefined): variant is CareVariant {
  return variant !== undefined && variant in careAdvice
}
