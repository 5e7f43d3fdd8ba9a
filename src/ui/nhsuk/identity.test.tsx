import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Footer, Header } from './index.ts'

// The NHS's own marks are for those whom the NHS lets use them: nothing shows them unless it is asked to.

test('the header is the service’s name alone, with no logo, unless it is given one', () => {
  const header = renderToString(<Header service={{ text: 'Commonpurse', href: '/' }} />)
  expect(header).toContain('<a class="nhsuk-header__service-name" href="/">Commonpurse</a>')
  expect(header).not.toMatch(/svg|img|NHS/)
})

test('an NHS organisation’s header has the NHS logo and its name, in one link with the service’s', () => {
  const header = renderToString(
    <Header logo={{}} organisation={{ name: 'Anytown ICB' }} service={{ text: 'Commonpurse', href: '/' }} />,
  )
  expect(header).toContain('aria-label="NHS Anytown ICB Commonpurse homepage"')
  expect(header).toContain('<title>NHS</title>')
})

test('the footer says whose it is only when told', () => {
  expect(renderToString(<Footer />)).not.toContain('©')
  expect(renderToString(<Footer copyright="© Anytown Council" />)).toContain('© Anytown Council')
})
