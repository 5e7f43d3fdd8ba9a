import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { NotAllowed } from '../platform/actor.ts'
import { UnusableInput } from '../platform/command.ts'
import { TooLarge } from '../platform/uploads.ts'
import type { Site } from './mount.ts'

/** One line for each request, and a page in plain words for whatever went wrong. Neither says anything about a person. */
export function mountProblems(app: FastifyInstance, site: Site) {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        // The route's pattern, never the address: addresses hold ids and searches.
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    )
  })
  app.setNotFoundHandler((request, reply) => answer(site, request, reply, 404))
  app.setErrorHandler((problem, request, reply) => {
    const status = statusOf(problem)
    if (status >= 500) request.log.error({ err: problem }, 'a request failed')
    return answer(site, request, reply, status)
  })
}

function answer(site: Site, request: FastifyRequest, reply: FastifyReply, status: number) {
  const about = { status, address: request.url, signedIn: undefined }
  const page = site.frame(site.problemPage(status, request.id), about)
  if (status === 503) void reply.header('retry-after', '30')
  return reply.code(status).type('text/html; charset=utf-8').send(page)
}

/** The database is gone, going or coming: its own codes and the network's. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
])

function statusOf(problem: unknown): number {
  if (problem instanceof NotAllowed) return 403
  if (problem instanceof UnusableInput) return 422
  if (problem instanceof TooLarge) return 413
  const { code, statusCode, message } = problem as { code?: string; statusCode?: number; message?: string }
  if (code !== undefined && unreachable.has(code)) return 503
  if (/timeout exceeded when trying to connect|Connection terminated/.test(message ?? '')) return 503
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? nearest(statusCode) : 500
}

const nearest = (status: number) => ([403, 404, 413, 422].includes(status) ? status : 422)
