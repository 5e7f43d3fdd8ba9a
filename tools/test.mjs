import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, root } from './install.mjs'

// Everything that must hold of the project, one after another; the last line printed is the true count.

install({ everything: true })

const folder = mkdtempSync(join(tmpdir(), 'commonpurse-results-'))
const results = join(folder, 'results.json')

const checks = [
  { name: 'the types hold', program: 'tsc', flags: [] },
  { name: 'the linter finds nothing', program: 'oxlint', flags: [] },
  {
    name: 'the formatter would change nothing',
    program: 'prettier',
    flags: ['--check', '.', '--log-level', 'warn'],
  },
]

let passed = 0
let failed = 0
for (const { name, program, flags } of checks) {
  const ok = (await run(program, flags)) === 0
  process.stdout.write(`${ok ? ' ✓' : ' ✗'} ${name}\n`)
  if (ok) passed += 1
  else failed += 1
}

const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
const code = await run('vitest', ['run', ...reporters, ...process.argv.slice(2)])
const counted = count()
passed += counted.passed
failed += counted.failed
// A run that broke before its tests could fail is a failure too.
if (code !== 0 && counted.failed === 0) failed += 1
rmSync(folder, { recursive: true, force: true })
if (counted.skipped > 0) process.stdout.write(`${String(counted.skipped)} skipped\n`)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

function count() {
  try {
    const told = JSON.parse(readFileSync(results, 'utf8'))
    const brokenFiles = told.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    )
    return {
      passed: told.numPassedTests,
      failed: told.numFailedTests + brokenFiles.length,
      skipped: told.numPendingTests + told.numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

function run(program, flags) {
  const command = join(root, 'node_modules', '.bin', program)
  const child = spawn(command, flags, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  return new Promise((resolve) => {
    child.on('exit', (status) => resolve(status ?? 1))
    child.on('error', () => resolve(1))
  })
}
