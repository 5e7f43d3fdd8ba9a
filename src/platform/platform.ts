import type { FastifyBaseLogger } from 'fastify'
import type { Databases } from './database.ts'
import type { Uploads } from './uploads.ts'

/** What the machine gives to pages, commands and jobs. Made once, in `main.ts` and its siblings. */
export type Platform = {
  readonly databases: Databases
  readonly uploads: Uploads
  readonly log: FastifyBaseLogger
}
