import { parseArgs } from 'node:util'
import { UnusableSetting } from '../../config.ts'
import type { Config } from '../../config.ts'
import type { Opened } from '../../start.ts'
import { sealEntries } from '../../platform/record/seal.ts'
import { UnusableInput } from '../../platform/command.ts'
import { NotDone, WrongUse, exitCodes, joined } from './verb.ts'
import type { Asked, Desk, ExitCode, Verb } from './verb.ts'
import { verbs } from './verbs.ts'

/** Where the operator's words come from and go to: the terminal, or a test. */
export type Surroundings = {
  config: () => Config
  open: (config: Config, how: Verb['opens']) => Promise<Opened>
  say: (line: string) => void
  write: (text: string) => Promise<void>
  complain: (line: string) => void
}

/** Does what one command line asks. Answers the exit code: 0 done, 1 not done or something found, 2 not understood. */
export async function runVerb(typed: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const [name, ...rest] = typed
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    surroundings.say(listOfVerbs())
    return name === undefined ? exitCodes.wrongUse : exitCodes.done
  }
  const verb = verbs.find((each) => each.name === name)
  if (!verb) {
    surroundings.complain(`There is no command ${name}. npm run cli -- --help lists them.`)
    return exitCodes.wrongUse
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    surroundings.say(helpOf(verb))
    return exitCodes.done
  }
  try {
    return await doVerb(verb, readArguments(verb, rest), surroundings)
  } catch (problem) {
    const code = wordsFor(problem, verb, surroundings)
    if (code === undefined) throw problem
    return code
  }
}

async function doVerb(verb: Verb, asked: Asked, surroundings: Surroundings): Promise<ExitCode> {
  const config = surroundings.config()
  const opened = await surroundings.open(config, verb.opens)
  try {
    const code = await verb.run(deskOf(config, opened, surroundings), asked)
    // A running worker does it too; whoever comes first. Without one, nothing of ours waits for the next start.
    if (verb.opens === 'up to date') while ((await sealEntries(opened.platform.databases)) > 0);
    return code
  } finally {
    await opened.close()
  }
}

function deskOf(config: Config, { platform }: Opened, { say, write, complain }: Surroundings): Desk {
  return { config, platform, say, write, complain }
}

function wordsFor(problem: unknown, verb: Verb, { complain }: Surroundings): ExitCode | undefined {
  if (problem instanceof WrongUse) {
    complain(problem.message)
    complain(`npm run cli -- ${verb.name} --help says how it is used.`)
    return exitCodes.wrongUse
  }
  if (problem instanceof NotDone || problem instanceof UnusableSetting || problem instanceof UnusableInput) {
    complain(problem.message)
    return exitCodes.notDone
  }
  return undefined
}

function readArguments(verb: Verb, typed: readonly string[]): Asked {
  const options = Object.fromEntries(
    Object.entries(verb.options).map(([name, { takes }]) => [
      name,
      { type: takes === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const { values, positionals } = parsed(typed, options)
  const tooMany = positionals.slice(verb.takes.length)
  if (tooMany.length > 0) throw new WrongUse(`${tooMany.join(' ')}: nothing more is asked for here.`)
  return {
    ...Object.fromEntries(
      Object.entries(values).map(([name, value]) => [joined(name), value as string | boolean]),
    ),
    ...Object.fromEntries(verb.takes.map((name, place) => [nameOf(name), positionals[place]])),
  }
}

function parsed(typed: readonly string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    return parseArgs({ args: [...typed], options, allowPositionals: true, strict: true })
  } catch (problem) {
    // Node's own words name the option, and then go on about dashes.
    throw new WrongUse((problem as Error).message.split('. ')[0] ?? '', { cause: problem })
  }
}

const nameOf = (takes: string) => takes.replaceAll(/[[\]]/g, '').toLowerCase()

function listOfVerbs(): string {
  const calls = verbs.map(callOf)
  const width = Math.max(...calls.map((call) => call.length))
  return [
    'npm run cli -- COMMAND …   npm run cli -- COMMAND --help says more.',
    '',
    ...verbs.map((verb, index) => `  ${(calls[index] ?? '').padEnd(width)}  ${verb.does}`),
    '',
    'It works on DATABASE_URL, or on the private database in COMMONPURSE_DATA, whether the service runs or not.',
    'Exit code 0: done. 1: not done, or something was found. 2: not understood.',
  ].join('\n')
}

function helpOf(verb: Verb): string {
  const options = Object.entries(verb.options).map(([name, { takes, says }]) => ({
    call: `--${name}${takes === undefined ? '' : ` ${takes}`}`,
    says,
  }))
  const width = Math.max(0, ...options.map(({ call }) => call.length))
  return [
    `npm run cli -- ${callOf(verb)}${options.length > 0 ? ' [options]' : ''}`,
    '',
    verb.does,
    ...(options.length > 0 ? [''] : []),
    ...options.map(({ call, says }) => `  ${call.padEnd(width)}  ${says}`),
  ].join('\n')
}

const callOf = (verb: Verb) => [verb.name, ...verb.takes].join(' ')
