import { absolute } from '../../platform/money.ts'
import type { Pence } from '../../platform/money.ts'
import type { AccountId } from '../budgets/index.ts'
import * as ledger from '../ledger/index.ts'
import type { AccountCode, Balances, Transfer } from '../ledger/index.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { Match, MatchKind } from './matching.ts'

/** From where the money of a line is explained: straight from its account, or from where it lay unexplained. */
export type Side = { accountId: AccountId } | 'unexplained'

type Explained = { amount: Pence; match: Match; payerId: OrganisationId | undefined }

/** The transfers that say what a line was for, in both books. `amount` is signed as on the statement. */
export function explain({ amount, match, payerId }: Explained, side: Side, balances: Balances): Transfer[] {
  const size = absolute(amount)
  const other = counterpart(match, payerId)
  const here = amount > 0n ? sideIn(side) : sideOut(side)
  const place = amount > 0n ? ledger.move(other, here, size) : ledger.move(here, other, size)
  return [...purpose(match, balances), ...place]
}

/** A line that nobody can explain yet. It happened all the same, so it is recorded. */
export function notExplained(amount: Pence, accountId: AccountId): Transfer[] {
  const account = ledger.bankAccount(accountId)
  return amount > 0n
    ? ledger.move(ledger.unknownIn, account, amount)
    : ledger.move(account, ledger.unknownOut, absolute(amount))
}

/**
 * Takes an explanation back: the line is unexplained again, and its lines' money is as it was. `earlier` are the
 * transfers of the explanation; what can be mirrored exactly says which transfer it mirrors.
 */
export function unexplain(
  amount: Pence,
  match: Match,
  earlier: readonly (Transfer & { journalNo: bigint; n: number; book: ledger.Book })[],
  balances: Balances,
): Transfer[] {
  const ofPurpose = earlier.filter((transfer) => transfer.book === 'purpose')
  const purposeBack =
    match.kind === 'refund'
      ? match.parts.flatMap((part) =>
          ledger.spend(part.lineId, ledger.lineMoney(balances, part.lineId), part.amount),
        )
      : ofPurpose.map(mirror)
  const place = earlier.find((transfer) => transfer.book === 'place')
  if (!place) return purposeBack
  const unknown = amount > 0n ? ledger.unknownIn : ledger.unknownOut
  if (place.from === unknown || place.to === unknown) return [...purposeBack, mirror(place)]
  const size = absolute(amount)
  return [
    ...purposeBack,
    ...(amount > 0n ? ledger.move(unknown, place.from, size) : ledger.move(place.to, unknown, size)),
  ]
}

const mirror = ({
  from,
  to,
  amount,
  journalNo,
  n,
}: Transfer & { journalNo: bigint; n: number }): Transfer => ({
  from: to,
  to: from,
  amount,
  reverses: { journalNo, n },
})

const sideOut = (side: Side): AccountCode =>
  side === 'unexplained' ? ledger.unknownOut : ledger.bankAccount(side.accountId)
const sideIn = (side: Side): AccountCode =>
  side === 'unexplained' ? ledger.unknownIn : ledger.bankAccount(side.accountId)

/** Who or what is on the other side of a line. */
function counterpart(match: Match, payerId: OrganisationId | undefined): AccountCode {
  const kinds: Record<MatchKind, () => AccountCode> = {
    spent: () => payeeOf(match),
    'set-aside': () => payeeOf(match),
    refund: () => payeeOf(match),
    mine: () => ledger.owedByPerson,
    'paid-back': () => ledger.owedByPerson,
    moved: () => ledger.inTransit,
    payment: () => ledger.inTransit,
    contribution: () => ledger.ownMoney,
    'own-money': () => ledger.ownMoney,
    interest: () => ledger.interest,
    'given-back': () => {
      if (!payerId) throw new Error('Nobody is known who it could be given back to')
      return ledger.payer(payerId)
    },
  }
  return kinds[match.kind]()
}

function payeeOf({ payeeId }: Match): AccountCode {
  if (!payeeId) throw new Error('A payment needs somebody who was paid')
  return ledger.payee(payeeId)
}

function purpose({ kind, parts }: Match, balances: Balances): Transfer[] {
  // No line stands in two parts, so none sees what another did.
  return parts.flatMap(({ lineId, amount }) =>
    movesPurpose(kind, lineId, ledger.lineMoney(balances, lineId), amount),
  )
}

function movesPurpose(
  kind: MatchKind,
  lineId: Match['parts'][number]['lineId'],
  money: ledger.LineMoney,
  amount: Pence,
) {
  if (kind === 'spent') return ledger.spend(lineId, money, amount)
  if (kind === 'set-aside') return ledger.spendCommitted(lineId, money, amount)
  return kind === 'refund' ? ledger.unspend(lineId, money, amount) : []
}
