import { readDecimal } from '../amount.ts'
import type { Amount } from '../amount.ts'

/**
 * OFX has no thousands separators and allows a comma for the point; some banks write separators all the same.
 * `1,234` could be either, and is left to be refused.
 */
export function readOfxAmount(written: string): Amount | 'unclear' | undefined {
  const text = written.replaceAll(/\s/g, '')
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')]
  if (comma < 0) return readDecimal(text)
  if (point < 0) {
    return /^[+-]?[1-9]\d{0,2}(,\d{3})+$/.test(text) ? 'unclear' : readDecimal(text, ',')
  }
  const grouped =
    comma < point ? /^[+-]?\d{1,3}(,\d{3})+\.\d*$/.test(text) : /^[+-]?\d{1,3}(\.\d{3})+,\d*$/.test(text)
  if (!grouped) return undefined
  return comma < point ? readDecimal(text.replaceAll(',', '')) : readDecimal(text.replaceAll('.', ''), ',')
}
