import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { install } from './install.mjs'

install({ everything: false })
process.setSourceMapsEnabled(true)
await import(pathToFileURL(await build('main')).href)
