import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Platform } from '../platform/platform.ts'

const answerWithinMs = 3_000

/** `GET /health`: 200 when pages can be served, 503 with the reason when not. */
export function mountHealth(app: FastifyInstance, platform: Platform, version: string) {
  app.get('/health', async (_request, reply) => {
    const reason = await Promise.race([
      sql`select 1`.execute(platform.databases.app).then(
        () => undefined,
        (problem: unknown) => (problem instanceof Error ? problem.message : 'unknown'),
      ),
      sleep(answerWithinMs, 'the database does not answer', { ref: false }),
    ])
    void reply.header('cache-control', 'no-store')
    return reason === undefined
      ? reply.send({ status: 'ready', version })
      : reply.code(503).send({ status: 'not ready', version, reason: `database: ${reason}` })
  })
}
