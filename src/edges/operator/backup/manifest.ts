import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readDay } from '../../../platform/day.ts'
import { idSchema } from '../../../platform/id.ts'
import type { ChainHead } from '../../../platform/record/heads.ts'
import { NotDone } from '../verb.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.string().regex(/^\d+$/)

/**
 * What a backup says of itself, written last: a folder without it is not whole. Beside it are `tables/` (a file a
 * table, as PostgreSQL's COPY writes text) and `uploads/` (each by its contents). Numbers that may be large are text.
 */
export const manifest = z.object({
  format: z.literal('commonpurse-backup-1'),
  /** By the machine's clock. */
  takenAt: z.string(),
  version: z.string(),
  synthetic: z.string().nullable(),
  migrations: z.array(z.object({ name: z.string(), sha256 })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: count, sha256 })),
  sequences: z.array(z.object({ name: z.string(), last: count })),
  /** Months that the ledger needs: the first and the last day of a transfer. */
  transfers: z.object({ from: z.string().refine(readDay), to: z.string().refine(readDay) }).nullable(),
  uploads: z.array(z.object({ sha256, size: count })),
  /** Where each chain of the record ended: proof, kept elsewhere, that nothing up to there was written anew. */
  heads: z.array(z.object({ chain: idSchema<'chain'>(), no: count, hash: sha256 })),
})
export type Manifest = z.output<typeof manifest>

export const manifestFile = 'manifest.json'

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => undefined)
  if (text === undefined) throw new NotDone(`${folder} is not a whole backup: it has no ${manifestFile}.`)
  const read = manifest.safeParse(parsed(text))
  if (!read.success)
    throw new NotDone(
      `${folder} is not a backup that this version can read: its ${manifestFile} is another’s.`,
    )
  return read.data
}

export const headsIn = ({ heads }: Manifest): ChainHead[] =>
  heads.map(({ chain, no, hash }) => ({ chainId: chain, no: BigInt(no), hash: Buffer.from(hash, 'hex') }))

/** `people.person` is in `tables/people.person.copy`. */
export const fileOfTable = (folder: string, table: string): string => join(folder, 'tables', `${table}.copy`)
export const fileOfUpload = (folder: string, hash: string): string =>
  join(folder, 'uploads', hash.slice(0, 2), hash)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
