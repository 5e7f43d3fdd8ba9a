import { z } from 'zod'
import { coordinatorsOf } from '../../domains/accounts/index.ts'
import { paidEveryChoices } from '../../domains/budgets/index.ts'
import { loadPerson } from '../../domains/workspaces/index.ts'
import type { PersonToLoad } from '../../domains/workspaces/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { UnusableInput, perform } from '../../platform/command.ts'
import { daySchema } from '../../platform/input.ts'
import { readPerson } from './caseload/read-person.ts'
import type { Surroundings } from './caseload/read-person.ts'
import { columns, readRows } from './caseload/read-rows.ts'
import type { Row } from './caseload/read-rows.ts'
import { exitCodes, verb } from './verb.ts'
import type { Desk } from './verb.ts'
import { actingFor, organisations } from './who-acts.ts'

export const loadCaseload = verb({
  name: 'load-caseload',
  takes: ['FILE'],
  does: 'Takes over people and their budgets from a CSV file. Without --load it only says what it would do.',
  options: {
    load: { says: 'load it, where no row is rejected' },
    'only-good': { says: 'with --load: leave out the rows that are rejected' },
    from: { takes: 'DAY', says: 'when budgets start, where a row has no “starts on”' },
    until: { takes: 'DAY', says: 'the first day that they do not cover, where a row has no “ends on”' },
    'paid-every': { takes: 'RHYTHM', says: `${paidEveryChoices.join(', ')}; left out: four-weeks` },
    icb: { takes: 'NAME', says: 'for which ICB you do this, where there are several' },
    columns: { says: 'only lists the columns that a file may have' },
  },
  input: z.object({
    file: z.string().optional(),
    load: z.boolean().default(false),
    onlyGood: z.boolean().default(false),
    from: daySchema.optional(),
    until: daySchema.optional(),
    paidEvery: z
      .enum(paidEveryChoices, `must be one of ${paidEveryChoices.join(', ')}`)
      .default('four-weeks'),
    icb: z.string().optional(),
    columns: z.boolean().default(false),
  }),
  async run(desk, { file, load, onlyGood, icb, columns: onlyColumns, from, until, paidEvery }) {
    if (onlyColumns) {
      for (const column of columns) desk.say(column)
      return exitCodes.done
    }
    const rows = await readRows(file ?? '')
    const actor = await actingFor(desk, icb)
    const sorted = await sortOut(
      desk,
      actor,
      rows,
      await surroundings(desk, actor, { from, until, paidEvery }),
    )
    for (const { line, why } of sorted.rejected) desk.complain(`Line ${line}: ${why.join('; ')}`)
    const stops = sorted.rejected.length > 0 && !onlyGood
    if (!load || stops) {
      desk.say(inNumbers(sorted, 'would be loaded'))
      desk.say(stops ? 'Nothing was loaded.' : 'Nothing was loaded: that was a dry run. --load loads it.')
      return stops ? exitCodes.notDone : exitCodes.done
    }
    for (const { line, person } of sorted.good) await loadOne(desk, actor, line, person)
    desk.say(inNumbers(sorted, 'loaded'))
    return sorted.rejected.length > 0 ? exitCodes.notDone : exitCodes.done
  },
})

type Sorted = {
  good: { line: number; person: PersonToLoad }[]
  known: number
  rejected: { line: number; why: readonly string[] }[]
}

/** Does each row for good or ill, and takes it back: what a row is refused for now, it would be refused for then. */
async function sortOut(
  desk: Desk,
  actor: Actor,
  rows: readonly Row[],
  around: Surroundings,
): Promise<Sorted> {
  const sorted: Sorted = { good: [], known: 0, rejected: [] }
  const lines = new Map<string, number>()
  for (const row of rows) {
    const { line } = row
    const read = readPerson(row, around)
    if (!read.ok) {
      sorted.rejected.push({ line, why: read.problems })
      continue
    }
    const earlier = lines.get(read.person.nhsNumber ?? '')
    if (earlier !== undefined) {
      sorted.rejected.push({ line, why: [`nhs number: it stands in line ${earlier} already`] })
      continue
    }
    lines.set(read.person.nhsNumber ?? '', line)
    const outcome = await tried(desk, actor, read.person, true)
    if (outcome === 'nothing-in-the-way') sorted.good.push({ line, person: read.person })
    else if (outcome === 'nhs-number-is-known') sorted.known += 1
    else sorted.rejected.push({ line, why: [outcome in words ? words[outcome as Refusal] : outcome] })
  }
  return sorted
}

async function loadOne(desk: Desk, actor: Actor, line: number, person: PersonToLoad) {
  const outcome = await tried(desk, actor, person, false)
  if (outcome !== 'loaded')
    throw new Error(`Line ${line} was good a moment ago, and is refused now: ${outcome}`)
}

/** `loaded`, the name of a refusal, or what of the row the command's schema does not take. */
async function tried(desk: Desk, actor: Actor, person: PersonToLoad, dryRun: boolean): Promise<string> {
  try {
    const outcome = await perform(desk.platform.databases, loadPerson, actor, { ...person, dryRun })
    return outcome.ok ? 'loaded' : outcome.refusal
  } catch (problem) {
    if (problem instanceof UnusableInput) return problem.message.replace(`${loadPerson.name}: `, '')
    throw problem
  }
}

async function surroundings(
  desk: Desk,
  { organisationId: icbId }: Actor,
  rest: Pick<Surroundings, 'from' | 'until' | 'paidEvery'>,
): Promise<Surroundings> {
  return {
    ...rest,
    icbId: icbId,
    organisations: await organisations(desk, ['council', 'agent', 'holder']),
    coordinators: await coordinatorsOf(desk.platform.databases.owner, icbId),
  }
}

function inNumbers({ good, known, rejected }: Sorted, what: string): string {
  return `${good.length} ${what}, ${known} known already, ${rejected.length} rejected.`
}

type Refusal = Exclude<
  Extract<Awaited<ReturnType<typeof loadPerson.run>>, { ok: false }>['refusal'],
  'nothing-in-the-way' | 'nhs-number-is-known'
>

const words: Record<Refusal, string> = {
  'nhs-number-is-missing': 'nhs number: is missing',
  'not-born-yet': 'date of birth: is in the future',
  'nhs-has-no-account': 'opening balance: the NHS holds it, so there is no account to have it',
  'ends-before-it-starts': 'ends on: is not after “starts on”',
  'only-the-nhs-pays-for-chc': 'nhs share: Continuing Healthcare is paid by the NHS alone',
  'funder-cannot-fund': 'council: it cannot fund a budget',
  'shares-not-whole': 'nhs share: the parts do not make up the whole',
  'no-contribution-to-nhs-care': 'basis: nobody can be asked to contribute',
  'no-contribution-to-section-117': 'basis: nobody can be asked to contribute',
  'contribution-above-council-part': 'basis: the contribution is above the council’s part',
}
