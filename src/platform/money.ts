declare const penceBrand: unique symbol

/** Whole pence, never pounds and never a float. `bigint` from the database to the page. */
export type Pence = bigint & { readonly [penceBrand]: true }

export const nothing = 0n as Pence

/** From a whole number of pence. Throws on a fraction: it would be a bug, not bad input. */
export function pence(amount: bigint | number): Pence {
  return BigInt(amount) as Pence
}

/** From pounds as written in code and tests: `pounds('1,234.50')`. Throws where {@link readPounds} would answer undefined. */
export function pounds(text: string): Pence {
  const amount = readPounds(text)
  if (amount === undefined) throw new Error(`Not an amount in pounds: ${text}`)
  return amount
}

/**
 * Reads what a person types for an amount in pounds: `12`, `£1,234.5`, `-3.20`, `.50`.
 * Answers undefined for anything else, also for fractions of a penny.
 */
export function readPounds(text: string): Pence | undefined {
  const match = /^(£?\s*[-–−]|[-–−]\s*£|£)?\s*(\d{1,3}(?:,\d{3})+|\d{0,13})(?:\.(\d{1,2}))?$/.exec(
    text.trim(),
  )
  if (!match) return undefined
  const [, sign = '', whole = '', part = ''] = match
  if (whole === '' && part === '') return undefined
  const size = BigInt(whole.replaceAll(',', '') || '0') * 100n + BigInt(part.padEnd(2, '0') || '0')
  return pence(/[-–−]/.test(sign) ? -size : size)
}

export function sum(amounts: Iterable<bigint>): Pence {
  let total = 0n
  for (const amount of amounts) total += amount
  return total as Pence
}

export const plus = (...amounts: readonly bigint[]): Pence => sum(amounts)
export const minus = (from: bigint, ...amounts: readonly bigint[]): Pence => (from - sum(amounts)) as Pence
export const negative = (amount: bigint): Pence => -amount as Pence
export const absolute = (amount: bigint): Pence => (amount < 0n ? -amount : amount) as Pence
export const smaller = (a: Pence, b: Pence): Pence => (a < b ? a : b)
export const larger = (a: Pence, b: Pence): Pence => (a > b ? a : b)
export const times = (amount: bigint, count: bigint | number): Pence => (amount * BigInt(count)) as Pence

/**
 * `total × numerator ÷ denominator` to the nearest penny, halves away from nothing.
 * For rates and part-years; where parts must add up to a whole, use {@link shareByWeight}.
 */
export function fraction(total: bigint, numerator: bigint | number, denominator: bigint | number): Pence {
  const over = BigInt(denominator)
  if (over <= 0n) throw new Error('A fraction needs a denominator above nothing')
  const product = total * BigInt(numerator)
  const half = product < 0n ? -over : over
  return ((2n * product + half) / (2n * over)) as Pence
}

/** Splits into equal parts; the first parts take the pennies that are left. The parts always sum to the total. */
export function share(total: Pence, parts: number): Pence[] {
  return shareByWeight(
    total,
    Array.from({ length: parts }, () => 1n),
  )
}

/**
 * Splits by largest remainder: each part is its exact share rounded down, and the pennies left over go to the
 * parts that lost most (the earlier one where they lost the same). The parts always sum to the total.
 */
export function shareByWeight(total: Pence, weights: readonly bigint[]): Pence[] {
  const whole = sum(weights)
  if (weights.some((weight) => weight < 0n)) throw new Error('A weight cannot be below nothing')
  if (whole === 0n) throw new Error('Nothing to share by: every weight is nothing')
  const size = absolute(total)
  const parts = weights.map((weight, index) => {
    const exact = size * weight
    return { index, amount: exact / whole, lost: exact % whole }
  })
  let left = size - sum(parts.map((part) => part.amount))
  const byLoss = parts.toSorted((a, b) => (a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1))
  for (const part of byLoss) {
    if (left === 0n) break
    part.amount += 1n
    left -= 1n
  }
  return parts.map((part) => (total < 0n ? negative(part.amount) : pence(part.amount)))
}

/** `£1,234.50`; below nothing with a true minus sign, `−£3.20`. */
export function showMoney(amount: bigint): string {
  const size = absolute(amount)
  const whole = (size / 100n).toString().replaceAll(/\B(?=(\d{3})+$)/g, ',')
  const part = (size % 100n).toString().padStart(2, '0')
  return `${amount < 0n ? '−' : ''}£${whole}.${part}`
}

/** `1234.50`, for files that other programs read. */
export function plainPounds(amount: bigint): string {
  const size = absolute(amount)
  return `${amount < 0n ? '-' : ''}${size / 100n}.${(size % 100n).toString().padStart(2, '0')}`
}
