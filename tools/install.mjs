import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const modules = join(root, 'node_modules')
const stamp = join(modules, '.commonpurse-installed')

/**
 * Installs what the lockfile names, once: `everything` for tests, else only what running needs.
 * Uses nothing but Node and npm, so that a fresh clone needs no other step.
 */
export function install({ everything }) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : []
  if (installed[0] === lock && (!everything || installed[1] === 'everything')) return
  process.stderr.write('Installing the packages that the lockfile names …\n')
  // Whoever installed by hand has the tools for tests too, and keeps them.
  const onlyToRun = !everything && (!existsSync(modules) || installed[1] === 'to-run')
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(onlyToRun ? ['--omit=dev'] : [])]
  const done = spawnSync('npm', flags, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    process.stderr.write('npm ci failed; what it said stands above.\n')
    process.exit(1)
  }
  writeFileSync(stamp, `${lock} ${onlyToRun ? 'to-run' : 'everything'}`)
}
