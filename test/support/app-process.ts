import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

/** The app as `npm start` runs it, in a process of its own, at a free port. */
export type AppProcess = {
  pid: number
  /** Everything on standard output and error so far. */
  words: () => string
  /** The lines of its log. */
  log: () => Record<string, unknown>[]
  /** Where it listens; throws where it ended instead. */
  ready: () => Promise<string>
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>
  signal: (signal: NodeJS.Signals) => void
}

export type Ran = { code: number | null; stdout: string; stderr: string }
type User = { uid: number; gid: number }

/** The programs that `npm start` and `npm run cli` build, built once for a test file. */
export function buildPrograms(): void {
  const build = "import('./tools/build.mjs').then(({ build }) => Promise.all([build('main'), build('cli')]))"
  const built = spawnSync(process.execPath, ['-e', build], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
}

const settings = (env: Record<string, string>) => ({
  PATH: process.env['PATH'] ?? '',
  HOME: tmpdir(),
  PORT: '0',
  ...env,
})

export function startApp(env: Record<string, string>, user?: User): AppProcess {
  const child = spawn(process.execPath, ['dist/main.js'], {
    // A group of its own, as a terminal gives it, so that Ctrl-C can be tried.
    detached: true,
    env: settings(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => void (words += String(chunk)))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  onTestFinished(async () => {
    if (child.exitCode === null) child.kill('SIGTERM')
    await ended
  })
  return {
    pid: child.pid ?? 0,
    words: () => words,
    log: () =>
      words
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    ready: () => readyAt(child, () => words),
    ended,
    signal: (signal) => void process.kill(-(child.pid ?? 0), signal),
  }
}

async function readyAt(child: ChildProcess, words: () => string): Promise<string> {
  for (;;) {
    const address = /ready at (http:\S+)/.exec(words())?.[1]
    if (address) return address
    if (child.exitCode !== null) throw new Error(`It ended instead of starting: ${words()}`)
    await sleep(50)
  }
}

/** One command of the operator, in a process of its own. */
export function runCli(env: Record<string, string>, ...typed: string[]): Promise<Ran> {
  const child = spawn(process.execPath, ['dist/cli.js', ...typed], { env: settings(env) })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => void (stdout += String(chunk)))
  child.stderr.on('data', (chunk) => void (stderr += String(chunk)))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
}

/** A data folder that is gone when the test is over, with whatever server still ran in it. */
export async function aDataFolder(user?: User): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'commonpurse-start-'))
  if (user) await chown(folder, user.uid, user.gid)
  onTestFinished(async () => {
    const server = serverIn(folder)
    if (server) killServer(server.pid)
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })
  return folder
}

/** The private PostgreSQL of a data folder, where one runs. */
export function serverIn(folder: string): { pid: number; socketFolder: string } | undefined {
  const file = join(folder, 'postgres', 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  return isAlive(pid) ? { pid, socketFolder: lines[4] ?? '' } : undefined
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  // Dead and not yet reaped is dead.
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return !stdout.trim().startsWith('Z')
}

/** All of a server at once, as when the machine's power goes. */
export function killServer(pid: number): void {
  process.kill(-pid, 'SIGKILL')
}

/** `nobody`, where these tests run as root and nobody may read this checkout. */
export function anOrdinaryUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const user = { uid: 65_534, gid: 65_534 }
  const reads = spawnSync(process.execPath, ['-e', "require('fs').readFileSync('package.json')"], user)
  return reads.status === 0 ? user : undefined
}
