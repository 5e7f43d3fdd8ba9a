import type { UserId } from '../../../domains/accounts/index.ts'
import { bases } from '../../../domains/budgets/index.ts'
import type { Basis, PaidEvery } from '../../../domains/budgets/index.ts'
import type { Organisation, OrganisationId } from '../../../domains/organisations/index.ts'
import { readNhsNumber } from '../../../domains/people/index.ts'
import type { PersonToLoad } from '../../../domains/workspaces/index.ts'
import { dayOf, readDay } from '../../../platform/day.ts'
import type { Day } from '../../../platform/day.ts'
import { nothing, readPounds } from '../../../platform/money.ts'
import { isCalled } from '../who-acts.ts'
import type { Column, Row } from './read-rows.ts'

/** What is the same for the whole file, and what its rows may name. */
export type Surroundings = {
  icbId: OrganisationId
  organisations: readonly Organisation[]
  coordinators: readonly { userId: UserId; name: string; email: string | undefined }[]
  from: Day | undefined
  until: Day | undefined
  paidEvery: PaidEvery
}

export type ReadRow = { ok: true; person: PersonToLoad } | { ok: false; problems: readonly string[] }

const isNoDay = 'is not a day such as 2026-06-03 or 03/06/2026'
const isNoSum = 'is not an amount in pounds'
const whole = 10_000

/** One row's words as what the command takes, or everything that is wrong with it. */
export function readPerson(row: Row, around: Surroundings): ReadRow {
  const cells = cellsOf(row)
  const { text, given, needed, wrong } = cells
  const nhs = given('nhs share', readPercent, 'is not a percentage from 0 to 100') ?? whole
  const council = readCouncil(cells, nhs, around.organisations)
  const who = {
    givenName: needed('given name', (words) => words, ''),
    familyName: needed('family name', (words) => words, ''),
    bornOn: needed('date of birth', readWrittenDay, isNoDay),
    nhsNumber: needed('nhs number', readNhsNumber, 'is not an NHS number: its digits do not fit together'),
    knownAs: text('known as'),
    phone: text('phone'),
    email: text('email'),
    councilId: council?.id,
  }
  const agreed = {
    weeklyCost: needed('weekly cost', readPounds, isNoSum),
    from: given('starts on', readWrittenDay, isNoDay) ?? around.from,
    until: given('ends on', readWrittenDay, isNoDay) ?? around.until,
    holder: given(
      'holder',
      (words) => readHolder(words, around.organisations),
      'is no agent or holder known here',
    ),
    basis: given('basis', readBasis, `is not one of ${bases.join(', ')}`),
    reviewOn: given('review date', readWrittenDay, isNoDay),
    openingBalance: given('opening balance', readPounds, isNoSum),
    coordinatorId: given(
      'coordinator',
      (words) => coordinatorCalled(around, words),
      'is no coordinator of this ICB',
    ),
  }
  if (!agreed.from) wrong('starts on', 'is missing, and so is --from')
  if (!agreed.until) wrong('ends on', 'is missing, and so is --until')
  const { givenName, familyName, bornOn } = who
  const { weeklyCost, from, until } = agreed
  const isMissing = weeklyCost === undefined || !givenName || !familyName || !bornOn || !from || !until
  if (isMissing || cells.problems.length > 0) return { ok: false, problems: cells.problems }
  return {
    ok: true,
    person: {
      ...who,
      ...agreed,
      givenName,
      familyName,
      bornOn,
      weeklyCost,
      from,
      until,
      icbId: around.icbId,
      holder: agreed.holder ?? { by: 'themself' },
      basis: agreed.basis ?? (nhs === whole ? 'chc' : 'joint'),
      openingBalance: agreed.openingBalance ?? nothing,
      paidEvery: around.paidEvery,
      costCode: text('cost code'),
      shares: [
        { funderId: around.icbId, parts: nhs },
        ...(council ? [{ funderId: council.id, parts: whole - nhs }] : []),
      ].filter(({ parts }) => parts > 0),
    },
  }
}

type Cells = ReturnType<typeof cellsOf>
type Reader<Value> = (words: string) => Value | undefined

/** Reads a row's cells one by one, and gathers what is wrong with them. */
function cellsOf({ cells }: Row) {
  const problems: string[] = []
  const text = (column: Column) => cells[column] || undefined
  const wrong = (column: Column, what: string): undefined => void problems.push(`${column}: ${what}`)
  const given = <Value>(column: Column, read: Reader<Value>, what: string): Value | undefined => {
    const words = text(column)
    return words === undefined ? undefined : (read(words) ?? wrong(column, `“${words}” ${what}`))
  }
  const needed = <Value>(column: Column, read: Reader<Value>, what: string): Value | undefined =>
    text(column) === undefined ? wrong(column, 'is missing') : given(column, read, what)
  return { problems, text, wrong, given, needed }
}

/** The council that pays the rest; where only one is known here, it need not be named. */
function readCouncil({ text, given, wrong }: Cells, nhs: number, known: readonly Organisation[]) {
  const councils = known.filter(({ kind }) => kind === 'council')
  if (text('council') !== undefined) {
    return given('council', (words) => theOnly(councils, words), 'is no council known here')
  }
  return nhs === whole ? undefined : (onlyOne(councils) ?? wrong('council', 'is missing'))
}

/** `70`, `70%`, `66.67 %`: so many parts of ten thousand. */
function readPercent(words: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(words)
  if (!match) return undefined
  const parts = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return parts <= whole ? parts : undefined
}

function readWrittenDay(words: string): Day | undefined {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(words)
  return parts ? dayOf(Number(parts[3]), Number(parts[2]), Number(parts[1])) : readDay(words)
}

const readBasis = (words: string): Basis | undefined => bases.find((basis) => basis === words.toLowerCase())

function readHolder(words: string, known: readonly Organisation[]): PersonToLoad['holder'] | undefined {
  if (/^(own|own account|themself|self)$/i.test(words)) return { by: 'themself' }
  if (/^(the )?nhs$/i.test(words)) return { by: 'nhs' }
  const organisation = theOnly(
    known.filter(({ kind }) => kind === 'agent' || kind === 'holder'),
    words,
  )
  if (!organisation) return undefined
  const by = organisation.kind === 'agent' ? 'agent' : 'holder'
  return { by, organisationId: organisation.id, name: organisation.shortName }
}

const theOnly = (organisations: readonly Organisation[], name: string) =>
  onlyOne(organisations.filter((each) => isCalled(each, name)))

const onlyOne = <Thing>(things: readonly Thing[]): Thing | undefined =>
  things.length === 1 ? things[0] : undefined

function coordinatorCalled({ coordinators }: Surroundings, words: string): UserId | undefined {
  const wanted = words.toLowerCase()
  const found = coordinators.filter(({ name, email }) =>
    [name, email].some((each) => each?.toLowerCase() === wanted),
  )
  return onlyOne(found)?.userId
}
