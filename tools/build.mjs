import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './install.mjs'

/**
 * Bundles a program of `src/` (or of another folder) (about a third of a second) and answers where it is. Packages stay in node_modules.
 * Each file is put in its place whole, so that two who build at once do not read each other's halves.
 */
export async function build(program, folder = 'src') {
  const { build: bundle } = await import('esbuild')
  const outfile = join(root, 'dist', `${program}.js`)
  const { outputFiles } = await bundle({
    absWorkingDir: root,
    entryPoints: [join(folder, `${program}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
    write: false,
  })
  mkdirSync(dirname(outfile), { recursive: true })
  for (const { path, contents } of outputFiles) {
    const aside = `${path}.${process.pid}`
    writeFileSync(aside, contents)
    renameSync(aside, path)
  }
  return outfile
}
