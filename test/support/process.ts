import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type { Answers } from './web.ts'

/** Commonpurse as it really runs: a process of its own with a private PostgreSQL, in a folder of its own. */
export type RealApp = {
  address: string
  folder: string
  /** What it printed so far. */
  printed(): string
  /** `kill -9` of the app and of every process of its PostgreSQL, none of which can do anything about it. */
  killEverything(): Promise<void>
  /** As Ctrl-C: everything stops in order. */
  stop(): Promise<void>
}

/** A data folder that is gone when the test is over, with whatever still runs in it. */
export async function aDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'commonpurse-real-'))
  onTestFinished(async () => {
    await kill(postgresIn(folder))
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}

/** Starts the app on a data folder, as `npm start` does, and waits until it says where it is. */
export async function startApp(folder: string, settings: Record<string, string> = {}): Promise<RealApp> {
  const child = spawn(process.execPath, [join('tools', 'start.mjs')], {
    detached: true,
    env: {
      PATH: process.env['PATH'],
      COMMONPURSE_DATA: folder,
      PORT: '0',
      LOG_LEVEL: 'warn',
      ...settings,
    },
  })
  let printed = ''
  child.stdout.on('data', (part: Buffer) => (printed += part.toString()))
  child.stderr.on('data', (part: Buffer) => (printed += part.toString()))
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  onTestFinished(() => void child.kill('SIGKILL'))
  const app = { folder, printed: () => printed }
  while (!/ready at (\S+)/.test(printed)) {
    if (child.exitCode !== null) throw new Error(`Commonpurse did not start:\n${printed}`)
    await sleep(20)
  }
  return {
    ...app,
    address: /ready at (\S+)/.exec(printed)?.[1] ?? '',
    async killEverything() {
      await kill([child.pid ?? 0, ...postgresIn(folder)])
      await ended
    },
    async stop() {
      child.kill('SIGINT')
      await ended
    },
  }
}

/** The wire to a real app: it may be another one by the time of the next request, or be cut while a form is sent. */
export type Wire = {
  address: string
  /** Of a form's bytes, how many go through before `cut` is called and nothing more is sent. */
  cutAfter?: { bytes: (all: number) => number; cut: () => Promise<void> } | undefined
}

/** The same browser that tests use in this process, over the network. */
export function overHttp(wire: Wire): Answers {
  return {
    app: {
      async inject({ method, url, payload, headers }) {
        const { address } = wire
        const response = await fetch(address + url, {
          method,
          redirect: 'manual',
          headers: { ...headers, ...(method === 'POST' ? { origin: address } : {}) },
          ...(payload === undefined ? {} : { body: bodyOf(wire, payload), duplex: 'half' }),
        } as RequestInit)
        const cookies = response.headers.getSetCookie().map((set) => {
          const [pair = ''] = set.split(';')
          return { name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1) }
        })
        const told = Object.fromEntries(response.headers)
        return { statusCode: response.status, headers: told, cookies, body: await response.text() }
      },
    },
  }
}

function bodyOf({ cutAfter }: Wire, payload: string | Buffer): Uint8Array | ReadableStream {
  const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload
  if (!cutAfter) return new Uint8Array(bytes)
  return new ReadableStream({
    async pull(stream) {
      stream.enqueue(new Uint8Array(bytes.subarray(0, cutAfter.bytes(bytes.length))))
      await cutAfter.cut()
      stream.close()
    },
  })
}

/** Where the PostgreSQL of a data folder listens, as its own lock file says. */
export function connectionIn(folder: string) {
  const lines = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  return { host: lines[4] ?? '', port: Number(lines[3]), user: 'commonpurse', database: 'commonpurse' }
}

/** The postmaster of a data folder and every process below it: each of them leads a process group of its own. */
function postgresIn(folder: string): number[] {
  const file = join(folder, 'postgres', 'postmaster.pid')
  if (!existsSync(file)) return []
  const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0])
  const below = processes().filter(({ parent }) => parent === postmaster)
  return [postmaster, ...below.map(({ pid }) => pid)]
}

function processes(): { pid: number; parent: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        // The name in brackets may hold anything; the parent is the second field behind it.
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }]
      } catch {
        return []
      }
    })
}

async function kill(pids: readonly number[]): Promise<void> {
  const living = pids.filter((pid) => pid > 0)
  for (const pid of living) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It was gone already.
    }
  }
  while (living.some(isRunning)) await sleep(5)
}

function isRunning(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
