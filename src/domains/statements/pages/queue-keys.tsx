import { Details } from '../../../ui/nhsuk/index.ts'
import type { Visit } from '../../../ui/visit.ts'

/** Keys can be turned off, for whoever speaks to their computer (WCAG 2.2, 2.1.4); the choice travels in the address. */
export const keysAreOn = ({ query }: Visit): boolean => query.get('keys') !== 'off'

/** What each key does, opened by `?`, and the way to turn them off. */
export function KeysOfQueue({ visit }: { visit: Visit }) {
  const keys = keysAreOn(visit)
  const other = new URL(visit.address, 'http://here')
  if (keys) other.searchParams.set('keys', 'off')
  else other.searchParams.delete('keys')
  return (
    <div class="nhsuk-u-frontend-not-supported-hidden cp-no-print">
      {keys && (
        <Details summary={{ text: 'Keys', attributes: { 'data-key': '?' } }}>
          <ul>
            <li>1 to 9: choose the first to the ninth answer</li>
            <li>Enter: answer, and show the next</li>
            <li>u: undo the last answer</li>
            <li>?: show or hide this</li>
          </ul>
        </Details>
      )}
      <p>
        <a href={`${other.pathname}${other.search}`}>{keys ? 'Turn keys off' : 'Turn keys on'}</a>
      </p>
    </div>
  )
}
