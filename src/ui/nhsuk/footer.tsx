import { type Content, type ContentOr, isNothing, isWords, optionsOf } from './content.ts'
import { type Attributes, classNames, type ElementOptions, type Width } from './element.ts'
import { headingFrom, type HeadingOptions } from './heading.tsx'
import { inRows, type Items, itemsIn, listOf } from './items.ts'

export type FooterProps = ElementOptions & {
  navigation?: FooterNavigation | readonly FooterNavigation[] | undefined
  /** How many groups of links stand in a row: 4, unless it is given. */
  columns?: 1 | 2 | 3 | 4 | undefined
  meta?: ContentOr<FooterMeta>
  /** More, after the links. */
  children?: Content
  /** Whose it is. Nothing is said unless it is given: only NHS England may say "© NHS England". */
  copyright?: ContentOr<{ text?: Content }>
  containerClasses?: string | undefined
}

export type FooterNavigation = {
  heading?: ContentOr<HeadingOptions>
  text?: Content
  items?: Items<FooterLink> | undefined
  width?: Width | undefined
}

export type FooterMeta = {
  items?: Items<FooterLink> | undefined
  visuallyHiddenText?: string | undefined
  text?: Content
}

export type FooterLink = { text: Content; href: string; attributes?: Attributes | undefined }

export function Footer({ navigation, columns = 4, meta, children, copyright, ...footer }: FooterProps) {
  return (
    <footer
      class={classNames('nhsuk-footer', footer.classes)}
      id={footer.id}
      {...{ role: 'contentinfo' }}
      {...footer.attributes}
    >
      <div class={classNames('nhsuk-width-container', footer.containerClasses)}>
        {inRows(listOf(navigation), columns).map((row) => (
          <div class="nhsuk-footer__navigation nhsuk-grid-row">
            {row.map((group) => navigationGroup(group, columnWidths[columns]))}
          </div>
        ))}
        <div class="nhsuk-footer__meta">
          {metaContent(optionsOf<FooterMeta>(meta))}
          {children}
          {smallWords(optionsOf<{ text?: Content }>(copyright)?.text)}
        </div>
      </div>
    </footer>
  )
}

const columnWidths = { 1: 'full', 2: 'one-half', 3: 'one-third', 4: 'one-quarter' } as const

function navigationGroup({ heading, text, items, width }: FooterNavigation, columnWidth: Width): Content {
  return (
    <div class={`nhsuk-grid-column-${width ?? columnWidth}`}>
      {headingFrom(optionsOf<HeadingOptions>(heading), {
        level: 2,
        size: 's',
        className: 'nhsuk-footer__heading',
        classPrefix: 'nhsuk-heading-',
      })}
      {smallWords(text)}
      {items && footerList(items)}
    </div>
  )
}

function metaContent(meta: FooterMeta | undefined): Content {
  return [
    meta?.items && [
      <h2 class="nhsuk-u-visually-hidden">{meta.visuallyHiddenText ?? 'Support links'}</h2>,
      footerList(meta.items),
    ],
    smallWords(meta?.text),
  ]
}

/** Links in a line have the width of a space between them, and the line can break there. */
const betweenLinks = '\n'

function footerList(items: Items<FooterLink>): Content {
  return (
    <ul class="nhsuk-footer__list">
      {itemsIn(items).map((item) => (
        <>
          <li class="nhsuk-footer__list-item">
            <a class="nhsuk-footer__list-item-link" href={item.href} {...item.attributes}>
              {item.text}
            </a>
          </li>
          {betweenLinks}
        </>
      ))}
    </ul>
  )
}

function smallWords(text: Content): Content {
  return isWords(text) && !isNothing(text) ? <p class="nhsuk-body-s">{text}</p> : text
}
