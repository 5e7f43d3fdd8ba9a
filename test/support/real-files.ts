import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Real files that nobody here wrote, which tests read where they are. Tests that need them skip with a message
 * where the folder is absent; COMMONPURSE_TEST_DATA names another folder.
 */
export const realFiles = process.env['COMMONPURSE_TEST_DATA'] ?? '../shared/data'

export const realFile = (path: string) => join(realFiles, path)

if (!existsSync(realFiles)) {
  process.stderr.write(`Real files are not at ${realFiles}: tests that read them are skipped.\n`)
}
