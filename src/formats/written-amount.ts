import { negativeAmount, readDecimal } from './amount.ts'
import type { Amount } from './amount.ts'

export type Point = '.' | ','

/** An amount as a bank shows it to people, with its sign or mark; what no sign means is for others to know. */
export type WrittenAmount = {
  /** Below nothing for a minus, brackets, DR and OD. */
  readonly amount: Amount
  readonly sign: 'plus' | 'minus' | 'credit' | 'debit' | 'none'
  readonly currency?: string | undefined
}

const symbols: Readonly<Record<string, string>> = { '£': 'GBP', '€': 'EUR', $: 'USD' }

/** The currencies that statements are likely to be in; other letters beside digits are codes of something else. */
export const currencies: ReadonlySet<string> = new Set(
  `GBP EUR USD CAD AUD NZD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN JPY CNY INR PKR BDT ZAR KES NGN GHS SGD HKD MYR
  AED TRY ILS BRL MXN KWD BHD`.split(/\s+/),
)

const unit = ['£', '€', '\\$', ...currencies].join('|')
const written = new RegExp(
  `^(?<bracket>\\()?(?<before>[+-])?(?<symbol>${unit})?(?<inner>[+-])?(?<digits>[\\d.,']+)(?<unit>${unit})?(?<after>[+-])?(?<mark>CR|DR|OD|C|D)?\\)?$`,
  'i',
)

const grouped: Readonly<Record<Point, RegExp>> = {
  '.': /^(?:\d{1,3}(?:[,']\d{3})+|\d*)(?:\.\d*)?$/,
  ',': /^(?:\d{1,3}(?:[.']\d{3})+|\d*)(?:,\d*)?$/,
}

/** No one writes longer ones, and patterns take their time over long texts. */
const longestAmount = 60

/** `-12.34`, `£1,234.56`, `+ £1,234.56 CR`, `(20.00)`, `1.234,56`, `12.34-`. Undefined for anything else. */
export function readWrittenAmount(text: string, point: Point): WrittenAmount | undefined {
  const plain = point === '.' ? readDecimal(text) : undefined
  if (plain) {
    const sign = text.startsWith('-') ? 'minus' : text.startsWith('+') ? 'plus' : 'none'
    return { amount: plain, sign }
  }
  if (text.length > longestAmount) return undefined
  const compact = text.replaceAll(/[\s\u00a0]/g, '').replaceAll(/[−–—]/g, '-')
  const parts = written.exec(compact)?.groups
  if (!parts) return undefined
  const { bracket, before, inner, after, digits = '', mark } = parts
  if ((bracket !== undefined) !== compact.endsWith(')')) return undefined
  const signs = [before, inner, after].filter((sign) => sign !== undefined)
  if (signs.length > 1 || (bracket !== undefined && signs.length > 0)) return undefined
  if (!grouped[point].test(digits)) return undefined
  const size = readDecimal(digits.replaceAll(point === '.' ? /[,']/g : /[.']/g, ''), point)
  if (!size) return undefined
  const sign = bracket === undefined ? signOf(signs[0], mark) : 'minus'
  const money = (parts['symbol'] ?? parts['unit'])?.toUpperCase()
  const currency = money === undefined ? undefined : (symbols[money] ?? money)
  return { amount: sign === 'minus' || sign === 'debit' ? negativeAmount(size) : size, sign, currency }
}

function signOf(sign: string | undefined, mark: string | undefined): WrittenAmount['sign'] {
  if (sign === '-') return 'minus'
  if (mark !== undefined) return /^c/i.test(mark) ? 'credit' : 'debit'
  return sign === '+' ? 'plus' : 'none'
}

/**
 * What an amount's own writing tells of the decimal point: `12,34` has a comma, `12.3` and `1,234.50` a point;
 * `1,234` and `12` tell nothing, nor does what is no amount.
 */
export function pointOf(text: string): Point | undefined {
  if (text.length > longestAmount) return undefined
  const digits = /[\d.,']*\d/.exec(text)?.[0] ?? ''
  const [comma, point] = [digits.lastIndexOf(','), digits.lastIndexOf('.')]
  if (comma < 0 && point < 0) return undefined
  const last = Math.max(comma, point)
  const mark = comma > point ? ',' : '.'
  const repeats = digits.indexOf(mark) !== last
  const isOpen = (comma < 0 || point < 0) && digits.length - last - 1 === 3 && last <= 3 && digits[0] !== '0'
  if (isOpen && !repeats) return undefined
  // A mark that comes again and again parts thousands.
  const found = repeats ? (mark === ',' ? '.' : ',') : mark
  return readWrittenAmount(text, found) ? found : undefined
}
