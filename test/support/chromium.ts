import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A real browser: the one that CHROMIUM_PATH names, an installed one, or (on Linux) the one that came from npm. */
export async function startChromium(): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH'] ?? installed.find((path) => existsSync(path))
  return given ? launch(given) : fromNpm()
}

/** The browser’s own sandbox does not work for root nor in most containers, and pages here are all ours. */
const launch = (executablePath: string) =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })

/**
 * Its own arguments are left out: with them it stops after the first page. The libraries that a small machine has not
 * got come with it too, and it unpacks them where it believes to be in the place that it was made for.
 */
async function fromNpm(): Promise<Browser> {
  process.env['AWS_EXECUTION_ENV'] ??= `AWS_Lambda_nodejs${process.versions.node.split('.')[0] ?? ''}.x`
  const { default: packed } = await import('@sparticuz/chromium')
  return launch(await packed.executablePath())
}
