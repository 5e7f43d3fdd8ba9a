import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { install, root } from './install.mjs'

// `npm run bench [posting] [statement] [pages]`: ratios, each beside a peer or limit in the same run.

install({ everything: true })
const bench = join(root, 'bench')
if (!existsSync(join(bench, 'node_modules'))) {
  const done = spawnSync('npm', ['ci'], {
    cwd: bench,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) process.exit(1)
}
await import(pathToFileURL(await build('run', 'bench')).href)
