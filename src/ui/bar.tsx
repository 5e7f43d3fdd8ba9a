/** How much of a whole is left. The words beside it say the same, so it is hidden from screen readers. */
export function Bar({ part, whole }: { part: bigint; whole: bigint }) {
  const thousandths = whole <= 0n ? 0 : Number((part * 1000n) / whole)
  const width = Math.max(0, Math.min(1000, thousandths)) / 10
  return (
    <div class="cp-bar" aria-hidden="true">
      <svg viewBox="0 0 100 12" preserveAspectRatio="none">
        <rect x="0" y="0" width={width} height="12" />
      </svg>
    </div>
  )
}
