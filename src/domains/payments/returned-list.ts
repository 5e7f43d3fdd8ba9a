import type { PaymentId } from './payment.ts'

/** What the payer's bank or finance system says of one payment of a run. */
export type Returned = { reference: string; outcome: 'paid' | 'failed'; because: string }

/** A row of a returned list as it stands in the file. */
export type ReturnedRow = { line: number; reference: string; outcome: string; because: string }

export type PaymentOfRun = { id: PaymentId; reference: string; state: string }

/** What a returned list says of a run, and each row that cannot be used with why. */
export type ReadReturns = {
  returns: readonly (Returned & { paymentId: PaymentId })[]
  rejected: readonly { line: number; reference: string; why: string }[]
}

const outcomes: ReadonlyMap<string, Returned['outcome']> = new Map([
  ['paid', 'paid'],
  ['accepted', 'paid'],
  ['success', 'paid'],
  ['failed', 'failed'],
  ['returned', 'failed'],
  ['rejected', 'failed'],
  ['bounced', 'failed'],
])

/** Holds each row against the run: a reference of another run, said twice, or an outcome that nobody knows is rejected. */
export function readReturns(rows: readonly ReturnedRow[], payments: readonly PaymentOfRun[]): ReadReturns {
  const byReference = new Map(payments.map((payment) => [plain(payment.reference), payment]))
  const seen = new Set<string>()
  const returns: (Returned & { paymentId: PaymentId })[] = []
  const rejected: { line: number; reference: string; why: string }[] = []
  for (const { line, reference, outcome, because } of rows) {
    const payment = byReference.get(plain(reference))
    const known = outcomes.get(outcome.toLowerCase())
    const why = !payment
      ? 'No payment of this run has this reference'
      : seen.has(plain(reference))
        ? 'This payment stands in the list twice'
        : !known
          ? `“${outcome}” is neither paid nor failed`
          : payment.state === 'prepared' || payment.state === 'cancelled'
            ? 'This payment was not sent'
            : known === 'failed' && payment.state === 'arrived'
              ? 'This payment was seen on a statement already'
              : undefined
    seen.add(plain(reference))
    if (why !== undefined || !payment || !known) rejected.push({ line, reference, why: why ?? '' })
    else returns.push({ paymentId: payment.id, reference: payment.reference, outcome: known, because })
  }
  return { returns, rejected }
}

/** Banks print references in capitals, and some leave the spaces out. */
const plain = (reference: string) => reference.replaceAll(/\s/g, '').toUpperCase()
