import type { z } from 'zod'
import type { Config } from '../../config.ts'
import type { Platform } from '../../platform/platform.ts'

/** What a verb works with: everything open, and where its words go. */
export type Desk = {
  readonly config: Config
  readonly platform: Platform
  /** What was asked for: a line on standard output. */
  say: (line: string) => void
  /** The same without a line's end, for files that go to standard output. */
  write: (text: string) => Promise<void>
  /** What is wrong: a line on standard error. */
  complain: (line: string) => void
}

/** Did what was asked; found or was refused something; could not understand what was asked. */
export const exitCodes = { done: 0, notDone: 1, wrongUse: 2 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export type Option = {
  /** What it takes, as the help calls it: `DAY`. Left out: it is a switch. */
  takes?: string
  says: string
}

/** One thing that the operator can do. */
export type Verb = {
  readonly name: string
  /** What stands after the name without dashes: `FILE`, `[DAY]`. */
  readonly takes: readonly string[]
  /** One sentence for the list. */
  readonly does: string
  readonly options: Readonly<Record<string, Option>>
  /** `as it is`: before anything is brought up to date. */
  readonly opens: 'up to date' | 'as it is'
  readonly run: (desk: Desk, asked: Asked) => Promise<ExitCode>
}

/** What was typed, by the names of options and of what the verb takes: `file`, `bornOn`. */
export type Asked = Readonly<Record<string, string | boolean | undefined>>

type Definition<Input> = Omit<Verb, 'run' | 'options' | 'takes' | 'opens'> & {
  takes?: readonly string[]
  options?: Verb['options']
  opens?: Verb['opens']
  input: z.ZodType<Input>
  run: (desk: Desk, input: Input) => Promise<ExitCode>
}

export function verb<Input>({ input, run, options, takes, opens, ...rest }: Definition<Input>): Verb {
  return {
    ...rest,
    options: options ?? {},
    takes: takes ?? [],
    opens: opens ?? 'up to date',
    run(desk, asked) {
      const read = input.safeParse(asked)
      if (read.success) return run(desk, read.data)
      const problems = read.error.issues.map(({ path, message }) => {
        const name = String(path[0] ?? '')
        return `${options && dashed(name) in options ? `--${dashed(name)}` : name.toUpperCase()} ${inWords(message)}`
      })
      throw new WrongUse(problems.join('\n'))
    },
  }
}

/** What was asked cannot be understood. Its message says what to type instead. */
export class WrongUse extends Error {}

/** What was asked was understood, and is not done. Its message says why. */
export class NotDone extends Error {}

/** `bornOn` is typed as `--born-on`. */
export const dashed = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

export const joined = (name: string): string =>
  name.replaceAll(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase())

const inWords = (message: string) =>
  /received undefined/.test(message) ? 'is missing' : message.replace(/^Invalid (option|input): /, '')
