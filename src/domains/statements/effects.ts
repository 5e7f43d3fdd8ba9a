import type { CommandContext } from '../../platform/command.ts'
import type { Day } from '../../platform/day.ts'
import { noteReceived, reopen, takeOff } from '../budgets/index.ts'
import { noteArrived, noteNotArrived } from '../payments/index.ts'
import type { PersonId } from '../people/index.ts'
import type { Match } from './matching.ts'

/** What a match settles elsewhere: something set aside is paid, a payment arrived, a contribution came. */
export async function settleElsewhere(
  context: CommandContext,
  personId: PersonId,
  match: Match,
  on: Day,
): Promise<void> {
  const { tx } = context
  if (match.commitmentId) await takeOff(tx, personId, match.commitmentId, { on, because: 'paid' })
  if (match.paymentId) await noteArrived(tx, personId, match.paymentId, on)
  if (match.contributionDueId) await noteReceived(context, personId, match.contributionDueId, on)
}

/** The same taken back. */
export async function unsettleElsewhere(
  context: CommandContext,
  personId: PersonId,
  match: Match,
): Promise<void> {
  const { tx } = context
  if (match.commitmentId) await reopen(tx, personId, match.commitmentId, match.parts)
  if (match.paymentId) await noteNotArrived(tx, personId, match.paymentId)
  if (match.contributionDueId) await noteReceived(context, personId, match.contributionDueId, undefined)
}
