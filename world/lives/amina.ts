import { actorOf, appointCoordinator, letPersonSignIn } from '../../src/domains/accounts/index.ts'
import type { UserId } from '../../src/domains/accounts/index.ts'
import {
  awardBudget,
  openAccount,
  openCommitments,
  sayPaid,
  setAside,
} from '../../src/domains/budgets/index.ts'
import type { AccountId, BudgetId } from '../../src/domains/budgets/index.ts'
import { confirmDetails, enterDetails } from '../../src/domains/payments/index.ts'
import { addPerson, noteCommunicationNeed } from '../../src/domains/people/index.ts'
import type { PersonId } from '../../src/domains/people/index.ts'
import { addPlanLine, noteUnpaidSupport, startPlan } from '../../src/domains/plans/index.ts'
import type { PlanId } from '../../src/domains/plans/index.ts'
import { answerQuestion, openQuestions } from '../../src/domains/statements/index.ts'
import { reading } from '../../src/platform/database.ts'
import { day } from '../../src/platform/day.ts'
import { pounds } from '../../src/platform/money.ts'
import { ofxStatement } from '../bank.ts'
import type { Told } from '../bank.ts'
import type { Life } from '../life.ts'
import { account, april, may } from './amina-bank.ts'
import { aminaLine, aminaLineNames, aminaPlan, aminaPlanLine, id } from './amina-plan.ts'
import type { AminaLine } from './amina-plan.ts'
import { as, icb, staff } from '../organisations.ts'
import type { World } from '../world.ts'

/** Amina Rahman, who employs Sharon and Tomasz with a direct payment (journeys J1 and J2). */

export const amina = {
  personId: id('1') as PersonId,
  userId: id('2') as UserId,
  planId: id('3') as PlanId,
  budgetId: id('4') as BudgetId,
  accountId: id('5') as AccountId,
}

/** She herself, acting. */
export const asAmina = () =>
  actorOf({ id: amina.userId, name: 'Amina Rahman', personId: amina.personId, memberships: [] }, icb)

async function becomesKnown({ act }: World) {
  const coordinator = as('coordinator')
  const { personId, planId } = amina
  await act(coordinator, addPerson, {
    newPersonId: personId,
    icbId: icb,
    givenName: 'Amina',
    familyName: 'Rahman',
    saidAs: 'a-MEE-na RAH-man',
    bornOn: '1984-03-14',
    nhsNumber: '9990000018',
    phone: '01632 960 101',
    email: 'amina@example.invalid',
  })
  await act(coordinator, letPersonSignIn, { personId, newUserId: amina.userId })
  await act(coordinator, appointCoordinator, { personId, userId: staff.coordinator.id })
  await act(coordinator, noteCommunicationNeed, {
    personId,
    group: 'contact',
    words: 'Text first, then ring. Mornings are bad.',
  })
  await act(coordinator, startPlan, { personId, newPlanId: planId, agreedOn: '2026-03-06' })
  for (const name of aminaLineNames) {
    const { amount, ...line } = aminaPlan[name]
    await act(coordinator, addPlanLine, {
      personId,
      planId,
      newPlanLineId: aminaPlanLine(name),
      ...line,
      amount: pounds(amount),
    })
  }
  await act(coordinator, noteUnpaidSupport, {
    personId,
    planId,
    who: 'Yusuf, her brother',
    what: 'Comes on Sundays and does the shopping.',
  })
}

async function isAwarded({ act }: World) {
  const { personId, planId, budgetId, accountId } = amina
  await act(as('coordinator'), openAccount, {
    personId,
    newAccountId: accountId,
    kind: 'own',
    name: 'Amina’s support account',
    sortCode: account.sortCode,
    accountNumber: account.number,
    openedOn: '2026-03-12',
    openingBalance: 0n,
  })
  await act(as('coordinator'), awardBudget, {
    personId,
    newBudgetId: budgetId,
    planId,
    from: '2026-04-01',
    until: '2027-04-01',
    basis: 'chc',
    payerId: icb,
    paidEvery: 'month',
    costCode: 'CHC-DP',
    shares: [{ funderId: icb, parts: 10_000 }],
    lines: aminaLineNames.map((name) => ({
      planLineId: aminaPlanLine(name),
      newLineId: aminaLine(name),
      held: { way: 'direct', accountId, employer: 'person' },
    })),
  })
  const details = {
    personId,
    accountId,
    newDetailsId: id('6'),
    accountName: 'A Rahman support',
    sortCode: account.sortCode,
    accountNumber: account.number,
  }
  await act(as('finance'), enterDetails, details)
  await act(as('otherFinance'), confirmDetails, { personId, detailsId: id('6') })
}

