import { sql } from 'kysely'
import { readStatement } from '../../../formats/index.ts'
import type { Hints } from '../../../formats/index.ts'
import type { Actor } from '../../../platform/actor.ts'
import { perform } from '../../../platform/command.ts'
import { enter } from '../../../platform/database.ts'
import type { Tx } from '../../../platform/database.ts'
import { jobKind } from '../../../platform/jobs.ts'
import type { JobContext } from '../../../platform/jobs.ts'
import { forgetProgress, noteProgress } from '../../../platform/progress.ts'
import type { PersonId } from '../../people/index.ts'
import { finishReading } from '../commands/finish-reading.ts'
import { stagingSink } from '../staging.ts'
import type { Reading } from '../reading.ts'
import type { ImportId } from '../statement-line.ts'

/**
 * Reads a statement file and stages its lines, then applies them by the command `finish-reading`. Staging starts
 * anew each time, so a run that was cut off anywhere is simply run again.
 */
export const readTheFile = jobKind<{ personId: PersonId; importId: ImportId }>({
  name: 'statements.read-the-file',
  async run({ platform, actor }, { personId, importId }) {
    const upload = await findUpload({ platform, actor }, personId, importId)
    if (!upload) return
    const reading = await stage({ platform, actor }, { personId, importId }, upload)
    await noteProgress(platform.databases, importId, { done: 1, of: undefined, words: 'Matching' })
    const outcome = await perform(platform.databases, finishReading, actor, { personId, importId, reading })
    if (!outcome.ok) platform.log.info({ importId, refusal: outcome.refusal }, 'a statement was read before')
    await forgetProgress(platform.databases, importId)
  },
})

type Upload = { sha256: Buffer; size: number; fileName: string }

/** The file of an import that still waits to be read. */
async function findUpload(
  { platform, actor }: JobContext,
  personId: PersonId,
  importId: ImportId,
): Promise<Upload | undefined> {
  return platform.databases.app.transaction().execute(async (tx) => {
    await enter(tx, actor)
    const row = await tx
      .selectFrom('statements.import as import')
      .innerJoin('platform.upload as upload', 'upload.id', 'import.upload_id')
      .select(['upload.sha256', 'upload.size', 'upload.file_name as fileName'])
      .where('import.person_id', '=', personId)
      .where('import.id', '=', importId)
      .where('import.state', '=', 'reading')
      .executeTakeFirst()
    return row && { ...row, size: Number(row.size) }
  })
}

async function stage(
  { platform, actor }: JobContext,
  where: { personId: PersonId; importId: ImportId },
  upload: Upload,
): Promise<Reading> {
  const hints: Hints = { fileName: upload.fileName, dates: 'day-first' }
  const read = new Set<Reading>()
  await inOneTransaction(platform.databases.app, actor, async (tx) => {
    await sql`delete from statements.staged_line where import_id = ${where.importId}`.execute(tx)
    const sink = stagingSink(tx, where)
    const outcome = await readStatement(withProgress(), sink, hints)
    if (outcome.ok && sink.problem === undefined) await sink.rest()
    read.add(sink.reading(outcome))
  })
  const [reading] = read
  if (!reading) throw new Error('The file was read, and nothing came of it')
  return reading

  async function* withProgress() {
    let done = 0
    let told = 0
    for await (const chunk of platform.uploads.open(upload.sha256)) {
      yield chunk
      done += chunk.length
      if (done - told < upload.size / 20) continue
      told = done
      await noteProgress(platform.databases, where.importId, { done, of: upload.size, words: 'Reading' })
    }
  }
}

async function inOneTransaction(
  database: JobContext['platform']['databases']['app'],
  actor: Actor,
  work: (tx: Tx) => Promise<void>,
) {
  await database.transaction().execute(async (tx) => {
    await enter(tx, actor)
    await work(tx)
  })
}
