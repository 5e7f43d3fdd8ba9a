import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { install } from './install.mjs'

// Everything in one process, or one part of it: `npm start -- web`, `npm start -- worker`.
const parts = ['main', 'web', 'worker']
const part = process.argv[2] ?? 'main'
if (!parts.includes(part)) {
  process.stderr.write(`npm start -- ${part}: there are only web and worker to start alone.\n`)
  process.exit(2)
}
install({ everything: false })
process.setSourceMapsEnabled(true)
await import(pathToFileURL(await build(part)).href)
