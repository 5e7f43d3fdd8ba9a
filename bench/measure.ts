/** Runs two things in turn, so that both meet the same machine, and answers the median of each. */
export async function inTurn(
  rounds: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<{ one: number; other: number }> {
  const ones: number[] = []
  const others: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    ones.push(await one())
    others.push(await other())
  }
  return { one: median(ones), other: median(others) }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** So many callers call until the time is up; answers calls a second. */
export async function callsASecond(
  callers: number,
  seconds: number,
  call: (caller: number) => Promise<unknown>,
): Promise<number> {
  const end = performance.now() + seconds * 1_000
  let calls = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      while (performance.now() < end) {
        await call(caller)
        calls += 1
      }
    }),
  )
  return (calls * 1_000) / (performance.now() - started)
}

/** Seconds that something takes. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1_000
}

export function say(what: string, numbers: string, ratio: number, goal: string): void {
  process.stdout.write(`${what}\n  ${numbers}\n  ratio ${ratio.toFixed(2)}, goal ${goal}\n`)
}
