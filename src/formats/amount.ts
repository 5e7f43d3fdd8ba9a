import { pence } from '../platform/money.ts'
import type { Pence } from '../platform/money.ts'

/**
 * An exact decimal number as a bank wrote it: 18.150 is 18150 units with 3 decimals. Readers are right in any
 * currency; that a purse holds pounds and pence is for the import to insist on.
 */
export type Amount = { readonly units: bigint; readonly decimals: number }

/** ISO 20022 allows 18 digits; no bank writes more than this many of a fraction. */
export const mostDecimals = 18
const mostDigits = 30

export const noAmount: Amount = { units: 0n, decimals: 0 }

/** Reads `12`, `-12.34`, `+0.5`, `.23`, `00150.0000`, and `12,34` where the comma is the point. */
export function readDecimal(text: string, point: '.' | ',' = '.'): Amount | undefined {
  const mark = text.indexOf(point)
  const whole = mark < 0 ? text : text.slice(0, mark)
  const part = mark < 0 ? '' : text.slice(mark + 1)
  const sign = whole.startsWith('-') ? '-' : whole.startsWith('+') ? '+' : ''
  const digits = whole.slice(sign.length) + part
  if (digits === '' || digits.length > mostDigits || part.length > mostDecimals || !/^\d+$/.test(digits)) {
    return undefined
  }
  // A number holds 15 digits exactly, and turning a number into a bigint is quicker than reading one from text.
  const size = digits.length <= 15 ? BigInt(Number(digits)) : BigInt(digits)
  return { units: sign === '-' ? -size : size, decimals: part.length }
}

/** The same for bytes and a point, where there are no more digits than a number holds; undefined for all else. */
export function readPlainDecimal(bytes: Uint8Array, from: number, to: number): Amount | undefined {
  const first = bytes[from]
  const isSigned = first === 0x2d || first === 0x2b
  let [size, digits, decimals] = [0, 0, -1]
  for (let at = isSigned ? from + 1 : from; at < to; at += 1) {
    const digit = (bytes[at] as number) - 0x30
    if (digit >= 0 && digit <= 9) {
      size = size * 10 + digit
      digits += 1
      if (decimals >= 0) decimals += 1
    } else if (digit === -2 && decimals < 0) decimals = 0
    else return undefined
  }
  if (digits === 0 || digits > 15) return undefined
  return { units: BigInt(first === 0x2d ? -size : size), decimals: decimals < 0 ? 0 : decimals }
}

/** The whole pence in it; undefined where there is a fraction of a penny. 18.150 is 1815. */
export function toPence(amount: Amount): Pence | undefined {
  if (amount.decimals <= 2) return pence(unitsAt(amount, 2))
  const over = powerOfTen(amount.decimals - 2)
  return amount.units % over === 0n ? pence(amount.units / over) : undefined
}

/** The units when written with this many decimals, which must not be fewer than it has. */
export function unitsAt(amount: Amount, decimals: number): bigint {
  return amount.decimals === decimals ? amount.units : amount.units * powerOfTen(decimals - amount.decimals)
}

export function addAmounts(a: Amount, b: Amount): Amount {
  const decimals = Math.max(a.decimals, b.decimals)
  return { units: unitsAt(a, decimals) + unitsAt(b, decimals), decimals }
}

export const negativeAmount = (amount: Amount): Amount => ({
  units: -amount.units,
  decimals: amount.decimals,
})

export const sizeOfAmount = (amount: Amount): Amount => (amount.units < 0n ? negativeAmount(amount) : amount)

export function sameAmount(a: Amount, b: Amount): boolean {
  const decimals = Math.max(a.decimals, b.decimals)
  return unitsAt(a, decimals) === unitsAt(b, decimals)
}

/** `1,234.50`, below nothing with a true minus sign; with as many decimals as it has, and never fewer than two. */
export function showAmount(amount: Amount): string {
  const decimals = Math.max(2, amount.decimals)
  const size = unitsAt(sizeOfAmount(amount), decimals)
    .toString()
    .padStart(decimals + 1, '0')
  const whole = size.slice(0, -decimals).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${amount.units < 0n ? '−' : ''}${whole}.${size.slice(-decimals)}`
}

/** A running total that takes amounts with any number of decimals. */
export function createTotal() {
  let units = 0n
  let decimals = 2
  return {
    add(amount: Amount): void {
      if (amount.decimals > decimals) {
        units *= powerOfTen(amount.decimals - decimals)
        decimals = amount.decimals
      }
      units += unitsAt(amount, decimals)
    },
    amount: (): Amount => ({ units, decimals }),
  }
}

const powers = Array.from({ length: mostDigits + 1 }, (_, index) => 10n ** BigInt(index))

export function powerOfTen(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent)
}
