import type { Viewer } from '../../platform/actor.ts'
import type { HeaderNavigationItem } from '../../ui/nhsuk/index.ts'

/** Where staff can go from everywhere. A person with a budget has one page to begin from, and needs none. */
const places = [
  { href: '/today', text: 'Today', for: 'answer a task' },
  { href: '/people', text: 'People', for: 'see the caseload' },
  { href: '/finance', text: 'Finance', for: 'see finance' },
] as const

/** The places that this viewer may go to; the one that an address is in is marked. */
export function navigationFor(viewer: Viewer, address: string): readonly HeaderNavigationItem[] {
  const path = address.split('?')[0] ?? ''
  return places
    .filter((place) => viewer.permissions.has(place.for))
    .map(({ href, text }) => ({
      href,
      text,
      current: path === href,
      active: path !== href && path.startsWith(`${href}/`),
    }))
}
