import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether this machine has a program; where not, the run says that what needs it is left out. */
export function has(program: string): boolean {
  const found = spawnSync(program, ['--version']).error === undefined
  if (!found) process.stdout.write(`${program} is not installed here, so what it would say is not asked.\n`)
  return found
}

/** What another program says of a file with this in it: nothing where it finds nothing wrong. */
export function saysOf(program: string, flags: readonly string[], text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'commonpurse-export-'))
  const file = join(folder, 'export')
  try {
    writeFileSync(file, text)
    const run = spawnSync(
      program,
      flags.map((flag) => (flag === 'FILE' ? file : flag)),
      {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      },
    )
    return `${run.stdout}${run.stderr}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
