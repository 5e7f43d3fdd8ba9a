/**
 * Numbers from 0 up to 1 that look like chance and come again with the same seed (mulberry32). Tests print the seed;
 * COMMONPURSE_TEST_SEED repeats a run.
 */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The seed that this run was given, or a new one. */
export const aSeed = (): number =>
  Number(process.env['COMMONPURSE_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 32))
