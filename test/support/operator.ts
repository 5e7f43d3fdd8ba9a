import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { runVerb } from '../../src/edges/operator/run-verb.ts'
import type { Platform } from '../../src/platform/platform.ts'

/** What a command line came to: its exit code, and all that it said. */
export type Said = { code: number; said: string; complained: string }

/** The operator's command line at a database that stays open. */
export async function cli({ platform }: { platform: Platform }, ...typed: string[]): Promise<Said> {
  let said = ''
  let complained = ''
  const code = await runVerb(typed, {
    config: () => readConfig({ LOG_LEVEL: 'silent' }),
    open: async () => ({ platform, embedded: false, close: async () => undefined }),
    say: (line) => void (said += `${line}\n`),
    complain: (line) => void (complained += `${line}\n`),
    write: async (text) => void (said += text),
  })
  return { code, said: said.trim(), complained: complained.trim() }
}

/** A folder that is gone when the test is over. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'commonpurse-operator-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
