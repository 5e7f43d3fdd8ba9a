import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** Everything that the outside decides, read once. Documented in docs/how-to/run-it.md ("Settings"). */
export type Config = Readonly<{
  /** The checkout: where `migrations/` and `node_modules/` are. */
  root: string
  version: string
  host: string
  port: number
  /** What people type to reach us; decides whether cookies demand HTTPS. */
  publicUrl: URL
  /** Addresses of proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: readonly string[]
  /** Undefined: the private PostgreSQL in {@link dataFolder}. */
  databaseUrl: string | undefined
  /** A login for the web and worker that owns nothing; undefined: the owner's, which then assumes the role. */
  databaseAppUrl: string | undefined
  dataFolder: string
  largestUploadInMegabytes: number
  /** Where e-mail goes; undefined: messages wait, and `cli messages` says so. */
  smtpUrl: string | undefined
  messagesFrom: string
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}>

/** A setting that cannot be used. Its message says which one, and what to do. */
export class UnusableSetting extends Error {}

const blankIsAbsent = (schema: z.ZodType<string | undefined>) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema)

const postgresUrl = blankIsAbsent(
  z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
)

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3000),
  PUBLIC_URL: blankIsAbsent(
    z.url('must be a full address, such as https://budgets.example.nhs.uk').optional(),
  ),
  TRUSTED_PROXIES: z.string().default(''),
  DATABASE_URL: postgresUrl,
  DATABASE_APP_URL: postgresUrl,
  COMMONPURSE_DATA: z.string().default('./data'),
  LARGEST_UPLOAD_MB: z.coerce.number('must be a number of megabytes').positive().max(2_000).default(150),
  SMTP_URL: blankIsAbsent(
    z
      .string()
      .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
      .optional(),
  ),
  MESSAGES_FROM: blankIsAbsent(z.string().optional()),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** Reads the environment once, or refuses by {@link UnusableSetting}. Nothing else may read `process.env`. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const read = environment.safeParse(env)
  if (!read.success) {
    const problems = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new UnusableSetting(`Commonpurse cannot start: ${problems.join('; ')}.`)
  }
  const settings = read.data
  if (settings.DATABASE_APP_URL && !settings.DATABASE_URL) {
    throw new UnusableSetting(
      'Commonpurse cannot start: DATABASE_APP_URL needs DATABASE_URL, the owner’s address, beside it.',
    )
  }
  if (settings.SMTP_URL && !settings.MESSAGES_FROM) {
    throw new UnusableSetting(
      'Commonpurse cannot start: SMTP_URL needs MESSAGES_FROM beside it, the address that messages come from.',
    )
  }
  const root = findRoot()
  return Object.freeze({
    root,
    version: versionOf(root),
    host: settings.HOST,
    port: settings.PORT,
    publicUrl: new URL(settings.PUBLIC_URL ?? `http://${settings.HOST}:${settings.PORT}`),
    trustedProxies: settings.TRUSTED_PROXIES.split(',')
      .map((address) => address.trim())
      .filter(Boolean),
    databaseUrl: settings.DATABASE_URL,
    databaseAppUrl: settings.DATABASE_APP_URL,
    dataFolder: resolve(root, settings.COMMONPURSE_DATA),
    largestUploadInMegabytes: settings.LARGEST_UPLOAD_MB,
    smtpUrl: settings.SMTP_URL,
    messagesFrom: settings.MESSAGES_FROM ?? '',
    logLevel: settings.LOG_LEVEL,
  })
}

/** The folder above this file (in `src/` or in `dist/`) that holds our `package.json`. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

function versionOf(root: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
    .version
}
