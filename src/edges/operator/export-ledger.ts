import { open } from 'node:fs/promises'
import { z } from 'zod'
import { exportFormats } from '../../domains/ledger/index.ts'
import { exportLedgerOfOrganisation, exportLedgerOfPerson } from '../../domains/workspaces/index.ts'
import type { LedgerExport } from '../../domains/workspaces/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { daySchema } from '../../platform/input.ts'
import { ask } from '../../platform/query.ts'
import { NotDone, WrongUse, exitCodes, verb } from './verb.ts'
import type { Desk } from './verb.ts'
import { actingFor, organisationCalled, personCalled } from './who-acts.ts'

const input = z.object({
  format: z.enum(exportFormats, `must be one of ${exportFormats.join(', ')}`),
  person: z.string().optional(),
  organisation: z.string().optional(),
  from: daySchema.optional(),
  until: daySchema.optional(),
  to: z.string().optional(),
  icb: z.string().optional(),
})
type Wanted = z.output<typeof input>

export const exportLedger = verb({
  name: 'export-ledger',
  does: 'Writes ledgers for other programs, with balances to check them by: of an organisation by ids, of one person by names.',
  options: {
    format: { takes: 'FORMAT', says: exportFormats.join(', ') },
    person: { takes: 'PERSON', says: 'one person’s, by NHS number or id' },
    organisation: {
      takes: 'NAME',
      says: 'everybody’s whom it is responsible for or pays; left out: the ICB',
    },
    from: { takes: 'DAY', says: 'the first day; left out: the first event' },
    until: { takes: 'DAY', says: 'the first day that is not in it any more; left out: after the last event' },
    to: {
      takes: 'FILE',
      says: 'a new file to write; left out: standard output (then run npm with --silent)',
    },
    icb: { takes: 'NAME', says: 'for which ICB you do this, where there are several' },
  },
  input,
  async run(desk, wanted) {
    if (wanted.person && wanted.organisation) throw new WrongUse('Say --person or --organisation, not both.')
    if (wanted.from && wanted.until && wanted.until <= wanted.from)
      throw new WrongUse('--until is not after --from.')
    const actor = await actingFor(desk, wanted.icb)
    const made = wanted.person
      ? await ofPerson(desk, actor, wanted.person, wanted)
      : await ofOrganisation(desk, actor, wanted)
    if (wanted.to === undefined) {
      for (const part of made.parts) await desk.write(part)
      return exitCodes.done
    }
    await writeNew(wanted.to, made)
    desk.say(`${made.purses} ${made.purses === 1 ? 'ledger is' : 'ledgers are'} in ${wanted.to}.`)
    return exitCodes.done
  },
})

async function ofPerson(desk: Desk, actor: Actor, name: string, { format, from, until }: Wanted) {
  const person = await personCalled(desk, actor, name, 'Ledger exported at the command line')
  const asked = { personId: person.id, format, from, until }
  const made = await ask(desk.platform.databases, exportLedgerOfPerson, actor, asked)
  if (!made) throw new Error('Somebody who was found is gone')
  return made
}

async function ofOrganisation(desk: Desk, actor: Actor, { organisation, format, from, until }: Wanted) {
  const organisationId = organisation
    ? (await organisationCalled(desk, organisation, ['icb', 'council'])).id
    : actor.organisationId
  const asked = { organisationId, format, from, until }
  return ask(desk.platform.databases, exportLedgerOfOrganisation, actor, asked)
}

/** Never over what is there: it may be last year's. */
async function writeNew(path: string, { parts }: LedgerExport) {
  const file = await open(path, 'wx', 0o600).catch((problem: unknown) => {
    throw new NotDone(`${path} cannot be written: ${wordsOf(problem)}.`)
  })
  try {
    for (const part of parts) await file.write(part)
    await file.sync()
  } finally {
    await file.close()
  }
}

function wordsOf(problem: unknown): string {
  const { code, message } = problem as { code?: string; message: string }
  return code === 'EEXIST' ? 'it is there already' : message
}
