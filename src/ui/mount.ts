import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import '@fastify/cookie'
import { NotAllowed } from '../platform/actor.ts'
import type { Actor } from '../platform/actor.ts'
import { perform } from '../platform/command.ts'
import { reading } from '../platform/database.ts'
import type { Database, WorldTime } from '../platform/database.ts'
import type { Id } from '../platform/id.ts'
import type { Platform } from '../platform/platform.ts'
import { ask } from '../platform/query.ts'
import { rehearse } from '../platform/rehearse.ts'
import { readBody } from './request-body.ts'
import type { Body } from './request-body.ts'
import type { PageContent, Reply, Route, SignedIn, Visit } from './visit.ts'

/** What the whole site knows and a page does not: who signs in, how a page is framed. */
export type Site = {
  platform: Platform
  findSignedIn(secret: string): Promise<SignedIn | undefined>
  csrfFits(signedIn: SignedIn, token: string | undefined): boolean
  endSession(secret: string): Promise<void>
  /** The whole document around a page. */
  frame(
    content: PageContent,
    about: { status: number; address: string; signedIn: SignedIn | undefined },
  ): string
  problemPage(status: number, requestId: string): PageContent
  secureCookies: boolean
}

const cookieName = 'commonpurse'

/** Nobody in particular: what people see before they sign in. */
const nobody: Actor = {
  userId: '00000000-0000-0000-0000-000000000000' as Id<'user'>,
  name: '',
  grantees: [],
  scope: 'granted',
  permissions: new Set(['anyone']),
  actingAs: 'nobody',
  organisationId: '00000000-0000-0000-0000-000000000000' as Id<'organisation'>,
}

/** Puts each route of the tables of contents behind its address. */
export function mountRoutes(app: FastifyInstance, site: Site, routes: readonly Route[]) {
  for (const route of routes) {
    if (route.show) app.get(route.path, (request, reply) => answerGet(site, route, request, reply))
    if (route.submit) app.post(route.path, (request, reply) => answerPost(site, route, request, reply))
  }
}

async function answerGet(site: Site, route: Route, request: FastifyRequest, reply: FastifyReply) {
  const signedIn = await whoAsks(site, request)
  const refusal = refuseEntry(route, signedIn)
  if (refusal) return send(site, request, reply, signedIn, refusal)
  const actor = signedIn?.actor ?? nobody
  const answer = await reading(site.platform.databases, actor, async (database, time) => {
    const within = makeVisit(site, request, signedIn, time, emptyBody, database)
    return (await route.show?.(within)) ?? { kind: 'not-found' as const }
  })
  return send(site, request, reply, signedIn, answer)
}

async function answerPost(site: Site, route: Route, request: FastifyRequest, reply: FastifyReply) {
  const signedIn = await whoAsks(site, request)
  const refusal = refuseEntry(route, signedIn)
  if (refusal) return send(site, request, reply, signedIn, refusal)
  const mayKeepFiles = (token: string | undefined) => signedIn !== undefined && site.csrfFits(signedIn, token)
  const body = await readBody(request, site.platform.uploads, mayKeepFiles)
  const token = textOf(body, 'csrf')
  if (signedIn ? !site.csrfFits(signedIn, token) : !cameFromHere(request)) {
    return send(site, request, reply, signedIn, problem(site, 403, request))
  }
  const time = await reading(
    site.platform.databases,
    signedIn?.actor ?? nobody,
    async (_database, now) => now,
  )
  const visit = makeVisit(site, request, signedIn, time, body, undefined)
  const answer = (await route.submit?.(visit)) ?? { kind: 'not-found' as const }
  return send(site, request, reply, signedIn, answer)
}

const emptyBody: Body = { typed: {}, file: undefined }

/** Before somebody has signed in there is no secret to compare, so a form must at least come from our own pages. */
function cameFromHere(request: FastifyRequest): boolean {
  const from = request.headers['sec-fetch-site']
  if (from !== undefined) return from === 'same-origin' || from === 'none'
  const { origin } = request.headers
  return origin === undefined || new URL(origin).host === request.headers.host
}

async function whoAsks(site: Site, request: FastifyRequest): Promise<SignedIn | undefined> {
  const secret = request.cookies[cookieName]
  return secret ? site.findSignedIn(secret) : undefined
}

function refuseEntry(route: Route, signedIn: SignedIn | undefined): Reply | undefined {
  if (route.enter === 'anyone') return undefined
  if (!signedIn) return { kind: 'redirect', to: '/sign-in' }
  if (route.enter === 'anyone signed in') return undefined
  if (!signedIn.actor.permissions.has(route.enter)) throw new NotAllowed(route.enter)
  return undefined
}

function makeVisit(
  site: Site,
  request: FastifyRequest,
  signedIn: SignedIn | undefined,
  time: WorldTime,
  body: Body,
  database: Database | undefined,
): Visit {
  const actor = signedIn?.actor ?? nobody
  const { databases } = site.platform
  return {
    ...time,
    ...body,
    platform: site.platform,
    requestId: request.id,
    address: request.url,
    params: request.params as Record<string, string>,
    query: new URL(request.url, 'http://here').searchParams,
    actor,
    personId: signedIn?.personId,
    csrfToken: signedIn?.csrfToken ?? '',
    async ask(query, input) {
      if (!database) return ask(databases, query, actor, input)
      if (!actor.permissions.has(query.allow)) throw new NotAllowed(query.allow)
      return query.read({ database, viewer: actor, ...time }, query.input.parse(input))
    },
    perform: (definition, input) =>
      perform(databases, definition, actor, input, { key: textOf(body, 'key') }),
    rehearse: (definition, input, look) => rehearse(databases, definition, actor, input, look),
  }
}

const textOf = (body: Body, name: string): string | undefined => {
  const value = body.typed[name]
  return typeof value === 'string' ? value : undefined
}

function problem(site: Site, status: number, request: FastifyRequest): Reply {
  return { kind: 'page', status, page: site.problemPage(status, request.id) }
}

async function send(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  signedIn: SignedIn | undefined,
  answer: Reply,
): Promise<FastifyReply> {
  switch (answer.kind) {
    case 'page': {
      const about = { status: answer.status, address: request.url, signedIn }
      return reply.code(answer.status).type('text/html; charset=utf-8').send(site.frame(answer.page, about))
    }
    case 'redirect':
      return reply.redirect(answer.to, 303)
    case 'file': {
      const disposition = `attachment; filename="${answer.name.replaceAll(/[^\w.-]/g, '-')}"`
      const body = typeof answer.body === 'string' ? answer.body : Readable.from(answer.body)
      return reply.type(answer.type).header('content-disposition', disposition).send(body)
    }
    case 'not-found':
      return send(site, request, reply, signedIn, problem(site, 404, request))
    case 'signed-in':
      return reply.setCookie(cookieName, answer.secret, cookieOptions(site)).redirect(answer.to, 303)
    case 'signed-out':
      await site.endSession(request.cookies[cookieName] ?? '')
      return reply.clearCookie(cookieName, cookieOptions(site)).redirect(answer.to, 303)
  }
}

const cookieOptions = (site: Site) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: site.secureCookies }) as const
