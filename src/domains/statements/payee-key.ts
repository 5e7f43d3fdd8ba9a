/**
 * Who was paid, as we compare it from one statement to the next: what banks print around a name (the way of
 * payment, dates, times, card and branch numbers, countries) is taken away, so that `CARD PAYMENT TO ABLE SWIM 0417
 * ON 03 JUN` and `ABLE SWIM` are one payee. Empty where nothing but such things was printed.
 */
export function payeeKey(line: { payee: string; text: string }): string {
  return keyOf(line.payee) || keyOf(line.text)
}

/** Banks print few names many times, and taking one apart is slow. */
const keys = new Map<string, string>()
const mostKeys = 5_000

function keyOf(printed: string): string {
  const before = keys.get(printed)
  if (before !== undefined) return before
  if (keys.size >= mostKeys) keys.clear()
  const key = takeApart(printed)
  keys.set(printed, key)
  return key
}

function takeApart(printed: string): string {
  let text = printed
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[‘’'`´]/g, '')
  for (const noise of noises) text = text.replaceAll(noise, ' ')
  return text
    .replaceAll(/[^\p{L}\p{N}&]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && !isNumber(word))
    .slice(0, mostWords)
    .join(' ')
}

const mostWords = 5
const month = 'JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC'

/** What banks print around a name. Read off the statements of UK banks. */
const noises: readonly RegExp[] = [
  /^\s*(CARD PAYMENT|CONTACTLESS PAYMENT|DEBIT CARD|VISA PURCHASE|POS|PURCHASE)( TO| AT)?\b/g,
  /^\s*(DIRECT DEBIT|STANDING ORDER|BILL PAYMENT|FASTER PAYMENTS?|ONLINE PAYMENT|BANK TRANSFER|TRANSFER)( RECEIPT| RECEIVED| PAYMENT)?( VIA FASTER PAYMENT)?( TO| FROM)?\b/g,
  /^\s*(BANK GIRO CREDIT|BANK CREDIT|BACS CREDIT|AUTOMATED CREDIT|CREDIT)( REF| FROM)?\b/g,
  /\bREF(ERENCE)?[ .:]\S+/g,
  /\b(REFUND|REVERSAL)\b/g,
  /\bCD \d{4}\b/g,
  new RegExp(`\\b(ON )?\\d{1,2} ?(${month})[A-Z]*( ?\\d{2,4})?\\b`, 'g'),
  /\b\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?\b/g,
  /\b\d{1,2}:\d{2}(:\d{2})?\b/g,
  /\b(GB|GBR|UK|BCC|DDR|BGC|BBP|FPI|FPO|STO|TFR)\s*$/g,
]

/** Numbers, and words that are mostly digits: branches, cards, references. */
function isNumber(word: string): boolean {
  const digits = word.replaceAll(/\D/g, '').length
  return digits > 0 && digits * 2 >= word.length
}

/**
 * Whether a name that we know is the one that the bank printed: every longer word of it is there, whole, or cut off
 * where the bank's line ends.
 */
export function namesMatch(known: string, key: string): boolean {
  const wanted = longerWords(keyOf(known))
  const printed = key.split(' ')
  const last = printed.at(-1) ?? ''
  const isThere = (word: string) => printed.includes(word) || (last.length >= 4 && word.startsWith(last))
  return wanted.length > 0 && wanted.every(isThere)
}

/** Whether a name looks like another, good enough for a guess: a word of one begins like a word of the other. */
export function namesResemble(one: string, other: string): boolean {
  const others = longerWords(keyOf(other))
  return longerWords(keyOf(one)).some((word) => others.some((each) => beginAlike(word, each)))
}

const longerWords = (key: string) => key.split(' ').filter((word) => word.length >= 3)

/** `SWIMMING` and `SWIM`: one begins with the other, for at least four letters. */
function beginAlike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length)
  return shorter < 4 ? one === other : one.slice(0, shorter) === other.slice(0, shorter)
}
