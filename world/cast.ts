import { actorOf, appointCoordinator, letPersonSignIn } from '../src/domains/accounts/index.ts'
import type { UserId } from '../src/domains/accounts/index.ts'
import { awardBudget, openAccount } from '../src/domains/budgets/index.ts'
import type { AccountId, Basis, BudgetId, Employer, LineId, Way } from '../src/domains/budgets/index.ts'
import type { OrganisationId } from '../src/domains/organisations/index.ts'
import { confirmDetails, enterDetails } from '../src/domains/payments/index.ts'
import { addPerson, fullName, noteCommunicationNeed } from '../src/domains/people/index.ts'
import type { NeedGroup, PersonId } from '../src/domains/people/index.ts'
import { addPlanLine, noteUnpaidSupport, startPlan } from '../src/domains/plans/index.ts'
import type { KeptFor, PlanId, PlanLineId, Rhythm } from '../src/domains/plans/index.ts'
import type { Actor } from '../src/platform/actor.ts'
import type { Id } from '../src/platform/id.ts'
import { pounds } from '../src/platform/money.ts'
import { as, council, icb, staff } from './organisations.ts'
import type { World } from './world.ts'

/** Somebody of the synthetic ICB, as data: who they are, what was agreed, how the money is held. */
export type Role<Line extends string = string> = {
  /** Numbers their ids: fixed, so that addresses in the demonstration stay the same. */
  no: number
  person: {
    givenName: string
    familyName: string
    knownAs?: string
    saidAs?: string
    bornOn: string
    nhsNumber: string
    phone?: string
    email?: string
    councilId?: OrganisationId
  }
  coordinator?: 'coordinator' | 'otherCoordinator'
  needs?: readonly { group: NeedGroup; words: string }[]
  plan: {
    agreedOn: string
    lines: Record<Line, PlannedLine>
    unpaid?: readonly { who: string; what: string }[]
  }
  account?: HeldIn
  budget: {
    from: string
    until: string
    basis: Basis
    payerId: OrganisationId
    paidEvery: 'week' | 'four-weeks' | 'month' | 'quarter'
    costCode: string
    /** Percent of the NHS; the rest is the council's. */
    nhsPercent: number
    contribution?: string
    held: { way: Way; employer: Employer }
  }
}

type PlannedLine = {
  name: string
  whatFor: string
  outcome: string
  amount: string
  per: Rhythm
  extraPerBankHoliday?: string
  keptFor?: KeptFor
  usualPayees?: readonly string[]
  /** Where it is held otherwise than the rest. */
  held?: { way: Way; employer: Employer }
}

type HeldIn = {
  kind: 'own' | 'card' | 'managed' | 'third-party'
  name: string
  holderId?: OrganisationId
  sortCode: string
  number: string
  openedOn: string
  openingBalance?: string
}

/** A member of the cast: their ids, themself acting, and the steps by which a budget begins. */
export type Member<Line extends string> = Role<Line> & {
  personId: PersonId
  accountId: AccountId
  planId: PlanId
  budgetId: BudgetId
  line(name: Line): LineId
  planLine(name: Line): PlanLineId
  /** They themself, acting. */
  themself: () => Actor
  becomesKnown: (world: World) => Promise<void>
  opensAccount: (world: World) => Promise<void>
  isAwarded: (world: World) => Promise<void>
  /** One finance officer enters where to pay, another confirms it. */
  canBePaid: (world: World) => Promise<void>
}

export function cast<Line extends string>(role: Role<Line>): Member<Line> {
  const id = <Name extends string>(last: number) => idOf<Name>(role.no, last)
  const lineNames = Object.keys(role.plan.lines) as Line[]
  const member: Member<Line> = {
    ...role,
    personId: id(1),
    planId: id(3),
    budgetId: id(4),
    accountId: id(5),
    line: (name) => id(20 + lineNames.indexOf(name)),
    planLine: (name) => id(60 + lineNames.indexOf(name)),
    themself: () =>
      actorOf(
        { id: id<'user'>(2), name: fullName(role.person), personId: member.personId, memberships: [] },
        icb,
      ),
    becomesKnown: (world) => becomeKnown(world, member, { userId: id(2), lineNames }),
    opensAccount: (world) => noteAccount(world, member),
    isAwarded: (world) => award(world, member, lineNames),
    canBePaid: (world) => enterAndConfirm(world, member, id(6)),
  }
  return member
}

