import { parse } from 'node-html-parser'
import type { HTMLElement } from 'node-html-parser'

/** A browser without scripts: it follows redirects, keeps its cookie and sends the forms that pages show. */
export type Browser = {
  get(path: string): Promise<Page>
  /** Signs in by choosing a name on the demonstration's page. */
  signIn(name: string): Promise<Page>
  post(path: string, values: Values): Promise<Page>
  /** `name=value`, for another browser that goes on in the same session; empty where nobody is signed in. */
  cookie(): string
}

/** Whoever answers requests: the app in this process, or one that listens at an address. */
export type Asked = {
  method: 'GET' | 'POST'
  url: string
  payload?: string | Buffer
  headers: Record<string, string>
}
export type Answered = {
  statusCode: number
  headers: Record<string, unknown>
  cookies: { name: string; value: string }[]
  body: string
}
export type Answers = { app: { inject(asked: Asked): PromiseLike<Answered> } }

export type Values = Readonly<Record<string, string | readonly string[]>>

export type Page = {
  status: number
  path: string
  html: string
  title: string
  heading: string
  /** All words of the main part, white space collapsed. */
  text: string
  /** The sentences of the error summary. */
  problems: string[]
  links: { text: string; href: string }[]
  /** Each row of each table, and of each summary list, as its cells' words. */
  rows: string[][]
  follow(text: string | RegExp): Promise<Page>
  /** Sends the (only, or the nth) form of the page with these values in it; what was in it stays. */
  send(
    values?: Values,
    which?: { form?: number; file?: { name: string; contents: string | Buffer } },
  ): Promise<Page>
}

export function browser({ app }: Answers): Browser {
  let cookie = ''
  type Request = { method: 'GET' | 'POST'; url: string; payload?: string | Buffer; contentType?: string }

  async function ask({ method, url, payload, contentType }: Request): Promise<Page> {
    const response = await app.inject({
      method,
      url,
      ...(payload === undefined ? {} : { payload }),
      headers: { cookie, ...(contentType ? { 'content-type': contentType } : {}) },
    })
    for (const set of response.cookies) cookie = set.value === '' ? '' : `${set.name}=${set.value}`
    if (response.statusCode === 303) return ask({ method: 'GET', url: String(response.headers['location']) })
    return toPage(url, response.statusCode, response.body)
  }

  function toPage(path: string, status: number, html: string): Page {
    let parsed: HTMLElement | undefined
    // Taken apart only where a test looks, which most that walk the whole site do not.
    const root = () => (parsed ??= parse(html))
    const main = () => root().querySelector('main') ?? root()
    const links = () =>
      root()
        .querySelectorAll('a[href]')
        .map((link) => ({ text: wordsOf(link), href: link.getAttribute('href') ?? '' }))
    return {
      status,
      path,
      html,
      get title() {
        return wordsOf(root().querySelector('title'))
      },
      get heading() {
        return wordsOf(root().querySelector('h1'))
      },
      get text() {
        return wordsOf(main())
      },
      get problems() {
        return root().querySelectorAll('.nhsuk-error-summary li').map(wordsOf)
      },
      get links() {
        return links()
      },
      get rows() {
        return [
          ...root()
            .querySelectorAll('tbody tr')
            .map((row) => row.querySelectorAll('th, td').map(wordsOf)),
          ...root()
            .querySelectorAll('.nhsuk-summary-list__row')
            .map((row) => row.querySelectorAll('dt, dd').map(wordsOf)),
        ]
      },
      async follow(text) {
        const found = links().find((link) =>
          typeof text === 'string' ? link.text === text : text.test(link.text),
        )
        if (!found)
          throw new Error(
            `No link says ${String(text)} on ${path}: ${links()
              .map((link) => link.text)
              .join(' | ')}`,
          )
        return ask({ method: 'GET', url: found.href })
      },
      async send(values = {}, { form = 0, file } = {}) {
        const forms = main()
          .querySelectorAll('form')
          .filter((each) => each.getAttribute('method') === 'post')
        const chosen = forms[form]
        if (!chosen) throw new Error(`There is no form ${form} on ${path}: ${wordsOf(main()).slice(0, 300)}`)
        const url = chosen.getAttribute('action') ?? path
        const filled = { ...valuesOf(chosen), ...values }
        if (chosen.getAttribute('enctype') === 'multipart/form-data')
          return ask({ method: 'POST', url, ...multipart(filled, file) })
        return ask({ method: 'POST', url, ...encoded(filled) })
      },
    }
  }

  const get = (path: string) => ask({ method: 'GET', url: path })
  return {
    get,
    cookie: () => cookie,
    post: (path, values) => ask({ method: 'POST', url: path, ...encoded(values) }),
    async signIn(name) {
      const signInPage = await get('/sign-in')
      const labels = parse(signInPage.html).querySelectorAll('label')
      const label = labels.find((each) => wordsOf(each) === name)
      if (!label) throw new Error(`Nobody is called ${name} on the sign-in page`)
      const input = parse(signInPage.html).querySelector(`#${label.getAttribute('for') ?? ''}`)
      return signInPage.send({ who: input?.getAttribute('value') ?? '' })
    },
  }
}

/** As a screen reader would say it: what is only for the eye is left out. */
function wordsOf(element: HTMLElement | null): string {
  if (!element) return ''
  const copy = element.clone() as HTMLElement
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove()
  return copy.text.replaceAll(/\s+/g, ' ').trim()
}

/** What a form would send as it stands. */
function valuesOf(form: HTMLElement): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const input of form.querySelectorAll('input, textarea, select')) {
    const name = input.getAttribute('name')
    const type = input.getAttribute('type')
    if (!name || type === 'file') continue
    if ((type === 'radio' || type === 'checkbox') && !input.hasAttribute('checked')) continue
    if (input.tagName === 'SELECT') {
      const options = input.querySelectorAll('option')
      const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0]
      values[name] = chosen?.getAttribute('value') ?? ''
      continue
    }
    const value = input.tagName === 'TEXTAREA' ? input.text : (input.getAttribute('value') ?? '')
    const before = values[name]
    values[name] = before === undefined ? value : [before, value].flat()
  }
  return values
}

function encoded(values: Values) {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
  }
  return { payload: body.toString(), contentType: 'application/x-www-form-urlencoded' }
}

function multipart(values: Values, file: { name: string; contents: string | Buffer } | undefined) {
  const boundary = 'commonpurse-test-boundary'
  const fields = Object.entries(values).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`,
  )
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file?.name ?? ''}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([
    Buffer.from(fields.join('') + head),
    Buffer.from(file?.contents ?? ''),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return { payload, contentType: `multipart/form-data; boundary=${boundary}` }
}
