import type { Content } from './content.ts'

export type HeaderServiceOptions = {
  service?: { text: string; href?: string | undefined } | undefined
  /** Left out, no logo is shown. `{}` is the NHS logo, which only an NHS organisation may use; `src` is another. */
  logo?: HeaderLogo | undefined
  /** Its name, shown only beside the logo. */
  organisation?: HeaderOrganisation | undefined
}

export type HeaderLogo = {
  href?: string | undefined
  src?: string | undefined
  alt?: string | undefined
  ariaLabel?: string | undefined
}

export type HeaderOrganisation = {
  name: string
  split?: string | undefined
  descriptor?: string | undefined
}

export function HeaderService({ logo, service, organisation }: HeaderServiceOptions) {
  const { text, href } = service ?? {}
  if (!logo) return serviceName(text, href)
  const isOneLink = Boolean(text && href && (!logo.href || logo.href === href))
  const logoHref = isOneLink ? href : logo.href
  const shown = [serviceLogo(logo, organisation), isOneLink && [organisation && ' ', serviceName(text)]]
  const label = [logo.alt ?? 'NHS', organisation?.name, organisation?.split, isOneLink && text, 'homepage']
  return (
    <>
      {logoHref ? (
        <a
          class="nhsuk-header__service-logo"
          href={logoHref}
          aria-label={logo.ariaLabel ?? label.filter(Boolean).join(' ')}
        >
          {shown}
        </a>
      ) : (
        shown
      )}
      {!isOneLink && text && [' ', serviceName(text, href)]}
    </>
  )
}

function serviceName(text: string | undefined, href?: string) {
  if (!text) return null
  return href ? (
    <a class="nhsuk-header__service-name" href={href}>
      {text}
    </a>
  ) : (
    <span class="nhsuk-header__service-name">{text}</span>
  )
}

function serviceLogo(logo: HeaderLogo, organisation: HeaderOrganisation | undefined): Content {
  const alt = logo.alt ?? 'NHS'
  return [
    logo.src ? (
      <img class="nhsuk-header__organisation-logo" src={logo.src} width="280" alt={alt} />
    ) : (
      nhsLogo(alt)
    ),
    organisation && (
      <span class="nhsuk-header__organisation-name">
        {organisation.name}
        {organisation.split && [
          ' ',
          <span class="nhsuk-header__organisation-name-split">{organisation.split}</span>,
        ]}
      </span>
    ),
    organisation?.descriptor && (
      <span class="nhsuk-header__organisation-name-descriptor">{organisation.descriptor}</span>
    ),
  ]
}

function nhsLogo(alt: string): Content {
  return (
    <svg
      class="nhsuk-header__logo"
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 200 80"
      height="40"
      width="100"
      focusable="false"
      role="img"
      aria-label={alt}
    >
      <title>{alt}</title>
      <path fill="currentcolor" d={nhsLogoPath} />
    </svg>
  )
}

const nhsLogoPath =
  'M200 0v80H0V0h200Zm-27.5 5.5c-14.5 0-29 5-29 22 0 10.2 7.7 13.5 14.7 16.3l.7.3c5.4 2 10.1 3.9 10.1 8.4 0 6.5-8.5 7.5-14 7.5s-12.5-1.5-16-3.5L135 70c5.5 2 13.5 3.5 20 3.5 15.5 0 32-4.5 32-22.5 0-19.5-25.5-16.5-25.5-25.5 0-5.5 5.5-6.5 12.5-6.5a35 35 0 0 1 14.5 3l4-13.5c-4.5-2-12-3-20-3Zm-131 2h-22l-14 65H22l9-45h.5l13.5 45h21.5l14-65H64l-9 45h-.5l-13-45Zm63 0h-18l-13 65h17l6-28H117l-5.5 28H129l13.5-65H125L119.5 32h-20l5-24.5Z'
