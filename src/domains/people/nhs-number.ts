/**
 * Reads an NHS number as people write it (spaces and hyphens allowed). Answers its ten digits, or undefined where
 * the check digit does not fit: modulus 11 over the first nine, weights 10 to 2; 11 counts as 0 and 10 is never used
 * (NHS Data Dictionary, NHS NUMBER).
 */
export function readNhsNumber(text: string): string | undefined {
  const digits = text.replaceAll(/[\s-]/g, '')
  if (!/^\d{10}$/.test(digits)) return undefined
  let total = 0
  for (let place = 0; place < 9; place += 1) total += Number(digits[place]) * (10 - place)
  const check = (11 - (total % 11)) % 11
  return check === Number(digits[9]) ? digits : undefined
}

/** `943 476 5919` */
export const showNhsNumber = (digits: string): string =>
  `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`
