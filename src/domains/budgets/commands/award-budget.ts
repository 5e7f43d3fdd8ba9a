import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import type { CommandContext } from '../../../platform/command.ts'
import { lengthOf } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import { daySchema, optionalWords, penceAboveNothing } from '../../../platform/input.ts'
import { nothing, sum, times } from '../../../platform/money.ts'
import type { Pence } from '../../../platform/money.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import * as ledger from '../../ledger/index.ts'
import { OrganisationId, organisationsById } from '../../organisations/index.ts'
import { PersonId, giveAccess } from '../../people/index.ts'
import { PlanId, PlanLineId, findPlan, priceOver } from '../../plans/index.ts'
import type { PlanLine } from '../../plans/index.ts'
import { bankHolidayRule } from '../../rules/index.ts'
import { BudgetId, LineId, nameOfPeriod } from '../budget.ts'
import { saveContributionsDue } from '../contribution.ts'
import { bases, checkFunding, promises } from '../funding.ts'
import type { FundedLine, Share } from '../funding.ts'
import { checkHolding, holdingChoice } from '../holding.ts'
import { instalments, paidEveryChoices, releaseSchedule } from '../release.ts'
import * as store from '../store.ts'

const share = z.object({ funderId: OrganisationId, parts: z.int().min(1).max(10_000) })

const input = z.object({
  personId: PersonId,
  newBudgetId: BudgetId.optional(),
  planId: PlanId,
  from: daySchema,
  /** The first day that it does not cover. */
  until: daySchema,
  basis: z.enum(bases),
  payerId: OrganisationId,
  paidEvery: z.enum(paidEveryChoices),
  costCode: optionalWords(40),
  /** What the person pays towards the council's part on each payday. */
  contribution: penceAboveNothing.optional(),
  shares: z.array(share).min(1).max(4),
  lines: z
    .array(
      z.object({
        planLineId: PlanLineId,
        newLineId: LineId.optional(),
        /** Where this line is funded otherwise than the rest. */
        shares: z.array(share).min(1).max(4).optional(),
        held: holdingChoice,
      }),
    )
    .min(1)
    .max(60),
})
export type AwardInput = z.output<typeof input>

/** Awards the money for lines of a plan: who promises how much of each, when it may be used, and how it is held. */
export const awardBudget = command({
  name: 'budgets.award',
  input,
  allow: 'award budgets',
  async run(context, award) {
    const { tx, actor, cite } = context
    const days = { from: award.from, until: award.until }
    if (lengthOf(days) < 1) return refuse('ends-before-it-starts')
    const plan = await findPlan(tx, actor, [award.personId])
    if (plan?.id !== award.planId) return refuse('no-such-plan')
    const lines = pricedLines(award, plan.lines)
    if (!lines) return refuse('no-such-line')
    if (lines.some((line) => line.planLine.price.extraPerBankHoliday > 0n)) {
      cite(bankHolidayRule.name, bankHolidayRule.version)
    }
    if (
      await store.isBudgetedThen(
        tx,
        award.personId,
        lines.map((line) => line.planLine.id),
        days,
      )
    ) {
      return refuse('line-has-a-budget-then')
    }
    const funded = await withKinds(context, lines)
    if (!funded) return refuse('funder-cannot-fund')
    const total = sum(lines.map((line) => line.awarded))
    const paydays = instalments(days, award.paidEvery, total).map((instalment) => instalment.on)
    const contribution = times(award.contribution ?? nothing, paydays.length)
    const funding = checkFunding(award.basis, funded, contribution)
    if (!funding.ok) return funding
    const accounts = await store.accountsOf(tx, award.personId)
    for (const line of lines) {
      const holding = checkHolding(
        line.held,
        accounts.find((account) => account.id === line.held.accountId),
      )
      if (!holding.ok) return holding
    }
    const budgetId = award.newBudgetId ?? newId<'budget'>()
    await saveAward(context, award, { budgetId, lines, funded })
    if (award.contribution) {
      await saveContributionsDue(tx, award.personId, budgetId, award.contribution, paydays)
    }
    await postAward(context, award, { budgetId, funded, contribution })
    return done({ budgetId, period: nameOfPeriod(days) })
  },
  says: ({ period }) => `Awarded the budget for ${period}`,
})

type PricedLine = AwardInput['lines'][number] & {
  lineId: LineId
  planLine: PlanLine
  awarded: Pence
  working: string
  shares: AwardInput['shares']
}

function pricedLines(award: AwardInput, planLines: readonly PlanLine[]): PricedLine[] | undefined {
  const priced = award.lines.map((line) => {
    const planLine = planLines.find((each) => each.id === line.planLineId)
    if (!planLine) return undefined
    const { total, working } = priceOver(planLine.price, { from: award.from, until: award.until })
    const lineId = line.newLineId ?? newId<'line'>()
    return { ...line, lineId, planLine, awarded: total, working, shares: line.shares ?? award.shares }
  })
  return priced.every((line) => line !== undefined) ? priced : undefined
}

async function withKinds(
  { tx }: CommandContext,
  lines: readonly PricedLine[],
): Promise<FundedLine[] | undefined> {
  const funders = await organisationsById(
    tx,
    lines.flatMap((line) => line.shares.map((each) => each.funderId)),
  )
  const funded = lines.map(({ lineId, awarded, shares }) => ({
    lineId,
    awarded,
    shares: shares.flatMap((each): Share[] => {
      const kind = funders.get(each.funderId)?.kind
      return kind === 'icb' || kind === 'council' ? [{ ...each, kind }] : []
    }),
  }))
  return funded.every((line, index) => line.shares.length === lines[index]?.shares.length)
    ? funded
    : undefined
}

type Made = { budgetId: BudgetId; lines: readonly PricedLine[]; funded: readonly FundedLine[] }

async function saveAward(
  { tx, today }: CommandContext,
  award: AwardInput,
  { budgetId, lines, funded }: Made,
) {
  const { personId, from } = award
  const funders = funded.flatMap((line) => line.shares.map((each) => each.funderId))
  // From today on: who pays must see them in time for the first payment.
  for (const granteeId of new Set(funders)) {
    await giveAccess(tx, { personId, granteeId, reason: 'funds their support', from: today })
  }
  await giveAccess(tx, { personId, granteeId: award.payerId, reason: 'pays for their support', from: today })
  await store.saveBudget(tx, { ...award, id: budgetId })
  await store.saveLines(
    tx,
    personId,
    lines.map((line) => ({ ...line, budgetId, planLineId: line.planLine.id, from })),
  )
  const releasable = lines.map((line) => ({ ...line, atOnce: line.planLine.price.per === 'once' }))
  await store.saveReleases(
    tx,
    personId,
    releaseSchedule({ from, until: award.until }, award.paidEvery, releasable),
  )
}

async function postAward(
  { tx, now }: CommandContext,
  award: AwardInput,
  { budgetId, funded, contribution }: Omit<Made, 'lines'> & { contribution: Pence },
) {
  await ledger.post({ tx, now }, [
    {
      personId: award.personId,
      event: 'award',
      subjectId: budgetId,
      occurredOn: award.from,
      why: `Award for ${nameOfPeriod({ from: award.from, until: award.until })}`,
      transfers: promises(funded, contribution).flatMap((promised) =>
        ledger.move(ledger.promise(promised.funder), ledger.available(promised.lineId), promised.amount),
      ),
    },
  ])
}
