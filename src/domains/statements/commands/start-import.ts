import { z } from 'zod'
import { command } from '../../../platform/command.ts'
import { newId } from '../../../platform/id.ts'
import { words } from '../../../platform/input.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { AccountId, accountsOfPerson } from '../../budgets/index.ts'
import { PersonId } from '../../people/index.ts'
import { readTheFile } from '../jobs/read-the-file.ts'
import { ImportId } from '../statement-line.ts'

/** Takes a statement file that is kept already. It is read by the worker, which goes on by itself after a crash. */
export const startImport = command({
  name: 'statements.start-import',
  input: z.object({
    personId: PersonId,
    newImportId: ImportId.optional(),
    /** Undefined: it is recognised by what the file says. */
    accountId: AccountId.optional(),
    fileName: words(200),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.int().min(0),
  }),
  allow: 'answer for a budget',
  async run({ tx, actor, now }, input) {
    const { personId, accountId } = input
    const accounts = await accountsOfPerson(tx, actor, [personId])
    const open = accounts.filter((account) => account.closedOn === undefined)
    if (open.length === 0) return refuse('no-account')
    if (accountId && !open.some((account) => account.id === accountId)) return refuse('no-such-account')
    const importId = input.newImportId ?? newId<'import'>()
    const uploadId = newId<'upload'>()
    await tx
      .insertInto('platform.upload')
      .values({
        id: uploadId,
        sha256: Buffer.from(input.sha256, 'hex'),
        size: BigInt(input.size),
        file_name: input.fileName,
        uploaded_by: actor.userId,
        uploaded_at: now,
      })
      .execute()
    await tx
      .insertInto('statements.import')
      .values({
        person_id: personId,
        id: importId,
        account_id: accountId ?? null,
        upload_id: uploadId,
        started_by: actor.userId,
        started_at: now,
        state: 'reading',
      })
      .execute()
    await enqueue(tx, readTheFile, { personId, importId }, actor)
    return done({ importId })
  },
  says: () => 'Handed in a bank statement',
})
