import { readdirSync, readFileSync } from 'node:fs'
import { type FunctionComponent, h, type VNode } from 'preact'
import * as nhsuk from '../../src/ui/nhsuk/index.ts'
import { isMapping, type MacroOptions, propsFrom } from './macro-options.ts'

export type Fixture = {
  name: string
  context: MacroOptions
  callBlock?: string
  html: string
}

const dist = 'node_modules/nhsuk-frontend/dist/nhsuk'
const folder = `${dist}/components`

export const version: string = readJson('node_modules/nhsuk-frontend/package.json').version

/** Every component that nhsuk-frontend publishes, by the name of its folder. */
export const published: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

export function fixturesOf(component: string): readonly Fixture[] {
  return readJson(`${folder}/${component}/fixtures.json`).fixtures
}

/** Each icon's name and the outlines that its macro draws. */
export function publishedIcons(): [name: string, outlines: string[]][] {
  const macro = readFileSync(`${dist}/macros/icon.njk`, 'utf8')
  return [...macro.matchAll(/name == "([\w-]+)" %\}([^%]*)/g)].map(([, name = '', drawn = '']) => [
    name,
    [...drawn.matchAll(/ d="([^"]+)"/g)].map(([, outline = '']) => outline),
  ])
}

/** The element that a fixture asks for, made by our component. */
export function elementFor(component: ComponentName, fixture: Fixture): VNode {
  const { show, today }: Component = components[component]
  const options = today ? today(fixture.context) : fixture.context
  return h(show as FunctionComponent<MacroOptions>, propsFrom(options, fixture.callBlock))
}

export type ComponentName = keyof typeof components

type Component = {
  show: unknown
  /** Old spellings as those of today, which are all that we offer; and what we state and the macro assumes. */
  today?: (context: MacroOptions) => MacroOptions
}

export const components = {
  'action-link': { show: nhsuk.ActionLink },
  'back-link': { show: nhsuk.BackLink },
  breadcrumb: { show: nhsuk.Breadcrumb },
  button: { show: nhsuk.Button },
  card: { show: nhsuk.Card, today: (context) => ({ ...context, heading: cardHeading(context['heading']) }) },
  'character-count': { show: nhsuk.CharacterCount },
  checkboxes: {
    show: nhsuk.Checkboxes,
    today: (context) => ({
      ...context,
      items: eachOf(context['items'], ({ exclusive, exclusiveGroup, ...item }) => ({
        ...item,
        behaviour: exclusive ? 'exclusive' : item['behaviour'],
        behaviourGroup: exclusiveGroup ?? item['behaviourGroup'],
      })),
    }),
  },
  'contents-list': { show: nhsuk.ContentsList },
  'date-input': { show: nhsuk.DateInput },
  details: { show: nhsuk.Details },
  'do-dont-list': {
    show: nhsuk.DoDontList,
    today: ({ title, ...context }) => ({
      ...context,
      heading: context['heading'] ?? title,
      items: eachOf(context['items'], ({ item, ...options }) => ({ text: item, ...options })),
    }),
  },
  'error-message': { show: nhsuk.ErrorMessage },
  'error-summary': {
    show: nhsuk.ErrorSummary,
    today: ({ description, ...context }) => ({
      ...context,
      ...(isMapping(description) ? description : { text: description }),
    }),
  },
  fieldset: { show: nhsuk.Fieldset },
  'file-upload': { show: nhsuk.FileUpload },
  footer: { show: nhsuk.Footer, today: (context) => ({ copyright: '© NHS England', ...context }) },
  header: {
    show: nhsuk.Header,
    today: (context) => ({
      ...context,
      logo: context['logo'] ?? {},
      search: context['search'] && {
        action: 'https://www.nhs.uk/search/',
        label: { visuallyHiddenText: 'Search the NHS website' },
        ...(context['search'] as MacroOptions),
      },
    }),
  },
  heading: { show: nhsuk.Heading },
  hero: { show: nhsuk.Hero },
  hint: { show: nhsuk.Hint },
  images: { show: nhsuk.Image },
  input: { show: nhsuk.Input },
  'inset-text': { show: nhsuk.InsetText },
  label: { show: nhsuk.Label, today: headingOnce },
  legend: { show: nhsuk.Legend, today: headingOnce },
  'notification-banner': { show: nhsuk.NotificationBanner },
  pagination: {
    show: nhsuk.Pagination,
    today: ({ previousUrl, previousPage, nextUrl, nextPage, ...context }) => ({
      previous: previousUrl && { href: previousUrl, label: previousPage },
      next: nextUrl && { href: nextUrl, label: nextPage },
      ...context,
    }),
  },
  panel: { show: nhsuk.Panel },
  'password-input': { show: nhsuk.PasswordInput },
  radios: { show: nhsuk.Radios },
  scroll: { show: nhsuk.Scroll },
  'search-input': { show: nhsuk.SearchInput },
  select: { show: nhsuk.Select },
  'skip-link': { show: nhsuk.SkipLink },
  'summary-list': { show: nhsuk.SummaryList },
  tables: {
    show: nhsuk.Table,
    today: ({ panel, heading, headingLevel, ...context }) =>
      panel
        ? { ...context, card: { variant: 'feature', heading: { text: heading, level: headingLevel } } }
        : context,
  },
  tabs: { show: nhsuk.Tabs },
  tag: { show: nhsuk.Tag },
  'task-list': {
    show: nhsuk.TaskList,
    today: (context) => ({
      ...context,
      items: eachOf(context['items'], ({ title, ...item }) => ({ heading: title, ...item })),
    }),
  },
  textarea: { show: nhsuk.Textarea },
  'warning-callout': { show: nhsuk.WarningCallout },
} satisfies Record<string, Component>

/** A card's heading shows its words in a heading and its `html` beneath; both may be given. */
function cardHeading(heading: unknown): unknown {
  if (!isMapping(heading) || heading['html'] === undefined) return heading
  const { html, ...rest } = heading
  return { ...rest, below: { html } }
}

function headingOnce({ isPageHeading, ...context }: MacroOptions): MacroOptions {
  const { heading } = context
  if (isPageHeading === true) return { ...context, heading: heading ?? true }
  if (isPageHeading !== false || !isMapping(heading)) return context
  return { ...context, heading: undefined, text: heading['text'] }
}

function eachOf(items: unknown, change: (item: MacroOptions) => MacroOptions): unknown {
  return Array.isArray(items) ? items.map((item: unknown) => (isMapping(item) ? change(item) : item)) : items
}

function readJson(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
