import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Files that people hand in, kept by their contents. A folder now; an S3-like store has the same two verbs. */
export type Uploads = {
  /** Stores the bytes durably before it answers. Throws {@link TooLarge}, keeping nothing. */
  keep(bytes: AsyncIterable<Uint8Array>): Promise<KeptFile>
  open(sha256: Uint8Array): AsyncIterable<Uint8Array>
}

export type KeptFile = { readonly sha256: Buffer; readonly size: number }

export class TooLarge extends Error {}

const chunk = 256 * 1024

export function uploadsInFolder(folder: string, largestBytes: number): Uploads {
  const pathOf = (name: string) => join(folder, name.slice(0, 2), name)
  return {
    async keep(bytes) {
      await mkdir(folder, { recursive: true })
      const aside = join(folder, `coming-in-${randomUUID()}`)
      try {
        const kept = await write(aside, bytes, largestBytes)
        const path = pathOf(kept.sha256.toString('hex'))
        await mkdir(join(path, '..'), { recursive: true })
        await rename(aside, path)
        return kept
      } catch (problem) {
        await rm(aside, { force: true })
        throw problem
      }
    },
    open: (sha256) => createReadStream(pathOf(Buffer.from(sha256).toString('hex')), { highWaterMark: chunk }),
  }
}

async function write(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  largestBytes: number,
): Promise<KeptFile> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const part of bytes) {
      size += part.length
      if (size > largestBytes) throw new TooLarge(`larger than ${largestBytes} bytes`)
      hash.update(part)
      await file.write(part)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest(), size }
}
