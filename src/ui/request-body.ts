import '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { TooLarge } from '../platform/uploads.ts'
import type { Uploads } from '../platform/uploads.ts'
import type { HandedIn, RawForm } from './visit.ts'

export type Body = { typed: RawForm; file: HandedIn | undefined }

/**
 * Reads a form, also one with a file. The file goes straight to the uploads as it comes in, and only once the
 * form's token (which stands before it) fits: nobody else can fill the disk.
 */
export async function readBody(
  request: FastifyRequest,
  uploads: Uploads,
  mayKeepFiles: (token: string | undefined) => boolean,
): Promise<Body> {
  if (!request.isMultipart()) return { typed: (request.body ?? {}) as RawForm, file: undefined }
  const typed: Record<string, string> = {}
  let file: HandedIn | undefined
  for await (const part of request.parts()) {
    if (part.type === 'field') typed[part.fieldname] = String(part.value)
    else if (part.filename && mayKeepFiles(typed['csrf']))
      file = await keep(uploads, part.filename, part.file)
    else part.file.resume()
  }
  return { typed, file }
}

async function keep(uploads: Uploads, name: string, bytes: AsyncIterable<Uint8Array>): Promise<HandedIn> {
  try {
    return { name: name.slice(-200), kept: await uploads.keep(bytes) }
  } catch (problem) {
    if (problem instanceof TooLarge) return { problem: 'too-large' }
    throw problem
  }
}
