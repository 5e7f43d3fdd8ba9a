import { render } from 'preact-render-to-string'
import type { Assets } from './assets.ts'
import type { HeaderNavigationItem } from './nhsuk/index.ts'
import { BackLink, Footer, Header, SkipLink } from './nhsuk/index.ts'
import { safeHtml } from './safe-html.ts'
import type { PageContent } from './visit.ts'

export const serviceName = 'Commonpurse'

export type Frame = {
  assets: Assets
  status: number
  /** Who is signed in; nothing where nobody is. */
  signedIn: { name: string; href: string; csrfToken: string } | undefined
  navigation: readonly HeaderNavigationItem[]
  /** A synthetic ICB says so on every page. */
  synthetic: string | undefined
}

/** Sets the classes that nhsuk-frontend's components wait for. Its hash is in the content security policy. */
export const startScript =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' nhsuk-frontend-supported' : '');"

/** The whole document around a page. */
export function renderDocument(content: PageContent, frame: Frame): string {
  return `<!doctype html>\n${render(<Document content={content} frame={frame} />)}`
}

function Document({ content, frame }: { content: PageContent; frame: Frame }) {
  const problem = frame.status === 422 ? 'Error: ' : ''
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{`${problem}${content.title} – ${serviceName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#005eb8" />
        {content.refreshAfter && (
          <noscript>
            <meta http-equiv="refresh" content={String(content.refreshAfter)} />
          </noscript>
        )}
        <link rel="icon" href={frame.assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={frame.assets.stylesheet} />
        <script type="module" src={frame.assets.script} />
      </head>
      <body class={content.wide ? 'cp-wide' : undefined}>
        <script>{safeHtml(startScript)}</script>
        <SkipLink href="#maincontent">Skip to main content</SkipLink>
        <TopOfPage frame={frame} />
        {frame.synthetic && (
          <aside class="cp-synthetic" aria-label="About this demonstration">
            <div class="nhsuk-width-container">Everybody in {frame.synthetic} is invented.</div>
          </aside>
        )}
        {content.banner}
        <div class="nhsuk-width-container">
          {content.back && (
            <nav aria-label="Back">
              <BackLink href={content.back.href}>{content.back.text ?? 'Back'}</BackLink>
            </nav>
          )}
          <main class="nhsuk-main-wrapper" id="maincontent" data-refresh-after={content.refreshAfter}>
            {content.body}
          </main>
        </div>
        <Footer
          meta={{
            items: [
              { href: '/about', text: 'What this is' },
              { href: '/accessibility', text: 'Accessibility statement' },
            ],
          }}
        />
      </body>
    </html>
  )
}

function TopOfPage({ frame: { signedIn, navigation } }: { frame: Frame }) {
  return (
    <Header
      service={{ text: serviceName, href: signedIn?.href ?? '/' }}
      account={
        signedIn && {
          items: [
            { href: signedIn.href, text: signedIn.name, icon: true },
            {
              action: '/sign-out',
              text: 'Sign out',
              fields: <input type="hidden" name="csrf" value={signedIn.csrfToken} />,
            },
          ],
        }
      }
      navigation={navigation.length > 0 ? { items: navigation } : undefined}
    />
  )
}
