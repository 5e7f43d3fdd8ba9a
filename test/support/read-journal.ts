/** An hledger journal as an accountant would check it by hand: what is declared, what balances, what is asserted. */
export type JournalRead = {
  declared: Set<string>
  balances: Map<string, bigint>
  transactions: number
  assertions: number
  /** Each a sentence: what does not add up, is not declared, or is not what was asserted. */
  problems: string[]
}

export function readJournal(text: string): JournalRead {
  const read: JournalRead = {
    declared: new Set(),
    balances: new Map(),
    transactions: 0,
    assertions: 0,
    problems: [],
  }
  for (const block of text.split('\n\n')) {
    const [heading = '', ...lines] = block.trim().split('\n')
    const accounts = [heading, ...lines].filter((line) => line.startsWith('account '))
    for (const account of accounts) read.declared.add(account.slice('account '.length))
    if (/^\d{4}-\d\d-\d\d /.test(heading)) readTransaction(read, heading, lines)
  }
  return read
}

function readTransaction(read: JournalRead, heading: string, lines: readonly string[]) {
  read.transactions += 1
  const sums = new Map<string, bigint>()
  for (const line of lines) {
    const match = /^ {4}(\S+) {2}(-?\d+\.\d\d) GBP(?: = (-?\d+\.\d\d) GBP)?$/.exec(line)
    if (!match) {
      read.problems.push(`${heading}: cannot be read: ${line}`)
      continue
    }
    const [, account = '', amount = '', asserted] = match
    if (!read.declared.has(account)) read.problems.push(`${account} is not declared`)
    const book = account.split(':')[1] ?? ''
    const balance = (read.balances.get(account) ?? 0n) + penceIn(amount)
    read.balances.set(account, balance)
    sums.set(book, (sums.get(book) ?? 0n) + penceIn(amount))
    if (asserted === undefined) continue
    read.assertions += 1
    if (penceIn(asserted) !== balance)
      read.problems.push(`${heading}: ${account} has ${balance}p, not ${asserted}`)
  }
  for (const [book, sum] of sums) if (sum !== 0n) read.problems.push(`${heading}: ${book} is out by ${sum}p`)
}

const penceIn = (text: string) => BigInt(text.replace('.', ''))
