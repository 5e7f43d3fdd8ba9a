import { askToHoldDifferently, openCommitments, sayPaid, setAside } from '../src/domains/budgets/index.ts'
import type { Way } from '../src/domains/budgets/index.ts'
import { endStay, noteStay, staysOfPerson } from '../src/domains/monitoring/index.ts'
import { answerQuestion, handOverQuestion, openQuestions } from '../src/domains/statements/index.ts'
import type { Question } from '../src/domains/statements/index.ts'
import { askForHelp, sayNobodyCame } from '../src/domains/tasks/index.ts'
import type { VisitGoneWrong } from '../src/domains/tasks/index.ts'
import { reading } from '../src/platform/database.ts'
import { pounds } from '../src/platform/money.ts'
import { ask } from '../src/platform/query.ts'
import { ofxStatement } from './bank.ts'
import type { Told } from './bank.ts'
import type { Member } from './cast.ts'
import { as } from './organisations.ts'
import type { World } from './world.ts'

/** What happens in many lives, told with the real commands. */

type Kept<Line extends string> = {
  words: string
  payee: string
  on: string
  dueOn: string
  parts: readonly (readonly [line: Line, amount: string])[]
}

/** Money of lines is set aside for something to pay. */
export async function isSetAside<Line extends string>(
  world: World,
  member: Member<Line>,
  kept: Kept<Line>,
): Promise<void> {
  const { parts, ...rest } = kept
  await world.act(as(member.coordinator ?? 'coordinator'), setAside, {
    ...rest,
    personId: member.personId,
    parts: parts.map(([line, amount]) => ({ lineId: member.line(line), amount: pounds(amount) })),
  })
}

/** They hand in what their bank printed, as the file that banks make. */
export async function handsIn<Line extends string>(
  world: World,
  member: Member<Line>,
  fileName: string,
  opening: string,
  told: readonly Told[],
): Promise<void> {
  if (!member.account) throw new Error(`${member.person.givenName} has no account`)
  const text = ofxStatement(member.account, opening, told)
  const { personId, accountId } = member
  await world.handIn(member.themself(), { personId, accountId, fileName, text })
}

/** They say what a payee was paid for: this time, or always. */
export async function answers<Line extends string>(
  world: World,
  member: Member<Line>,
  payee: string,
  line: Line,
  always = false,
): Promise<void> {
  const answer = { was: 'spent', planLineId: member.planLine(line), always }
  await answersWith(world, member, payee, answer)
}

export async function answersWith<Line extends string>(
  world: World,
  member: Member<Line>,
  payee: string,
  answer: unknown,
): Promise<void> {
  const { id: questionId } = await questionAbout(world, member, payee)
  await world.act(member.themself(), answerQuestion, { personId: member.personId, questionId, answer })
}

/** "I am not sure." */
export async function isNotSure<Line extends string>(
  world: World,
  member: Member<Line>,
  payee: string,
): Promise<void> {
  const { id: questionId } = await questionAbout(world, member, payee)
  await world.act(member.themself(), handOverQuestion, { personId: member.personId, questionId })
}

async function questionAbout<Line extends string>(
  world: World,
  member: Member<Line>,
  payee: string,
): Promise<Question> {
  const actor = member.themself()
  const { databases } = world.platform
  const open = await reading(databases, actor, (database) =>
    openQuestions(database, actor, [member.personId]),
  )
  const found = open.find((each) => each.payments[0]?.payee === payee || each.payments[0]?.text === payee)
  if (!found) throw new Error(`Nobody asked ${member.person.givenName} about ${payee}`)
  return found
}

/** They paid it in their own bank's app, and tell us. */
export async function tellsUs<Line extends string>(
  world: World,
  member: Member<Line>,
  payee: string,
): Promise<void> {
  const actor = member.themself()
  const { databases } = world.platform
  const toPay = await reading(databases, actor, (database) =>
    openCommitments(database, actor, [member.personId]),
  )
  const found = toPay.find((each) => each.payeeName === payee)
  if (!found) throw new Error(`${member.person.givenName} has nothing to pay to ${payee}`)
  await world.act(actor, sayPaid, { personId: member.personId, commitmentId: found.id })
}

/** The account is noted, the budget awarded, and where to pay is entered and confirmed. */
export async function budgetBegins<Line extends string>(world: World, member: Member<Line>): Promise<void> {
  if (member.account) await member.opensAccount(world)
  await member.isAwarded(world)
  if (member.account) await member.canBePaid(world)
}

/** A visit went wrong, and they say so. */
export async function visitGoesWrong<Line extends string>(
  world: World,
  member: Member<Line>,
  what: VisitGoneWrong,
  words?: string,
): Promise<void> {
  await world.act(member.themself(), sayNobodyCame, { personId: member.personId, what, words })
}

export async function needsHelp<Line extends string>(
  world: World,
  member: Member<Line>,
  words: string,
): Promise<void> {
  await world.act(member.themself(), askForHelp, { personId: member.personId, words })
}

/** They would like one of their lines to be held another way. */
export async function wouldLike<Line extends string>(
  world: World,
  member: Member<Line>,
  line: Line,
  way: Way,
  why: string,
): Promise<void> {
  const { personId } = member
  await world.act(member.themself(), askToHoldDifferently, { personId, lineId: member.line(line), way, why })
}

/** In hospital from a day on. */
export async function goesToHospital<Line extends string>(
  world: World,
  member: Member<Line>,
  fromOn: string,
): Promise<void> {
  await world.act(member.themself(), noteStay, { personId: member.personId, place: 'hospital', fromOn })
}

export async function comesHome<Line extends string>(
  world: World,
  member: Member<Line>,
  homeOn: string,
): Promise<void> {
  const actor = member.themself()
  const { personId } = member
  const [stay] = await ask(world.platform.databases, staysOfPerson, actor, { personId })
  await world.act(actor, endStay, { personId, stayId: stay?.id, homeOn })
}
