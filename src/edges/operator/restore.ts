import { resolve } from 'node:path'
import { z } from 'zod'
import { checkLaws } from '../../../checks/index.ts'
import { verifyRecord } from '../../platform/record/verify.ts'
import { bringUpToDate } from '../../start.ts'
import { headsIn, readManifest } from './backup/manifest.ts'
import { restoreBackup } from './backup/restore-backup.ts'
import { exitCodes, verb } from './verb.ts'

export const restore = verb({
  name: 'restore',
  takes: ['FOLDER'],
  does: 'Puts a backup into an empty database, brings it up to date, and verifies all of it.',
  opens: 'as it is',
  input: z.object({ folder: z.string() }),
  async run(desk, { folder }) {
    const { config, platform, say, complain } = desk
    const made = await readManifest(resolve(folder))
    await restoreBackup(desk, resolve(folder), made)
    await bringUpToDate(config, platform.databases)
    const { problems, entries, rows } = await verifyRecord(platform.databases, headsIn(made))
    const broken = await checkLaws(platform.databases)
    for (const problem of problems) complain(problem)
    for (const { law, count } of broken) complain(`Broken, ${count} times: ${law}`)
    say(`Restored what was backed up at ${made.takenAt}.`)
    if (problems.length + broken.length > 0) return exitCodes.notDone
    say(`The record verifies (${entries} entries, ${rows} rows), and every law holds.`)
    return exitCodes.done
  },
})
