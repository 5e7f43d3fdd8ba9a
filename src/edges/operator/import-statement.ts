import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { accountsOfPerson } from '../../domains/budgets/index.ts'
import type { AccountId } from '../../domains/budgets/index.ts'
import { pathOf } from '../../domains/people/index.ts'
import type { PersonId } from '../../domains/people/index.ts'
import { explainProblem, importsOf, startImport } from '../../domains/statements/index.ts'
import type { Import, ImportId } from '../../domains/statements/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { reading } from '../../platform/database.ts'
import { runNextJob } from '../../platform/jobs.ts'
import { showMoney } from '../../platform/money.ts'
import type { KeptFile } from '../../platform/uploads.ts'
import { TooLarge } from '../../platform/uploads.ts'
import { work } from '../../work.ts'
import { bytesOf } from './bytes-of.ts'
import { NotDone, exitCodes, verb } from './verb.ts'
import type { Desk, ExitCode } from './verb.ts'
import { act, actingFor, personCalled } from './who-acts.ts'

export const importStatement = verb({
  name: 'import-statement',
  takes: ['FILE'],
  does: 'Hands in a bank’s statement file for a person, and waits until it is read and matched.',
  options: {
    person: { takes: 'PERSON', says: 'whose statement it is, by NHS number or id' },
    account: { takes: 'NAME', says: 'which account, by its name or id; left out: as the file says' },
    icb: { takes: 'NAME', says: 'for which ICB you do this, where there are several' },
  },
  input: z.object({
    file: z.string(),
    person: z.string(),
    account: z.string().optional(),
    icb: z.string().optional(),
  }),
  async run(desk, { file, person, account, icb }) {
    const actor = await actingFor(desk, icb)
    const { id: personId } = await personCalled(
      desk,
      actor,
      person,
      'Statement handed in at the command line',
    )
    const accountId = account && (await accountCalled(desk, actor, personId, account))
    const { sha256, size } = await keep(desk, file)
    const { importId } = await act(
      desk,
      actor,
      startImport,
      {
        personId,
        fileName: basename(file),
        sha256: sha256.toString('hex'),
        size,
        ...(accountId && { accountId }),
      },
      {
        'no-account': 'No account of this person is open, so there is nothing to take a statement of.',
        'no-such-account': 'This account is closed.',
      },
    )
    return tell(desk, await waitFor(desk, actor, personId, importId))
  },
})

async function accountCalled(desk: Desk, actor: Actor, personId: PersonId, name: string): Promise<AccountId> {
  const accounts = await reading(desk.platform.databases, actor, (database) =>
    accountsOfPerson(database, actor, [personId]),
  )
  const wanted = name.toLowerCase()
  const found = accounts.filter((each) => each.id === wanted || each.name.toLowerCase() === wanted)
  const [only] = found
  if (only && found.length === 1) return only.id
  const list = accounts.map((each) => `  ${each.id}  ${each.name}`).join('\n')
  throw new NotDone(`${found.length} accounts are called ${name}. There are:\n${list || '  none'}`)
}

async function keep({ platform }: Desk, file: string): Promise<KeptFile> {
  try {
    return await platform.uploads.keep(bytesOf(file))
  } catch (problem) {
    if (problem instanceof TooLarge) throw new NotDone(`${file} is ${problem.message}.`)
    if ((problem as { path?: string }).path === file) throw new NotDone(`${file} cannot be read.`)
    throw problem
  }
}

/** The service's worker takes it where the service runs; else we do. */
async function waitFor(desk: Desk, actor: Actor, personId: PersonId, importId: ImportId): Promise<Import> {
  for (;;) {
    const took = await runNextJob(desk.platform, work.kinds)
    const [found] = await reading(desk.platform.databases, actor, (database) =>
      importsOf(database, actor, [personId], importId),
    )
    if (!found) throw new Error(`Import ${importId} is gone`)
    if (found.state !== 'reading') return found
    if (!took) await sleep(200)
  }
}

function tell({ say, complain, config }: Desk, done: Import): ExitCode {
  const page = new URL(pathOf({ id: done.personId }, `/statements/${done.id}`), config.publicUrl).href
  switch (done.state) {
    case 'applied': {
      const closing = done.closing === undefined ? '' : ` The account ends with ${showMoney(done.closing)}.`
      say(
        `Taken in: ${done.lines} lines, ${done.added} of them new, ${done.knownAlready} known already.${closing}`,
      )
      say(`${done.matched} are explained, ${done.asked} are asked about.`)
      return exitCodes.done
    }
    case 'refused':
      complain(done.problem ? explainProblem(done.problem) : 'It was refused.')
      return exitCodes.notDone
    case 'which-account':
      complain(`It does not say whose account it is. Hand it in again with --account, or choose at ${page}`)
      return exitCodes.notDone
    case 'same-payments':
      complain(`Some of it may be in our books already. Somebody has to say at ${page}`)
      return exitCodes.notDone
    case 'reading':
      throw new Error('It is still being read')
  }
}
