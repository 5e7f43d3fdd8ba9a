/** What a bank's word for the state of a payment means for a statement. */
export type LineStatus = 'booked' | 'pending' | 'void'

const words: Readonly<Record<LineStatus, string>> = {
  booked: `completed, complete, settled, booked, posted, billed, cleared, success, successful, paid, processed,
    executed, sent, received`,
  pending: `pending, authorised, authorized, processing, awaiting, in progress, scheduled, unsettled, uncleared`,
  void: `reverted, declined, failed, cancelled, canceled, rejected, expired, voided, refused`,
}

const meanings = new Map<string, LineStatus>(
  Object.entries(words).flatMap(([status, list]) =>
    list.split(',').map((word): [string, LineStatus] => [word.trim(), status as LineStatus]),
  ),
)

export const statusWord = (text: string): LineStatus | undefined => meanings.get(text.toLowerCase())
