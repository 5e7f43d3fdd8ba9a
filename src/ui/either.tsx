/** A list shown one way or another: links, so that the choice lives in the address. */
export function Either({
  label,
  choices,
}: {
  label: string
  choices: readonly { href: string; text: string; current: boolean }[]
}) {
  return (
    <nav aria-label={label} class="cp-either cp-no-print">
      <ul>
        {choices.map(({ href, text, current }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
