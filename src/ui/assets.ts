import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** A file that browsers keep for ever: its address changes with its contents. */
export type Asset = { path: string; type: string; body: Buffer; zipped: Buffer | undefined }

export type Assets = { files: ReadonlyMap<string, Asset>; stylesheet: string; script: string; icon: string }

const zip = promisify(gzip)

/**
 * nhsuk-frontend's own style sheet and script with ours behind them. Frutiger is licensed to the NHS and comes from
 * its server, so the rule that fetches it is left out: pages use Arial and ask no other server for anything.
 */
export async function loadAssets(root: string): Promise<Assets> {
  const nhsuk = join(root, 'node_modules/nhsuk-frontend/dist/nhsuk')
  const ours = join(root, 'src/ui/assets')
  const text = async (path: string) => readFile(path, 'utf8')
  const style = (await text(join(nhsuk, 'nhsuk-frontend.min.css')))
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replace(/\/\*# sourceMappingURL=.*$/, '')
  const library = (await text(join(nhsuk, 'nhsuk-frontend.min.js'))).replace(
    /\/\/# sourceMappingURL=.*$/m,
    '',
  )
  const css = await makeAsset(
    'commonpurse.css',
    'text/css',
    `${style}\n${await text(join(ours, 'commonpurse.css'))}`,
  )
  const nhsukScript = await makeAsset('nhsuk-frontend.js', 'text/javascript', library)
  const start = (await text(join(ours, 'start.js'))).replace('./nhsuk-frontend.js', nhsukScript.path)
  const script = await makeAsset('start.js', 'text/javascript', start)
  const icon = await makeAsset('favicon.svg', 'image/svg+xml', await text(join(ours, 'favicon.svg')))
  const files = new Map([css, nhsukScript, script, icon].map((asset) => [asset.path, asset]))
  return { files, stylesheet: css.path, script: script.path, icon: icon.path }
}

async function makeAsset(name: string, type: string, contents: string): Promise<Asset> {
  const body = Buffer.from(contents)
  const mark = createHash('sha256').update(body).digest('hex').slice(0, 10)
  return { path: `/assets/${mark}/${name}`, type: `${type}; charset=utf-8`, body, zipped: await zip(body) }
}
