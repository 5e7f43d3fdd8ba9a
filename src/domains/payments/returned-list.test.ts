import { expect, test } from 'vitest'
import type { PaymentId } from './payment.ts'
import { readReturns } from './returned-list.ts'

const payments = [
  { id: 'a' as PaymentId, reference: 'PHB 0001', state: 'sent' },
  { id: 'b' as PaymentId, reference: 'PHB 0002', state: 'sent' },
  { id: 'c' as PaymentId, reference: 'PHB 0003', state: 'arrived' },
  { id: 'd' as PaymentId, reference: 'PHB 0004', state: 'prepared' },
]
const row = (line: number, reference: string, outcome: string, because = '') => ({
  line,
  reference,
  outcome,
  because,
})

test('references are known without their spaces and in any capitals', () => {
  const { returns, rejected } = readReturns(
    [row(2, 'phb0001', 'Paid'), row(3, 'PHB 0002', 'RETURNED', 'Closed')],
    payments,
  )
  expect(returns.map(({ paymentId, outcome, because }) => [paymentId, outcome, because])).toEqual([
    ['a', 'paid', ''],
    ['b', 'failed', 'Closed'],
  ])
  expect(rejected).toEqual([])
})

test.each([
  ['of another run', row(2, 'PHB 9999', 'paid'), 'No payment of this run has this reference'],
  ['with an outcome nobody knows', row(2, 'PHB 0001', 'maybe'), '“maybe” is neither paid nor failed'],
  ['that was not sent', row(2, 'PHB 0004', 'paid'), 'This payment was not sent'],
  [
    'that failed though it was seen',
    row(2, 'PHB 0003', 'failed'),
    'This payment was seen on a statement already',
  ],
])('a row %s is rejected with why', (_name, given, why) => {
  const { returns, rejected } = readReturns([given], payments)
  expect(returns).toEqual([])
  expect(rejected.map((each) => each.why)).toEqual([why])
})

test('the second row of one payment is rejected, and the first counts', () => {
  const { returns, rejected } = readReturns(
    [row(2, 'PHB 0001', 'paid'), row(3, 'PHB 0001', 'failed')],
    payments,
  )
  expect(returns).toHaveLength(1)
  expect(rejected).toEqual([{ line: 3, reference: 'PHB 0001', why: 'This payment stands in the list twice' }])
})
