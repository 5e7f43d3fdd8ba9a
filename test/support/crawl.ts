import { parse } from 'node-html-parser'
import type { HTMLElement } from 'node-html-parser'
import { routes } from '../../src/app.ts'
import type { Route } from '../../src/ui/visit.ts'
import type { Browser, Page } from './web.ts'

/** What a page lets somebody send: where to, and its fields with what they hold or offer. */
export type FormOnPage = {
  page: string
  action: string
  multipart: boolean
  /** By name: every value that the field holds or offers, the one it would send first. */
  fields: ReadonlyMap<string, readonly string[]>
}

export const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The line of the table of contents that answers an address. */
export function routeOf(address: string): Route | undefined {
  const parts = pathOf(address).split('/')
  return routes.find((route) => {
    const pattern = route.path.split('/')
    return (
      pattern.length === parts.length &&
      pattern.every((part, at) => part === parts[at] || part.startsWith(':'))
    )
  })
}

/** Addresses of one kind: the route and the names that are asked for, whoever it is about. */
export function kindOf(address: string): string {
  const names = [...new URL(address, 'http://here').searchParams.keys()].sort()
  return `${routeOf(address)?.path ?? pathOf(address)}?${names.join('&')}`
}

const pathOf = (address: string) => new URL(address, 'http://here').pathname

/**
 * Every page that can be reached from a page by links and by forms that only ask (GET), at most so many of each kind.
 * New pages are found because something leads to them; what nothing leads to is not a page of the site.
 */
export async function crawl(browser: Browser, from: string, ofEachKind = 1): Promise<Page[]> {
  const pages: Page[] = []
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  const waiting = [from]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const kind = kindOf(next)
    if (seen.has(next) || (counts.get(kind) ?? 0) >= ofEachKind) continue
    seen.add(next)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    const page = await browser.get(next)
    pages.push(page)
    waiting.push(...page.links.map((link) => link.href).filter((href) => isOurs(href)))
  }
  return pages
}

const isOurs = (href: string) => href.startsWith('/') && !href.startsWith('/assets/') && !href.includes('#')

/** The forms of pages that change something, one of each kind: the same action's route with the same fields. */
export function formsOn(pages: readonly Page[]): FormOnPage[] {
  const forms = new Map<string, FormOnPage>()
  for (const page of pages) {
    for (const form of parse(page.html).querySelectorAll('form[method=post]')) {
      const action = form.getAttribute('action') ?? page.path
      const fields = fieldsOf(form)
      const kind = `${kindOf(action)} ${[...fields.keys()].join(' ')}`
      const multipart = form.getAttribute('enctype') === 'multipart/form-data'
      if (!forms.has(kind)) forms.set(kind, { page: page.path, action, multipart, fields })
    }
  }
  return [...forms.values()]
}

function fieldsOf(form: HTMLElement): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const input of form.querySelectorAll('input, select, textarea, button[name]')) {
    const name = input.getAttribute('name')
    if (!name || input.getAttribute('type') === 'file') continue
    const offered =
      input.tagName === 'SELECT'
        ? input.querySelectorAll('option').map((option) => option.getAttribute('value') ?? '')
        : [input.tagName === 'TEXTAREA' ? input.text : (input.getAttribute('value') ?? '')]
    fields.set(name, [...(fields.get(name) ?? []), ...offered])
  }
  return fields
}
