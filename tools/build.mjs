import { join } from 'node:path'
import { root } from './install.mjs'

/** Bundles a program of `src/` (about a third of a second) and answers where it is. Packages stay in node_modules. */
export async function build(program) {
  const { build: bundle } = await import('esbuild')
  const outfile = join(root, 'dist', `${program}.js`)
  await bundle({
    absWorkingDir: root,
    entryPoints: [join('src', `${program}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })
  return outfile
}
