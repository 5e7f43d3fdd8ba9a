/** How long we wait before somebody asks. Ours, not the law's: an ICB's own times come with its own policy. */
export const patience = {
  name: 'patience',
  version: '2026-11-25',
  /** Working days after a contribution was due. */
  contribution: 5,
  /** Days in hospital for which pay goes on as planned (journeys.md, J5; a local policy, unconfirmed elsewhere). */
  stay: 28,
} as const
