import { resolve } from 'node:path'
import { z } from 'zod'
import { takeBackup } from './backup/take-backup.ts'
import { exitCodes, verb } from './verb.ts'

export const backup = verb({
  name: 'backup',
  takes: ['FOLDER'],
  does: 'Writes everything of one moment into a new folder, while the service goes on.',
  opens: 'as it is',
  input: z.object({ folder: z.string() }),
  async run(desk, { folder }) {
    const made = await takeBackup(desk, resolve(folder))
    const rows = made.tables.reduce((all, table) => all + BigInt(table.rows), 0n)
    desk.say(
      `${rows} rows of ${made.tables.length} tables, ${made.uploads.length} files and the ends of ${made.heads.length} chains are in ${folder}.`,
    )
    desk.say('It holds everything about everybody: keep it as safe as the database, on another machine.')
    return exitCodes.done
  },
})
