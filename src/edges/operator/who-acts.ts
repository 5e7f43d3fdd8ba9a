import { operatorFor } from '../../domains/accounts/index.ts'
import { organisationsOn } from '../../domains/organisations/index.ts'
import type { Organisation, OrganisationKind } from '../../domains/organisations/index.ts'
import { PersonId, findPerson, noteLook, peopleFound } from '../../domains/people/index.ts'
import type { Person } from '../../domains/people/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { perform } from '../../platform/command.ts'
import type { Command } from '../../platform/command.ts'
import { reading } from '../../platform/database.ts'
import { worldToday } from '../../platform/jobs.ts'
import type { Json } from '../../platform/json.ts'
import { ask } from '../../platform/query.ts'
import { NotDone, WrongUse } from './verb.ts'
import type { Desk } from './verb.ts'

/** For whom the operator acts: the ICB that `--icb` names, or the only one that there is. */
export async function actingFor(desk: Desk, icb: string | undefined): Promise<Actor> {
  if (icb !== undefined) return operatorFor((await organisationCalled(desk, icb, ['icb'])).id)
  const icbs = await organisations(desk, ['icb'])
  const [only, another] = icbs
  if (!only) throw new NotDone('There is no ICB yet. npm run cli -- start-real makes the first one.')
  if (another) throw new WrongUse(`There are ${icbs.length} ICBs: say which with --icb.\n${listed(icbs)}`)
  return operatorFor(only.id)
}

/** By its id, its name or its short name. */
export async function organisationCalled(
  desk: Desk,
  name: string,
  kinds: readonly OrganisationKind[],
): Promise<Organisation> {
  const known = await organisations(desk, kinds)
  const found = known.filter((each) => isCalled(each, name))
  const [only, another] = found
  if (!only) throw new NotDone(`There is no organisation called ${name}. There are:\n${listed(known)}`)
  if (another)
    throw new NotDone(`Several organisations are called ${name}: say which by its id.\n${listed(found)}`)
  return only
}

export function isCalled(organisation: Organisation, name: string): boolean {
  const wanted = name.trim().toLowerCase()
  return [organisation.id, organisation.name, organisation.shortName].some(
    (each) => each.toLowerCase() === wanted,
  )
}

export async function organisations(desk: Desk, kinds: readonly OrganisationKind[]): Promise<Organisation[]> {
  const { databases } = desk.platform
  return organisationsOn(databases.owner, await worldToday(databases), kinds)
}

const listed = (known: readonly Organisation[]) =>
  known.map((each) => `  ${each.id}  ${each.name}`).join('\n') || '  none'

/** The person whom an NHS number, an id or a whole name names. That the operator looked is noted, as of everybody. */
export async function personCalled(desk: Desk, actor: Actor, name: string, visit: string): Promise<Person> {
  const { databases } = desk.platform
  const asId = PersonId.safeParse(name)
  const found = asId.success
    ? [asId.data]
    : (await ask(databases, peopleFound, actor, { text: name })).map(({ id }) => id)
  if (found.length > 1)
    throw new NotDone(`${found.length} people fit ${name}: say which by NHS number or id.`)
  const [id] = found
  const person = id && (await reading(databases, actor, (database) => findPerson(database, actor, id)))
  if (!person) throw new NotDone(`Nobody with the NHS number, id or name ${name} is known here.`)
  await noteLook(databases, { personId: person.id, userId: actor.userId, visit })
  return person
}

/** Performs a command; a refusal ends the verb with its words. */
export async function act<Input, Value extends Json | undefined, Refusal extends string>(
  desk: Desk,
  actor: Actor,
  command: Command<Input, Value, Refusal>,
  input: unknown,
  words: Record<Refusal, string>,
): Promise<Value> {
  const outcome = await perform(desk.platform.databases, command, actor, input)
  if (outcome.ok) return outcome.value
  throw new NotDone(words[outcome.refusal])
}
