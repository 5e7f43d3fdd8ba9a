import { createHash } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import staticFiles from '@fastify/static'
import fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import { join } from 'node:path'
import type { Config } from './config.ts'
import * as accounts from './domains/accounts/index.ts'
import * as budgets from './domains/budgets/index.ts'
import * as monitoring from './domains/monitoring/index.ts'
import * as payments from './domains/payments/index.ts'
import * as people from './domains/people/index.ts'
import * as plans from './domains/plans/index.ts'
import * as statements from './domains/statements/index.ts'
import * as tasks from './domains/tasks/index.ts'
import * as workspaces from './domains/workspaces/index.ts'
import { mountHealth } from './ui/health.ts'
import { mountProblems } from './ui/problems.ts'
import type { Assets } from './ui/assets.ts'
import { mountRoutes } from './ui/mount.ts'
import type { Site } from './ui/mount.ts'
import { renderDocument, startScript } from './ui/page.tsx'
import { problemPage } from './ui/problem-pages.tsx'
import type { Route } from './ui/visit.ts'
import type { Platform } from './platform/platform.ts'

export type AppDependencies = {
  config: Config
  platform: Platform
  assets: Assets
  /** The synthetic ICB that this database is seeded with, if it is. */
  synthetic: string | undefined
  /** Pages beside the domains': a bench measures one of its own. */
  more?: readonly Route[]
}

/** Every domain's pages, in the domains' order. */
export const routes: readonly Route[] = [
  ...people.routes,
  ...accounts.routes,
  ...tasks.routes,
  ...plans.routes,
  ...budgets.routes,
  ...payments.routes,
  ...statements.routes,
  ...monitoring.routes,
  ...workspaces.routes,
]

/** The web part: every plugin and every domain, in order, on one screen. */
export async function createApp({
  config,
  platform,
  assets,
  synthetic,
  more = [],
}: AppDependencies): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    loggerInstance: platform.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: [...config.trustedProxies],
    requestIdHeader: false,
    genReqId: () => crypto.randomUUID(),
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
  })
  await app.register(helmet, securityHeaders(config))
  await app.register(cookie)
  await app.register(formbody)
  await app.register(multipart, { limits: { fileSize: Infinity, files: 1, fields: 200, fieldSize: 100_000 } })
  await app.register(staticFiles, {
    root: join(config.root, 'node_modules/nhsuk-frontend/dist/nhsuk/assets/images'),
    prefix: '/assets/images/',
    maxAge: '7d',
  })
  for (const asset of assets.files.values()) {
    app.get(asset.path, (request, reply) => {
      const zips = asset.zipped && (request.headers['accept-encoding'] ?? '').includes('gzip')
      void reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable')
      return zips ? reply.header('content-encoding', 'gzip').send(asset.zipped) : reply.send(asset.body)
    })
  }
  const site = makeSite({ config, platform, assets, synthetic })
  mountHealth(app, platform, config.version)
  mountProblems(app, site)
  mountRoutes(app, site, [...routes, ...more])
  return app
}

function makeSite({ config, platform, assets, synthetic }: AppDependencies): Site {
  const { databases } = platform
  return {
    platform,
    problemPage,
    findSignedIn: (secret) => accounts.findSignedIn(databases, secret),
    csrfFits: accounts.csrfFits,
    endSession: (secret) => accounts.endSession(databases, secret),
    secureCookies: config.publicUrl.protocol === 'https:',
    frame(content, { status, address, signedIn }) {
      const home = signedIn && accounts.homeOf(signedIn)
      return renderDocument(content, {
        assets,
        status,
        synthetic,
        signedIn: signedIn && { name: signedIn.actor.name, href: home ?? '/', csrfToken: signedIn.csrfToken },
        navigation: signedIn ? workspaces.navigationFor(signedIn.actor, address) : [],
      })
    },
  }
}

/** No script, style, font or picture but our own; one inline script, by its hash. */
function securityHeaders(config: Config) {
  const hash = createHash('sha256').update(startScript).digest('base64')
  const secure = config.publicUrl.protocol === 'https:'
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", `'sha256-${hash}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  } as const
}
