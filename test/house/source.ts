import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'

/** A file of ours, with the files of ours that it imports. */
export type SourceFile = { path: string; text: string; imports: { path: string; onlyTypes: boolean }[] }

/** Every TypeScript file under these folders, but for generated ones. */
export function sourceFiles(folders: readonly string[]): SourceFile[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter(
      (path) => /\.tsx?$/.test(path) && !path.endsWith('.generated.ts') && !path.includes('node_modules'),
    )
    .map((path) => {
      const text = readFileSync(path, 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })
}

const importLine = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"](\.[^'"]+)['"]/gm

function importsOf(path: string, text: string): SourceFile['imports'] {
  return [...text.matchAll(importLine)].map((match) => ({
    path: posix.normalize(posix.join(posix.dirname(path), match[2] ?? '')),
    onlyTypes: match[1] !== undefined,
  }))
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('test/')

/** `budgets` for a file of that domain. */
export const domainOf = (path: string): string | undefined => /^src\/domains\/([^/]+)\//.exec(path)?.[1]
