import type { awardBudget } from '../commands/award-budget.ts'
import type { RefusalOf } from '../../../platform/command.ts'

type Refusal = RefusalOf<typeof awardBudget>

/** Why a budget cannot be awarded so, with the rule where there is one. */
export const awardRefusals: Record<Refusal, string> = {
  'ends-before-it-starts': 'The last day must not be before the first day',
  'no-such-plan': 'The plan has changed. Look at it again, then award the budget',
  'no-such-line': 'The plan has changed: one of these lines is not in it any more',
  'line-has-a-budget-then':
    'One of these lines has money of another budget in these days. Choose other days, or end that budget first',
  'funder-cannot-fund':
    'They have no council yet. Add the council to the person first, or let the NHS fund all of it',
  'shares-not-whole': 'The parts of the NHS and the council must come to 100%',
  'only-the-nhs-pays-for-chc':
    'NHS Continuing Healthcare is paid by the NHS alone: enter 100. A joint package can be shared with the council',
  'no-contribution-to-nhs-care':
    'Nobody can be asked to pay towards NHS care (NHS Act 2006, section 1). Leave the contribution empty, or let the council fund a part',
  'no-contribution-to-section-117': 'Aftercare under section 117 is free. Leave the contribution empty',
  'contribution-above-council-part':
    'The contribution is more than the council’s part. It can only lower what the council pays',
  'needs-an-account': 'Choose an account for this way of holding it',
  'account-does-not-fit': 'That account does not fit this way of holding it',
  'holder-cannot-employ-there':
    'Only an organisation that holds the budget can employ for them. Choose another employer',
}

/** The field at which each is said; the others at the top. */
export const whereAwardIsWrong: Partial<Record<Refusal, string>> = {
  'ends-before-it-starts': 'lastDay',
  'line-has-a-budget-then': 'lines',
  'funder-cannot-fund': 'nhsPercent',
  'only-the-nhs-pays-for-chc': 'nhsPercent',
  'no-contribution-to-nhs-care': 'contribution',
  'no-contribution-to-section-117': 'contribution',
  'contribution-above-council-part': 'contribution',
}
