/**
 * How far a payment may differ from what we know of its payee before we ask. Ours, not the law's: a wrong certain
 * match costs more trust than a question.
 */
export const matchingBounds = {
  name: 'matching bounds',
  version: '2026-11-25',
  /** Per cent of the least and the most that this payee was paid before. */
  least: 80n,
  most: 125n,
  /** The same once they said "always". */
  mostWhenAlways: 200n,
  /** After so many days without this payee we ask again, unless they said "always". */
  forgottenAfterDays: 100,
  /** More often than this within seven days is unusual for anybody. */
  mostInAWeek: 5,
  /** A payment that we sent is seen within so many days of the day it left. */
  paymentSeenWithinDays: 12,
  /** Somebody's contribution comes so many days before or after it is due. */
  contributionWithinDays: 21,
  /** Money that moves between two accounts of theirs is seen on both within so many days. */
  movedWithinDays: 7,
  /** What was set aside may be paid so many days before it is due, or after. */
  dueWithinDays: 45,
  /** A refund follows what it refunds within so many days. */
  refundWithinDays: 120,
} as const
