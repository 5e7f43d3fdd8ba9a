import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../../platform/day.ts'
import type { Day } from '../../platform/day.ts'
import { toPence } from '../amount.ts'
import { readWholeStatements } from '../read-statement.ts'

/** Ways in which banks of the world write the same payments; no reader is told which. */
type Manner = {
  readonly headings: boolean
  readonly dates: 'iso' | 'day/month' | 'month/day' | 'dots'
  readonly amounts: 'signed' | 'card' | 'two columns' | 'two signed columns' | 'word'
  readonly balance: boolean
  readonly newestFirst: boolean
  readonly comma: boolean
  readonly pounds: boolean
}
type Payment = { readonly on: Day; readonly pence: number }

const manner: fc.Arbitrary<Manner> = fc.record({
  headings: fc.boolean(),
  dates: fc.constantFrom('iso', 'day/month', 'month/day', 'dots'),
  amounts: fc.constantFrom('signed', 'card', 'two columns', 'two signed columns', 'word'),
  balance: fc.boolean(),
  newestFirst: fc.boolean(),
  comma: fc.boolean(),
  pounds: fc.boolean(),
})

/** Mostly money out, as on accounts and cards; days within about a month, most of them in its first days. */
const payments: fc.Arbitrary<readonly Payment[]> = fc
  .tuple(
    fc.nat(400),
    fc.array(fc.record({ days: fc.nat(3), pence: fc.integer({ min: 1, max: 99_999 }), isIn: fc.nat(4) }), {
      minLength: 1,
      maxLength: 14,
    }),
  )
  .map(([start, all]) => {
    let on = addDays(day('2026-01-01'), start)
    return all.map(({ days, pence, isIn }, index) => {
      on = addDays(on, days)
      return { on, pence: isIn === 0 && index > 0 ? pence : -pence }
    })
  })

function writeDay(on: Day, dates: Manner['dates']): string {
  const [year, month, date] = on.split('-') as [string, string, string]
  const ways = { iso: on, 'day/month': `${date}/${month}/${year}`, 'month/day': `${month}/${date}/${year}` }
  return dates === 'dots' ? `${date}.${month}.${year}` : ways[dates]
}

function write(all: readonly Payment[], as: Manner): string {
  const money = (pence: number): string => {
    const digits = (Math.abs(pence) / 100).toFixed(2)
    const size = as.comma ? digits.replace('.', ',') : digits
    return `${pence < 0 ? '-' : ''}${as.pounds ? '£' : ''}${size}`
  }
  let balance = 50_000
  const rows = all.map(({ on, pence }) => {
    balance += pence
    const ways = {
      signed: [money(pence)],
      card: [money(-pence)],
      'two columns': pence < 0 ? [money(-pence), ''] : ['', money(pence)],
      'two signed columns': pence < 0 ? [money(pence), ''] : ['', money(pence)],
      word: [money(Math.abs(pence)), pence < 0 ? 'Debit' : 'Credit'],
    }
    const cells = [
      writeDay(on, as.dates),
      'SHOP',
      ...ways[as.amounts],
      ...(as.balance ? [money(balance)] : []),
    ]
    return cells.map((cell) => `"${cell}"`).join(',')
  })
  const names = {
    signed: ['Amount'],
    card: ['Amount'],
    'two columns': ['Debit', 'Credit'],
    'two signed columns': ['Debit', 'Credit'],
    word: ['Amount', 'Type'],
  }
  const heads = ['Date', 'Description', ...names[as.amounts], ...(as.balance ? ['Balance'] : [])]
  const inOrder = as.newestFirst ? rows.toReversed() : rows
  return `${(as.headings ? [heads.join(','), ...inOrder] : inOrder).join('\n')}\n`
}

const isCardOfFew = (all: readonly Payment[], { amounts, balance }: Manner): boolean =>
  amounts === 'card' && !balance && all.filter(({ pence }) => pence > 0).length * 5 >= all.length * 2

test('a file of any manner is read right or refused, never read wrong', async () => {
  await fc.assert(
    fc.asyncProperty(payments, manner, async (all, as) => {
      // A card with nearly as many refunds as purchases looks like an account, and nothing in it says otherwise.
      fc.pre(!isCardOfFew(all, as))
      // Nobody who banks in pounds writes the month first.
      fc.pre(!(as.pounds && as.dates === 'month/day'))
      const outcome = await readWholeStatements([Buffer.from(write(all, as))])
      const read = outcome.ok
        ? outcome.value[0]?.all.map(({ bookedOn, amount }) => `${bookedOn} ${toPence(amount)}`)
        : []
      const written = all.map(({ on, pence }) => `${on} ${pence}`)
      expect(read).toEqual(outcome.ok ? (as.newestFirst ? written.toReversed() : written) : [])
    }),
    { numRuns: 2_000 },
  )
})
