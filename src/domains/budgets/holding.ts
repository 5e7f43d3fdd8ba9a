import { z } from 'zod'
import { addDays, showDay } from '../../platform/day.ts'
import type { Day } from '../../platform/day.ts'
import { done, refuse } from '../../platform/outcome.ts'
import type { Outcome } from '../../platform/outcome.ts'
import { AccountId } from './budget.ts'
import type { AccountKind } from './account.ts'

/** How a line's money is held. Words for pages, and the terms that letters use in brackets. */
export const ways = ['notional', 'third-party', 'managed', 'direct'] as const
export type Way = (typeof ways)[number]

export const wayWords: Record<Way, string> = {
  notional: 'The NHS (and council) arrange it',
  'third-party': 'An organisation holds it and runs your support',
  managed: 'You are in charge and a service keeps the account for you',
  direct: 'You hold it',
}

export const wayTerms: Record<Way, string> = {
  notional: 'notional budget',
  'third-party': 'third-party budget',
  managed: 'direct payment, managed account',
  direct: 'direct payment',
}

export const employers = ['person', 'holder', 'agency', 'nobody'] as const
export type Employer = (typeof employers)[number]

export const employerWords: Record<Employer, string> = {
  person: 'You employ the people who work for you',
  holder: 'The organisation employs the people who work for you',
  agency: 'An agency employs the people who work for you',
  nobody: 'Nobody is employed',
}

/** Who holds and who employs are two questions (domain.md 9A.1). */
export const holdingChoice = z.object({
  way: z.enum(ways),
  accountId: AccountId.optional(),
  employer: z.enum(employers),
})
export type HoldingChoice = z.output<typeof holdingChoice>

export type HoldingRefusal = 'needs-an-account' | 'account-does-not-fit' | 'holder-cannot-employ-there'

const accountKindsFor: Record<Way, readonly AccountKind[]> = {
  notional: [],
  'third-party': ['third-party'],
  managed: ['managed'],
  direct: ['own', 'card'],
}

/**
 * Whether a line can be held so. In law a managed account is a direct payment: the person stays contractor and
 * employer; only an organisation that holds a third-party budget contracts and employs itself (domain.md 1.4, 9A.1).
 */
export function checkHolding(
  choice: HoldingChoice,
  account: { kind: AccountKind } | undefined,
): Outcome<undefined, HoldingRefusal> {
  if (choice.employer === 'holder' && choice.way !== 'third-party')
    return refuse('holder-cannot-employ-there')
  if (choice.way === 'notional') return choice.accountId ? refuse('account-does-not-fit') : done()
  if (!account) return refuse('needs-an-account')
  return accountKindsFor[choice.way].includes(account.kind) ? done() : refuse('account-does-not-fit')
}

/** Who can employ, by how the money is held. */
const employersFor: Record<Way, readonly Employer[]> = {
  notional: ['agency', 'nobody'],
  'third-party': ['holder', 'agency', 'nobody'],
  managed: ['person', 'agency', 'nobody'],
  direct: ['person', 'agency', 'nobody'],
}

/** One way to hold a line, as a choice of a form: `value` names it, and says all of it. */
export type HoldingOption = { value: string; words: string; choice: HoldingChoice }

/** Every way in which a person with these accounts can hold a line. */
export function holdingOptions(
  accounts: readonly { id: AccountId; kind: AccountKind; name: string }[],
): HoldingOption[] {
  return ways.flatMap((way) => {
    const places =
      way === 'notional' ? [undefined] : accounts.filter((each) => accountKindsFor[way].includes(each.kind))
    return places.flatMap((account) =>
      employersFor[way].map((employer): HoldingOption => ({
        value: [way, employer, account?.id ?? ''].join(' ').trim(),
        words: `${wayWords[way]}${account ? ` (${account.name})` : ''}. ${employerWords[employer]}`,
        choice: { way, employer, ...(account && { accountId: account.id }) },
      })),
    )
  })
}

/** One thing that moving a line takes, with the day it is likely to be done by. */
export type Step = { words: string; by: Day | undefined }

/** Local policy until rules are data (a later piece of work): statutory notice is a week for each year up to twelve (ERA 1996 s.86). */
export const noticeInDays = 28

/**
 * What it takes to hold a line differently, said before the tap. Nothing of it moves money by itself
 * (domain.md 9A.17).
 */
export function whatItTakes(from: HoldingChoice, to: HoldingChoice, on: Day): Step[] {
  const steps: Step[] = []
  const leaves = from.way !== to.way || from.accountId !== to.accountId
  if (from.employer === 'person' && to.employer !== 'person') {
    steps.push(
      {
        words:
          'Give the people you employ notice, or agree that they move to the new employer (TUPE may apply)',
        by: on,
      },
      { words: 'Pay their last wages, leave owed and any redundancy', by: addDays(on, noticeInDays) },
      { words: 'Send the last payroll to HMRC and pay what is due', by: addDays(on, noticeInDays + 22) },
    )
  }
  if (from.employer !== 'person' && to.employer === 'person') {
    steps.push({
      words: 'Before anyone starts: payroll, employer’s insurance, right-to-work checks, written particulars',
      by: on,
    })
  }
  if (from.employer === 'holder' || from.employer === 'agency') {
    if (to.employer !== from.employer) steps.push({ words: 'Give the organisation notice', by: on })
  }
  if (leaves && from.accountId) {
    steps.push({
      words: 'Settle what is left in the old account; nothing moves by itself',
      by: addDays(on, noticeInDays),
    })
  }
  if (leaves && to.accountId) {
    steps.push({ words: 'Check the new account before the first payment goes to it', by: on })
  }
  if (steps.length === 0)
    steps.push({ words: `Nothing else: from ${showDay(on)} it is held the new way`, by: on })
  return steps
}
