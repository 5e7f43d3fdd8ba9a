import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import type { CommandContext } from '../../../platform/command.ts'
import { idSchema } from '../../../platform/id.ts'
import { daySchema, optionalWords, penceAboveNothing, penceSchema, words } from '../../../platform/input.ts'
import { nothing } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import type { Refused } from '../../../platform/outcome.ts'
import { appointCoordinator } from '../../accounts/index.ts'
import { awardBudget, bases, openAccount, paidEveryChoices } from '../../budgets/index.ts'
import type { HoldingChoice } from '../../budgets/index.ts'
import { OrganisationId } from '../../organisations/index.ts'
import { addPerson, personDetails } from '../../people/index.ts'
import type { PersonId } from '../../people/index.ts'
import { addPlanLine, startPlan } from '../../plans/index.ts'

/** Who holds the money: they themself, the NHS, or an organisation for them. */
const holder = z.discriminatedUnion('by', [
  z.object({ by: z.literal('themself') }),
  z.object({ by: z.literal('nhs') }),
  z.object({ by: z.enum(['agent', 'holder']), organisationId: OrganisationId, name: words(60) }),
])
type Holder = z.output<typeof holder>

const input = personDetails.extend({
  icbId: OrganisationId,
  coordinatorId: idSchema<'user'>().optional(),
  reviewOn: daySchema.optional(),
  /** What the whole support costs in a week. */
  weeklyCost: penceAboveNothing,
  from: daySchema,
  until: daySchema,
  basis: z.enum(bases),
  paidEvery: z.enum(paidEveryChoices),
  costCode: optionalWords(40),
  shares: z.array(z.object({ funderId: OrganisationId, parts: z.int().min(1).max(10_000) })),
  holder,
  /** What is in the account today. */
  openingBalance: penceSchema,
  /** Does everything, and then nothing of it stays: what would be refused is refused. */
  dryRun: z.boolean(),
})
type Load = z.output<typeof input>
export type PersonToLoad = Omit<z.input<typeof input>, 'dryRun'>

/**
 * Takes over somebody whose budget was looked after elsewhere until now: who they are, what was agreed and when it is
 * looked at again, who holds the money, what is in the account. Whole or not at all; never twice.
 */
export const loadPerson = command({
  name: 'workspaces.load-person',
  input,
  allow: 'load a caseload',
  async run(context, load) {
    // What keeps anybody from being loaded twice.
    if (!load.nhsNumber) return refuse('nhs-number-is-missing')
    if (load.holder.by === 'nhs' && load.openingBalance !== 0n) return refuse('nhs-has-no-account')
    const added = await addPerson.run(context, { ...load, newPersonId: undefined })
    if (!added.ok) return added
    const { personId } = added.value
    if (load.coordinatorId) {
      await appointCoordinator.run(context, { personId, userId: load.coordinatorId })
    }
    const { planId, planLineId } = await plan(context, personId, load)
    const held = await hold(context, personId, load)
    const { shares, from, until, basis, paidEvery, costCode, icbId } = load
    const awarded = await awardBudget.run(context, {
      personId,
      planId,
      from,
      until,
      basis,
      payerId: icbId,
      paidEvery,
      costCode,
      shares,
      lines: [{ planLineId, held }],
    })
    if (!awarded.ok) {
      const { refusal } = awarded
      return isRuledOut(refusal) ? neverRefused(awarded) : refuse(refusal)
    }
    return load.dryRun ? refuse('nothing-in-the-way') : done({ personId })
  },
  about: ({ personId }) => personId,
  says: () => 'Taken over with a caseload',
})

async function plan(context: CommandContext, personId: PersonId, { from, reviewOn, weeklyCost }: Load) {
  const started = await startPlan.run(context, { personId, agreedOn: from, reviewOn })
  const { planId } = started.ok ? started.value : neverRefused(started)
  const line = await addPlanLine.run(context, {
    personId,
    planId,
    name: 'Support',
    whatFor: 'As in the plan that was agreed before',
    outcome: 'As in the plan that was agreed before',
    amount: weeklyCost,
    per: 'week',
    extraPerBankHoliday: nothing,
    usualPayees: [],
  })
  const { planLineId } = line.ok ? line.value : neverRefused(line)
  return { planId, planLineId }
}

async function hold(context: CommandContext, personId: PersonId, load: Load): Promise<HoldingChoice> {
  const choice = choiceOf(load.holder)
  if (load.holder.by === 'nhs') return choice
  const opened = await openAccount.run(context, {
    personId,
    ...(load.holder.by === 'themself'
      ? { kind: 'own' as const, name: 'Own separate account' }
      : {
          kind: load.holder.by === 'agent' ? ('managed' as const) : ('third-party' as const),
          name: `${load.holder.name}’s account`,
          holderId: load.holder.organisationId,
        }),
    openedOn: context.today,
    openingBalance: load.openingBalance,
  })
  const { accountId } = opened.ok ? opened.value : neverRefused(opened)
  return { ...choice, accountId }
}

type AwardRefusal = Extract<Awaited<ReturnType<typeof awardBudget.run>>, { ok: false }>['refusal']

/** Refusals of an award that a plan, a line and an account made a moment before rule out. */
const ruledOut = [
  'no-such-plan',
  'no-such-line',
  'line-has-a-budget-then',
  'account-does-not-fit',
  'needs-an-account',
  'holder-cannot-employ-there',
] as const satisfies readonly AwardRefusal[]

const isRuledOut = (refusal: AwardRefusal): refusal is (typeof ruledOut)[number] =>
  ruledOut.some((each) => each === refusal)

function neverRefused({ refusal }: Refused<string>): never {
  throw new Error(`What was made for somebody a moment ago does not fit: ${refusal}`)
}

/** In law a managed account is a direct payment: they employ. A holder of a third-party budget employs itself. */
function choiceOf({ by }: Holder): HoldingChoice {
  switch (by) {
    case 'themself':
      return { way: 'direct', employer: 'person' }
    case 'agent':
      return { way: 'managed', employer: 'person' }
    case 'holder':
      return { way: 'third-party', employer: 'holder' }
    case 'nhs':
      return { way: 'notional', employer: 'agency' }
  }
}
