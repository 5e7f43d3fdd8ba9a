import { resolve } from 'node:path'
import { z } from 'zod'
import { verifyRecord } from '../../platform/record/verify.ts'
import { headsIn, readManifest } from './backup/manifest.ts'
import { exitCodes, verb } from './verb.ts'

export const verifyRecordVerb = verb({
  name: 'verify-record',
  does: 'Recomputes the whole record: each chain, each entry, and each row that an entry wrote.',
  options: {
    against: { takes: 'FOLDER', says: 'a backup that was kept elsewhere: nothing up to it was written anew' },
  },
  input: z.object({ against: z.string().optional() }),
  async run({ platform, say, complain }, { against }) {
    const heads = against === undefined ? [] : headsIn(await readManifest(resolve(against)))
    const { problems, entries, rows, notYetSealed, erased } = await verifyRecord(platform.databases, heads)
    for (const problem of problems) complain(problem)
    if (problems.length > 0) return exitCodes.notDone
    say(`The record verifies: ${entries} entries, ${rows} rows.`)
    if (against !== undefined)
      say(`It goes through all ${heads.length} ends of chains that the backup noted.`)
    if (erased > 0) say(`${erased} entries were lawfully erased; their hashes stand.`)
    if (notYetSealed > 0) say(`${notYetSealed} entries of just now are not sealed yet.`)
    return exitCodes.done
  },
})
