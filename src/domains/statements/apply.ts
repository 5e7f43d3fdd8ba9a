import type { CommandContext } from '../../platform/command.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { budgetsOf } from '../budgets/index.ts'
import type { AccountId } from '../budgets/index.ts'
import * as ledger from '../ledger/index.ts'
import type { Journal } from '../ledger/index.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { PersonId } from '../people/index.ts'
import { settleElsewhere } from './effects.ts'
import { lockKnown } from './expectations.ts'
import { saveKnownPayees } from './learn.ts'
import { makeMatcher } from './matcher.ts'
import type { Matcher } from './matcher.ts'
import { noteOverspending } from './overspending.ts'
import { payeeKey } from './payee-key.ts'
import { explain, notExplained } from './posting.ts'
import { listQuestions } from './questions.ts'
import type { QuestionList } from './questions.ts'
import type { ImportId, ReadLine } from './statement-line.ts'
import { saveLines, saveMatches } from './store.ts'
import type { NewMatch, StatementLine } from './store.ts'

export type Applying = { personId: PersonId; accountId: AccountId; importId: ImportId; format: string }
export type Applied = { added: number; matched: number; asked: number }

/**
 * Takes new lines into the purse: each is kept as a fact, matched or asked about, and posted, in batches within the
 * command's one transaction. Lines come in the order of their days.
 */
export async function applyLines(
  context: CommandContext,
  where: Applying,
  from: Day,
  batches: AsyncIterable<readonly ReadLine[]>,
): Promise<Applied> {
  const { personId, accountId } = where
  const questions = await listQuestions(context.tx, personId, accountId)
  const known = await lockKnown(context, personId, accountId, from)
  const matcher = makeMatcher(known)
  const payerId = (await budgetsOf(context.tx, context.actor, [personId]))[0]?.payerId
  const counts = { added: 0, matched: 0 }
  for await (const batch of batches) {
    const decided = decideBatch(where, batch, { matcher, questions, payerId })
    await saveLines(context, where, decided.lines)
    await saveMatches(context, personId, decided.matches)
    await ledger.post(context, decided.journals)
    for (const { match, on } of decided.settled) await settleElsewhere(context, personId, match, on)
    counts.added += decided.lines.length
    counts.matched += decided.matches.length
  }
  await saveKnownPayees(context.tx, personId, known.known, matcher.known)
  await noteOverspending(context, personId, known.balances, matcher.balances)
  return { ...counts, asked: await questions.save(context) }
}

type Tools = { matcher: Matcher; questions: QuestionList; payerId: OrganisationId | undefined }

type Decided = {
  lines: StatementLine[]
  matches: NewMatch[]
  journals: Journal[]
  /** Matches that settle something elsewhere; most do not. */
  settled: { match: NewMatch['match']; on: Day }[]
}

function decideBatch({ personId, accountId }: Applying, batch: readonly ReadLine[], tools: Tools): Decided {
  const decided: Decided = { lines: [], matches: [], journals: [], settled: [] }
  for (const read of batch) {
    const line: StatementLine = { ...read, id: newId() }
    const { amount, bookedOn } = line
    decided.lines.push(line)
    // Banks print lines of nothing (a rate, a notice): kept, and nothing to explain.
    if (amount === 0n) continue
    const toMatch = { bookedOn, amount, key: payeeKey(line) }
    const decision = tools.matcher.decide(toMatch)
    const transfers = decision.certain
      ? explain(
          { amount, match: decision.match, payerId: tools.payerId },
          { accountId },
          tools.matcher.balances,
        )
      : notExplained(amount, accountId)
    tools.matcher.apply(transfers)
    const why = decision.certain ? decision.match.what : `Not explained yet: ${shortened(line)}`
    decided.journals.push({
      personId,
      event: 'statement-line',
      subjectId: line.id,
      occurredOn: bookedOn,
      why,
      transfers,
    })
    if (decision.certain) {
      const { match } = decision
      tools.matcher.accept(toMatch, match)
      decided.matches.push({ id: newId(), lineId: line.id, how: 'certain', match })
      if (match.commitmentId ?? match.paymentId ?? match.contributionDueId) {
        decided.settled.push({ match, on: bookedOn })
      }
    } else {
      tools.questions.ask(line.id, toMatch.key, decision.guess)
    }
  }
  return decided
}

const longestWhy = 60

/** What the bank printed, short enough for a ledger. */
export function shortened({ payee, text }: { payee: string; text: string }): string {
  const shown = payee || text || 'nothing printed'
  return shown.length > longestWhy ? `${shown.slice(0, longestWhy)}…` : shown
}