type Wages = { sharon: string; hmrc: string; due: string; paid: string; on: string }

/** What the payroll bureau announces each month: whom to pay, and what to keep for HMRC and the pension. */
export async function bureauAnnounces({ act }: World, { sharon, hmrc, due, paid, on }: Wages) {
  const coordinator = as('coordinator')
  const keep = (words: string, payee: string, dueOn: string, ...parts: [AminaLine, string][]) =>
    act(coordinator, setAside, {
      personId: amina.personId,
      words,
      payee,
      on,
      dueOn,
      parts: parts.map(([name, amount]) => ({ lineId: aminaLine(name), amount: pounds(amount) })),
    })
  await keep('Wages, Sharon', 'Sharon Bell', paid, ['wages', sharon])
  await keep('Wages, Tomasz', 'Tomasz Nowak', paid, ['wages', '602.00'])
  await keep('Payroll bureau', 'Barset Payroll', paid, ['bureau', '21.60'])
  await keep('Tax and National Insurance', 'HMRC', due, ['wages', hmrc])
  await keep('Pension', 'NEST', due, ['wages', '37.44'], ['pension', '28.08'])
}

async function handsIn(world: World, fileName: string, opening: string, told: readonly Told[]) {
  const { personId } = amina
  await world.handIn(asAmina(), { personId, fileName, text: ofxStatement(account, opening, told) })
}

/** Answers each open question about a payee: for this line, this time. */
async function answers(world: World, payee: string, name: AminaLine) {
  const { databases } = world.platform
  const actor = asAmina()
  const open = await reading(databases, actor, (database) => openQuestions(database, actor, [amina.personId]))
  const question = open.find((each) => each.payments[0]?.text === payee || each.payments[0]?.payee === payee)
  if (!question) throw new Error(`Nobody asked Amina about ${payee}`)
  const answer = { was: 'spent', planLineId: aminaPlanLine(name), always: false }
  await world.act(actor, answerQuestion, { personId: amina.personId, questionId: question.id, answer })
}

/** She paid them in her own bank's app, and tells us. */
async function tellsUs(world: World, payee: string) {
  const actor = asAmina()
  const { databases } = world.platform
  const toPay = await reading(databases, actor, (database) =>
    openCommitments(database, actor, [amina.personId]),
  )
  const commitment = toPay.find((each) => each.payeeName === payee)
  await world.act(actor, sayPaid, { personId: amina.personId, commitmentId: commitment?.id })
}

export const aminasLife: Life = [
  [day('2026-03-06'), becomesKnown],
  [day('2026-03-24'), isAwarded],
  [
    day('2026-04-27'),
    (world) =>
      bureauAnnounces(world, {
        sharon: '1304.52',
        hmrc: '114.04',
        on: '2026-04-27',
        paid: '2026-04-30',
        due: '2026-05-22',
      }),
  ],
  [
    day('2026-05-02'),
    async (world) => {
      await handsIn(world, 'statement-april.ofx', '0.00', april)
      await answers(world, 'ABLE INSURANCE CO', 'insurance')
      await answers(world, 'DBS UPDATE SERVICE', 'dbs')
      await answers(world, 'RIVERSIDE POOL', 'swimming')
    },
  ],
  [
    day('2026-05-26'),
    (world) =>
      bureauAnnounces(world, {
        sharon: '1304.32',
        hmrc: '114.24',
        on: '2026-05-26',
        paid: '2026-05-29',
        due: '2026-06-22',
      }),
  ],
  [
    day('2026-06-02'),
    async (world) => {
      await handsIn(world, 'statement-may.ofx', '2716.15', may)
      await answers(world, 'ST LUKES TRAINING', 'training')
    },
  ],
  [
    day('2026-06-22'),
    async (world) => {
      await tellsUs(world, 'HMRC')
      await tellsUs(world, 'NEST')
    },
  ],
  [
    day('2026-06-25'),
    (world) =>
      bureauAnnounces(world, {
        sharon: '1304.32',
        hmrc: '114.24',
        on: '2026-06-25',
        paid: '2026-06-30',
        due: '2026-07-22',
      }),
  ],
]