const idOf = <Name extends string>(no: number, last: number) =>
  `0190b${String(no).padStart(3, '0')}-0000-7000-8000-${String(last).padStart(12, '0')}` as Id<Name>

type Beginning<Line> = { userId: UserId; lineNames: readonly Line[] }

async function becomeKnown<Line extends string>(
  { act }: World,
  member: Member<Line>,
  { userId, lineNames }: Beginning<Line>,
): Promise<void> {
  const { personId, planId, plan } = member
  const coordinator = as(member.coordinator ?? 'coordinator')
  await act(coordinator, addPerson, { ...member.person, newPersonId: personId, icbId: icb })
  await act(coordinator, letPersonSignIn, { personId, newUserId: userId })
  await act(coordinator, appointCoordinator, {
    personId,
    userId: staff[member.coordinator ?? 'coordinator'].id,
  })
  for (const need of member.needs ?? []) await act(coordinator, noteCommunicationNeed, { personId, ...need })
  await act(coordinator, startPlan, { personId, newPlanId: planId, agreedOn: plan.agreedOn })
  for (const name of lineNames) {
    const { amount, extraPerBankHoliday = '0.00', held: _held, ...line } = plan.lines[name]
    await act(coordinator, addPlanLine, {
      personId,
      planId,
      newPlanLineId: member.planLine(name),
      ...line,
      amount: pounds(amount),
      extraPerBankHoliday: pounds(extraPerBankHoliday),
    })
  }
  for (const support of plan.unpaid ?? [])
    await act(coordinator, noteUnpaidSupport, { personId, planId, ...support })
}

async function noteAccount<Line extends string>({ act }: World, member: Member<Line>): Promise<void> {
  const account = heldIn(member)
  const { openingBalance = '0.00', number, ...rest } = account
  await act(as(member.coordinator ?? 'coordinator'), openAccount, {
    ...rest,
    personId: member.personId,
    newAccountId: member.accountId,
    accountNumber: number,
    openingBalance: pounds(openingBalance),
  })
}

async function award<Line extends string>(
  { act }: World,
  member: Member<Line>,
  names: readonly Line[],
): Promise<void> {
  const { held, nhsPercent, contribution, ...budget } = member.budget
  const shares = [
    { funderId: icb, parts: nhsPercent * 100 },
    { funderId: council, parts: 10_000 - nhsPercent * 100 },
  ].filter((share) => share.parts > 0)
  await act(as(member.coordinator ?? 'coordinator'), awardBudget, {
    ...budget,
    personId: member.personId,
    planId: member.planId,
    newBudgetId: member.budgetId,
    shares,
    contribution: contribution === undefined ? undefined : pounds(contribution),
    lines: names.map((name) => {
      const own = member.plan.lines[name].held ?? held
      return {
        planLineId: member.planLine(name),
        newLineId: member.line(name),
        held: { ...own, accountId: own.way === 'notional' ? undefined : member.accountId },
      }
    }),
  })
}

async function enterAndConfirm<Line extends string>(
  { act }: World,
  member: Member<Line>,
  detailsId: Id<'details'>,
): Promise<void> {
  const { sortCode, number } = heldIn(member)
  const { personId, accountId } = member
  const isCouncils = member.budget.payerId === council
  await act(as(isCouncils ? 'councilFinance' : 'finance'), enterDetails, {
    personId,
    accountId,
    newDetailsId: detailsId,
    accountName: fullName(member.person).slice(0, 80),
    sortCode,
    accountNumber: number,
  })
  await act(as(isCouncils ? 'otherCouncilFinance' : 'otherFinance'), confirmDetails, { personId, detailsId })
}

function heldIn(member: Role): HeldIn {
  if (!member.account) throw new Error(`${member.person.givenName} has no account`)
  return member.account
}
